/**
 * `npm test`: sets up, then runs every check in lib/checks.mjs and stops at the first that fails.
 * The log begins with the runtime – the set-up lines follow it – and ends with `N passed, M failed`.
 * `--verbose` shows the output of passing checks too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addUp, formatResult, runCheck, runStage, stages } from './lib/checks.mjs';
import { describeRuntime, readRuntime } from './lib/electron-runtime.mjs';
import { nodeModules, projectFolder } from './lib/places.mjs';
import { setUp } from './lib/setup.mjs';

const verbose = process.argv.includes('--verbose');
const silent = () => undefined;
const show = (lines) => console.log(lines.join('\n'));
const setupLines = await setUp('tests', silent, show);

const sqlite = JSON.parse(readFileSync(join(nodeModules, 'better-sqlite3', 'package.json'), 'utf8')).version;
console.log(
  `Runtime: ${describeRuntime(readRuntime())}, Node ${process.versions.node}, better-sqlite3 ${sqlite}, ` +
    `${process.platform} ${process.arch}`,
);
show(setupLines);

const startedAt = Date.now();
const results = [];
for (const stage of stages) {
  const stageResults = (await runStage(stage, (check) => runCheck(check, projectFolder))).filter(Boolean);
  results.push(...stageResults);
  for (const result of stageResults) {
    console.log(formatResult(result));
    if (verbose || !result.ok) console.log(result.output);
  }
  if (stageResults.some(({ ok }) => !ok)) break;
}

const failures = results.filter(({ ok }) => !ok);
const { passed, failed } = addUp(results);
console.log(`${Math.round((Date.now() - startedAt) / 1000)} s`);
if (failed > 0)
  console.log(`Failed: ${failures.map(({ name }) => name).join(', ')}. Run it alone with: npm ${failures[0].command}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
