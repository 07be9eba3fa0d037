import Database from 'better-sqlite3';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileToken } from '#shared/domain/ids.ts';
import { newOpId, openTestOffice, serviceOn, temporaryFolder } from './testing/test-office.ts';

async function officeWithHistory() {
  const office = await openTestOffice();
  const structure = await office.get('cycles.get', { cycleId: office.cycleId });
  const leafId = structure.criteriaSets[0]!.nodes.find((node) => node.code === '1.1')!.id;
  for (const [index, unit] of structure.cycleUnits.entries()) {
    const set = { kind: 'points', stage: 'final', pointsMicro: 6_000_000 - index } as const;
    const cells = [{ cycleUnitId: unit.id, leafId, expectedVersion: 1, set }];
    await office.get('scores.setCells', { opId: newOpId(), cycleId: office.cycleId, cells });
  }
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true, batches: 4 });
  await office.get('office.close', {});
  return office.path;
}

/** Every trigger off, as an intruder with any SQLite tool would have it. */
const DISARM = ['batch_no_update', 'batch_no_delete', 'change_log_no_update', 'change_log_no_delete']
  .map((name) => `DROP TRIGGER ${name};`)
  .join('');

test.each([
  ['a value in the log', "UPDATE change_log SET new = '1' WHERE batch_seq = 3", { reason: 'altered', firstBadSeq: 3 }],
  ['the actor of a batch', "UPDATE batch SET actor = 'ai đó' WHERE seq = 2", { reason: 'altered', firstBadSeq: 2 }],
  ['whose a batch is', "UPDATE batch SET actor_id = 'u' WHERE seq = 2", { reason: 'altered', firstBadSeq: 2 }],
  ['the time of a batch', "UPDATE batch SET at = '2000' WHERE seq = 4", { reason: 'altered', firstBadSeq: 4 }],
  [
    'a batch taken out',
    'DELETE FROM change_log WHERE batch_seq = 3; DELETE FROM batch WHERE seq = 3',
    { reason: 'removed', firstBadSeq: 3 },
  ],
  [
    'the newest batch taken out',
    'DELETE FROM change_log WHERE batch_seq = 4; DELETE FROM batch WHERE seq = 4',
    { reason: 'removed', firstBadSeq: 4 },
  ],
  [
    'one change taken out',
    'DELETE FROM change_log WHERE seq = (SELECT max(seq) FROM change_log WHERE batch_seq = 1)',
    { reason: 'removed', firstBadSeq: 1 },
  ],
  [
    'two batches swapped',
    'UPDATE batch SET seq = 99 WHERE seq = 2; UPDATE batch SET seq = 2 WHERE seq = 3; UPDATE batch SET seq = 3 WHERE seq = 99',
    { reason: 'reordered', firstBadSeq: 2 },
  ],
  [
    'a change put in',
    "INSERT INTO change_log VALUES (NULL, 2, 'update', 'score', 'x', 'final_micro', '1', '2')",
    { reason: 'inserted', firstBadSeq: 2 },
  ],
  [
    'a score behind the log',
    'UPDATE score SET final_micro = 1 WHERE final_micro = 6000000',
    { reason: 'stateDiffers', firstBadSeq: 2, subject: 'score A · 1.1' },
  ],
  [
    'who wrote a score',
    "UPDATE score SET updated_by = 'ai đó' WHERE final_micro = 5999999",
    { reason: 'stateDiffers', firstBadSeq: 3 },
  ],
  ['a unit renamed', "UPDATE unit SET name = 'Khác'", { reason: 'stateDiffers', firstBadSeq: 1 }],
  ['a score taken out', 'DELETE FROM score WHERE final_micro = 5999998', { reason: 'stateDiffers', firstBadSeq: 4 }],
])('finds %s', async (_what, sql, expected) => {
  const original = await officeWithHistory();
  const path = join(temporaryFolder(), 'tampered.cchc');
  copyFileSync(original, path);
  const database = new Database(path);
  database.pragma('foreign_keys = OFF');
  database.exec(DISARM + sql);
  database.close();
  const service = serviceOn();
  const opened = await service.call('office.open', { fileToken: path as FileToken });
  expect(opened.ok).toBe(true);
  const check = await service.call('changes.verify', {});
  await service.close();
  expect(check).toMatchObject({ ok: true, value: { ok: false, ...expected } });
});
