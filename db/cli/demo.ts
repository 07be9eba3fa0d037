/**
 * `npm run demo -- --out DIR`: the office's main job without a window, through the same data service: makes an office
 * file from the sample year, computes, exports annexes I–III, writes DIR/summary.json and prints the tables.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Ranking } from '#shared/contract/outputs.ts';
import type { OpId } from '#shared/domain/ids.ts';
import type { Result } from '#shared/util/result.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { wordError } from '#shared/wording/word-error.ts';
import { uuidV7 } from '../service/uuid-v7.ts';
import { createLocalService, pathToken } from './local-service.ts';
import { printRanking } from './print-ranking.ts';
import { toSummary } from './summary.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (values.out === undefined) {
  console.error('Usage: npm run demo -- --out DIR');
  process.exit(2);
}
const out = values.out;
mkdirSync(out, { recursive: true });
const officePath = join(out, 'office.cchc');
const annexPath = join(out, 'phu-luc.xlsx');
// The demo owns its three files and makes them anew each time.
for (const suffix of ['', '-wal', '-journal']) rmSync(officePath + suffix, { force: true });

const service = createLocalService();
must(await service.call('office.createSample', { fileToken: pathToken(officePath) }));
const [cycle] = must(await service.call('cycles.list', {}));
if (!cycle) throw new Error('The sample file holds no cycle');
const ranking: Ranking = must(await service.call('ranking.get', { cycleId: cycle.id }));
const receipt = must(
  await service.call('annexes.export', {
    opId: uuidV7() as OpId,
    cycleId: cycle.id,
    annexes: ['I', 'II', 'III'],
    decision: null,
    fileToken: pathToken(annexPath),
  }),
);
await service.close();
writeFileSync(join(out, 'summary.json'), `${JSON.stringify(toSummary(ranking), null, 2)}\n`);

console.log(`${cycle.name}${cycle.simulated ? ' — số liệu mô phỏng' : ''}`);
printRanking(ranking);
console.log(`\n${officePath}`);
console.log(`${annexPath}  ${receipt.bytes} bytes, ${receipt.formulas} formulas, SHA-256 ${receipt.sha256}`);
console.log(join(out, 'summary.json'));

function must<T>(result: Result<T, AppError>): T {
  if (result.ok) return result.value;
  const { title, detail, advice } = wordError(result.error, 'vi');
  console.error([title, detail, advice].filter(Boolean).join('\n'));
  process.exit(1);
}
