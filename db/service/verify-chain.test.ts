import Database from 'better-sqlite3';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Input } from '#shared/contract/contract.ts';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { guardsOf } from '#db/engine/guards.ts';
import { MIGRATIONS } from '#db/migrations/migrations.ts';
import { newOpId, openTestOffice, serviceOn, temporaryFolder } from './testing/test-office.ts';

async function officeWithHistory() {
  const office = await openTestOffice();
  const structure = await office.get('cycles.get', { cycleId: office.cycleId });
  const leafId = leafOf(structure, '1.1');
  for (const [index, unit] of structure.cycleUnits.entries()) {
    const set = { kind: 'points', stage: 'final', pointsMicro: 6_000_000 - index } as const;
    const cells = [{ cycleUnitId: unit.id, leafId, expectedVersion: 1, set }];
    await office.get('scores.setCells', { opId: newOpId(), cycleId: office.cycleId, cells });
  }
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true, batches: 4 });
  await office.get('office.close', {});
  return office.path;
}

async function officeWithAttachment() {
  const office = await openTestOffice();
  const structure = await office.get('cycles.get', { cycleId: office.cycleId });
  const document = join(office.folder, 'quyết định.pdf');
  writeFileSync(document, 'số liệu mô phỏng');
  const record = { documentNo: '12/QĐ', documentDate: '2023-11-15', signer: 'A', summary: '' };
  const place = { cycleUnitId: structure.cycleUnits[0]!.id, leafId: leafOf(structure, '1.1') };
  await office.get('evidence.attach', { opId: newOpId(), ...place, record, fileToken: document as FileToken });
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true, batches: 2 });
  await office.get('office.close', {});
  return office.path;
}

function leafOf(structure: CycleStructure, code: string) {
  return structure.criteriaSets[0]!.nodes.find((node) => node.code === code)!.id;
}

async function check(original: string, sql: string, anchor: Input<'changes.verify'> = {}) {
  const path = join(temporaryFolder(), 'tampered.cchc');
  copyFileSync(original, path);
  const database = new Database(path);
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
  const service = serviceOn();
  const opened = await service.call('office.open', { fileToken: path as FileToken });
  expect(opened.ok).toBe(true);
  const answer = await service.call('changes.verify', anchor);
  await service.close();
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** Guards off, as an intruder with any SQLite tool would have them. */
const DISARM = [...guardsOf(MIGRATIONS).keys()].map((name) => `DROP TRIGGER ${name};`).join('');
const point = (seq: number) => ({ table: 'score', subject: `${['A', 'B', 'C'][seq - 2]} · 1.1` });

test.each([
  [
    'a value in the log',
    "UPDATE change_log SET new = '1' WHERE batch_seq = 3",
    {
      reason: 'altered',
      firstBadSeq: 3,
      record: point(3),
      difference: { column: 'final_micro', logged: '1', found: '5999999' },
    },
  ],
  [
    'the actor of a batch',
    "UPDATE batch SET actor = 'ai đó' WHERE seq = 2",
    { reason: 'altered', firstBadSeq: 2, record: null },
  ],
  ['whose a batch is', "UPDATE batch SET actor_id = 'u' WHERE seq = 2", { reason: 'altered', firstBadSeq: 2 }],
  ['the time of a batch', "UPDATE batch SET at = '2000' WHERE seq = 4", { reason: 'altered', firstBadSeq: 4 }],
  ['the name of a step', "UPDATE batch SET label = '{}' WHERE seq = 2", { reason: 'altered', firstBadSeq: 2 }],
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
    'the newest batch taken out and its note changed to match',
    `DELETE FROM change_log WHERE batch_seq = 4; DELETE FROM batch WHERE seq = 4;
     UPDATE meta SET value = '3' WHERE key = 'head_seq';
     UPDATE meta SET value = (SELECT hash FROM batch WHERE seq = 3) WHERE key = 'head_hash'`,
    { reason: 'recordAltered', record: point(4) },
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
    'a change moved to the end of its batch',
    'UPDATE change_log SET seq = 9999 WHERE seq = 5',
    { reason: 'reordered', firstBadSeq: 1 },
  ],
  [
    'a change put in',
    "INSERT INTO change_log VALUES (NULL, 2, 'update', 'score', 'x', 'final_micro', '1', '2')",
    { reason: 'inserted', firstBadSeq: 2, record: { table: 'score', id: 'x' } },
  ],
  [
    'a change of no batch put in',
    "INSERT INTO change_log VALUES (NULL, 77, 'update', 'score', 'x', 'final_micro', '1', '2')",
    { reason: 'inserted', firstBadSeq: 77 },
  ],
  [
    'a batch put in before the first',
    "INSERT INTO batch (seq, id, op_id, kind, label, actor, at, undoable, change_count, search, prev_hash, hash) SELECT -5, 'x', 'x', kind, label, actor, at, undoable, 0, search, '', 'x' FROM batch WHERE seq = 1",
    { reason: 'inserted', firstBadSeq: -5 },
  ],
  [
    'the note of the newest batch',
    "UPDATE meta SET value = 'x' WHERE key = 'head_hash'",
    { reason: 'headAltered', firstBadSeq: 4 },
  ],
  [
    'what the chain does not read of a change',
    "UPDATE change_log SET col = 'x' WHERE seq = 5",
    { reason: 'altered', firstBadSeq: 1 },
  ],
  [
    'a score behind the log',
    'UPDATE score SET final_micro = 1 WHERE final_micro = 6000000',
    {
      reason: 'recordAltered',
      firstBadSeq: 2,
      record: point(2),
      difference: { column: 'final_micro', logged: '6000000', found: '1' },
    },
  ],
  [
    'who wrote a score',
    "UPDATE score SET updated_by = 'ai đó' WHERE final_micro = 5999999",
    { reason: 'recordAltered', firstBadSeq: 3, difference: { column: 'updated_by', logged: 'thử', found: 'ai đó' } },
  ],
  ['units renamed', "UPDATE unit SET name = 'Khác'", { reason: 'recordAltered', firstBadSeq: 1, others: 2 }],
  [
    'a score taken out',
    'DELETE FROM score WHERE final_micro = 5999998',
    { reason: 'recordRemoved', firstBadSeq: 4, record: point(4) },
  ],
  [
    'a record put in',
    "INSERT INTO milestone SELECT 'x', id, 'Mốc lạ', 1, 1, 't', 'a', NULL, NULL FROM cycle",
    { reason: 'recordInserted', firstBadSeq: 0, record: { table: 'milestone', id: 'x', subject: 'Mốc lạ' } },
  ],
])('finds %s', async (_what, sql, expected) => {
  expect(await check(await officeWithHistory(), DISARM + sql)).toMatchObject({ ok: false, ...expected });
});

