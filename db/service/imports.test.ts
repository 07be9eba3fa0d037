import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Input } from '#shared/contract/contract.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { newOpId, openTestOffice, type TestOffice } from './testing/test-office.ts';

function source(office: TestOffice, name: string, text: string): Input<'imports.preview'> {
  const path = join(office.folder, `${name}.csv`);
  writeFileSync(path, text);
  const scoresToken = path as FileToken;
  return { criteriaToken: null, scoresToken, cycleName: name, year: 2024, blanks: 'missing', ambiguousDot: null };
}

const FIRST = 'code,name,a\nMAX,,5\n1,Hà Nội,3\n2,Hoà Bình,4\n';

it('takes up units of the file that have the same code and name', async () => {
  const office = await openTestOffice();
  await office.get('imports.commit', { ...source(office, 'one', FIRST), opId: newOpId() });
  const again = 'code,name,a\nMAX,,5\n1,HA NOI,2\n2,Hòa Bình,1\n3,Huế,5\n';
  const { cycleId } = await office.get('imports.commit', { ...source(office, 'two', again), opId: newOpId() });
  const { blocks } = await office.get('ranking.get', { cycleId });
  expect(blocks[0]?.rows.map(({ code, name }) => [code, name])).toEqual([
    ['3', 'Huế'],
    ['1', 'Hà Nội'],
    ['2', 'Hòa Bình'],
  ]);
});

it('refuses another unit under a code the file knows, in the preview and at the end, and names both', async () => {
  const office = await openTestOffice();
  await office.get('imports.commit', { ...source(office, 'one', FIRST), opId: newOpId() });
  const other = source(office, 'two', 'code,name,a\nMAX,,5\n1,France,3\n3,Italy,4\n');
  const preview = await office.get('imports.preview', other);
  expect(preview.acceptable).toBe(false);
  const found = { at: 'two!A3', reason: 'unitNameDiffers', params: { code: '1', name: 'France', known: 'Hà Nội' } };
  expect(preview.problems).toEqual([{ severity: 'error', ...found }]);
  const error = await office.fail('imports.commit', { ...other, opId: newOpId() });
  expect(error).toMatchObject({ reason: 'importRejected', params: { count: 1 }, problems: [found] });
  expect(await office.get('cycles.list', {})).toHaveLength(2);
});

it('makes no second cycle of a command sent twice', async () => {
  const office = await openTestOffice();
  const command = { ...source(office, 'one', FIRST), opId: newOpId() };
  const first = await office.get('imports.commit', command);
  expect(await office.get('imports.commit', command)).toMatchObject({
    cycleId: first.cycleId,
    committed: { batchId: first.committed.batchId },
  });
  expect(await office.get('cycles.list', {})).toHaveLength(2);
});
