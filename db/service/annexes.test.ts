import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileToken } from '#shared/domain/ids.ts';
import { smallDraft } from './testing/small-draft.ts';
import { newOpId, openTestOffice, type TestOffice } from './testing/test-office.ts';

const exportTo = (office: TestOffice, name: string) => ({
  opId: newOpId(),
  cycleId: office.cycleId,
  annexes: ['I' as const],
  decision: null,
  fileToken: join(office.folder, name) as FileToken,
});

test('an export is written whole, logged with its hash, and not repeated for the same opId', async () => {
  const office = await openTestOffice();
  const command = exportTo(office, 'phụ lục.xlsx');
  const receipt = await office.get('annexes.export', command);
  expect(receipt).toMatchObject({ fileName: 'phụ lục.xlsx', annexes: ['I'] });
  expect(receipt.formulas).toBeGreaterThan(10);
  expect(await office.get('annexes.export', command)).toEqual(receipt);
  const log = await office.get('changes.list', { before: null, limit: 10, search: receipt.sha256 });
  expect(log.entries.map(({ label }) => label.key)).toEqual(['annex.export']);
});

test('an office file is never the target of an export, by whatever name', async () => {
  const office = await openTestOffice();
  const before = readFileSync(office.path);
  symlinkSync(office.path, join(office.folder, 'link.xlsx'));
  for (const name of ['thử.cchc', 'thử.cchc-wal', 'link.xlsx']) {
    const error = await office.fail('annexes.export', exportTo(office, name));
    expect(error, name).toMatchObject({ code: 'FILE_FORMAT', reason: 'targetIsOffice' });
  }
  await office.get('office.close', {});
  expect(readFileSync(office.path).subarray(0, 16).equals(before.subarray(0, 16))).toBe(true);
  await office.get('office.open', { fileToken: office.path as FileToken });
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('what the checks call an error blocks the export, whoever asks', async () => {
  const [block] = smallDraft().blocks;
  const office = await openTestOffice(smallDraft({ blocks: [{ ...block!, units: [] }] }));
  const checks = await office.get('annexes.preflight', { cycleId: office.cycleId, annexes: ['I'], decision: null });
  expect(checks.items.some(({ severity }) => severity === 'error')).toBe(true);
  const error = await office.fail('annexes.export', exportTo(office, 'none.xlsx'));
  expect(error).toMatchObject({ code: 'VALIDATION', reason: 'preflight' });
  expect(error.problems?.map(({ reason }) => reason)).toContain('noUnits');
  expect(existsSync(join(office.folder, 'none.xlsx'))).toBe(false);
});

test('a folder that is not there is named, and nothing is left behind', async () => {
  const office = await openTestOffice();
  const error = await office.fail('annexes.export', exportTo(office, 'không có/a.xlsx'));
  expect(error).toMatchObject({ code: 'NOT_FOUND', reason: 'folder', params: { name: 'không có' } });
  expect(readdirSync(office.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