test.each([
  ['a guard taken off', 'DROP TRIGGER batch_no_update', { reason: 'guardRemoved', record: { id: 'batch_no_update' } }],
  [
    'a guard made toothless',
    `DROP TRIGGER batch_no_update;
     CREATE TRIGGER batch_no_update BEFORE UPDATE ON batch WHEN 0 BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END`,
    { reason: 'guardAltered', record: { id: 'batch_no_update' } },
  ],
  [
    'a trigger that would write by itself',
    'CREATE TRIGGER gift AFTER INSERT ON score BEGIN UPDATE score SET final_micro = 6000000; END',
    { reason: 'guardInserted', record: { id: 'gift' } },
  ],
])('finds %s, though every record is as it was', async (_what, sql, expected) => {
  expect(await check(await officeWithHistory(), sql)).toMatchObject({ ok: false, firstBadSeq: 0, ...expected });
});

test.each([
  ['the bytes of an attached file', "UPDATE attachment SET content = X'00'", 'attachmentAltered'],
  ['an attached file taken out', 'DELETE FROM attachment', 'attachmentRemoved'],
])('finds %s', async (_what, sql, reason) => {
  const expected = { ok: false, reason, record: { table: 'attachment', subject: 'quyết định.pdf' } };
  expect(await check(await officeWithAttachment(), DISARM + sql)).toMatchObject(expected);
});

test('a log cut back with everything it wrote is only told by a code kept outside the file', async () => {
  const path = await officeWithHistory();
  const head = new Database(path, { readonly: true })
    .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM batch ORDER BY seq DESC')
    .get()!;
  const anchor = { seq: head.seq, hash: head.hash.slice(0, 12) };
  const cutBack = `${DISARM}
    UPDATE score SET final_micro = NULL, version = 1, updated_at = (SELECT at FROM batch WHERE seq = 1)
      WHERE final_micro = 5999998;
    DELETE FROM change_log WHERE batch_seq = 4; DELETE FROM batch WHERE seq = 4;
    UPDATE meta SET value = '3' WHERE key = 'head_seq';
    UPDATE meta SET value = (SELECT hash FROM batch WHERE seq = 3) WHERE key = 'head_hash';
    ${[...guardsOf(MIGRATIONS).values()].map((statement) => `${statement};`).join('')}`;
  expect(await check(path, '', { anchor })).toMatchObject({ ok: true, anchored: true });
  expect(await check(path, cutBack)).toMatchObject({ ok: true, anchored: false, batches: 3 });
  expect(await check(path, cutBack, { anchor })).toMatchObject({ ok: false, reason: 'anchorMissing', firstBadSeq: 4 });
});
