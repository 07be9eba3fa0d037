import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileToken } from '#shared/domain/ids.ts';
import { CHANGED_SINCE_MILESTONE, HAS_COMMENT, HAS_EVIDENCE } from '#shared/scoring/model.ts';
import { newOpId, openTestOffice, type TestOffice } from './testing/test-office.ts';

async function firstCell(office: TestOffice) {
  const structure = await office.get('cycles.get', { cycleId: office.cycleId });
  const leafId = structure.criteriaSets[0]!.nodes.find((node) => node.code === '1.1')!.id;
  const place = { cycleUnitId: structure.cycleUnits[0]!.id, leafId };
  const flags = async () => {
    const blockId = structure.blocks[0]!.id;
    return (await office.get('scores.block', { cycleId: office.cycleId, blockId })).flags[0]!;
  };
  return { place, flags };
}

test('comments form a thread, mark the cell until closed, and are undone like any step', async () => {
  const office = await openTestOffice();
  const { place, flags } = await firstCell(office);
  await office.get('comments.add', { opId: newOpId(), ...place, parentId: null, text: 'Thiếu quyết định?' });
  const [first] = await office.get('comments.list', place);
  await office.get('comments.add', { opId: newOpId(), ...place, parentId: first!.id, text: 'Đã gửi bổ sung.' });
  expect(await office.get('comments.list', place)).toMatchObject([
    { text: 'Thiếu quyết định?', parentId: null, author: 'thử' },
    { text: 'Đã gửi bổ sung.', parentId: first!.id },
  ]);
  expect((await flags()) & HAS_COMMENT).toBe(HAS_COMMENT);
  await office.get('comments.resolve', { opId: newOpId(), commentId: first!.id, expectedVersion: 1, resolved: true });
  expect((await flags()) & HAS_COMMENT).toBe(0);
  await office.get('changes.undo', { opId: newOpId() });
  expect((await flags()) & HAS_COMMENT).toBe(HAS_COMMENT);
  await office.get('changes.undo', { opId: newOpId() });
  await office.get('changes.undo', { opId: newOpId() });
  expect(await office.get('comments.list', place)).toEqual([]);
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('a reply to a reply, or to nothing, is refused', async () => {
  const office = await openTestOffice();
  const { place } = await firstCell(office);
  await office.get('comments.add', { opId: newOpId(), ...place, parentId: null, text: 'a' });
  const [first] = await office.get('comments.list', place);
  await office.get('comments.add', { opId: newOpId(), ...place, parentId: first!.id, text: 'b' });
  const reply = (await office.get('comments.list', place))[1]!;
  const refused = { code: 'NOT_FOUND', params: { what: 'comment' } };
  const add = { opId: newOpId(), ...place, text: 'c' };
  expect(await office.fail('comments.add', { ...add, parentId: reply.id })).toMatchObject(refused);
  expect(await office.fail('comments.add', { ...add, parentId: 'none' as never })).toMatchObject(refused);
});

test('an attached file is kept by its hash and comes out as it went in', async () => {
  const office = await openTestOffice();
  const { place, flags } = await firstCell(office);
  const source = join(office.folder, 'Quyết định 12.pdf');
  const content = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256));
  writeFileSync(source, content);
  const record = { documentNo: '12/QĐ', documentDate: '2024-03-01', signer: 'Cục trưởng', summary: 'Kế hoạch' };
  const attach = { ...place, record, fileToken: source as FileToken };
  await office.get('evidence.attach', { opId: newOpId(), ...attach });
  await office.get('evidence.attach', { opId: newOpId(), ...attach });
  expect((await flags()) & HAS_EVIDENCE).toBe(HAS_EVIDENCE);
  const { evidence } = await office.get('scores.unit', { cycleUnitId: place.cycleUnitId });
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(evidence).toHaveLength(2);
  expect(evidence[0]).toMatchObject({ ...record, file: { name: 'Quyết định 12.pdf', sha256 } });
  const copy = join(office.folder, 'copy.pdf');
  await office.get('evidence.saveCopy', { evidenceId: evidence[0]!.id, fileToken: copy as FileToken });
  expect(readFileSync(copy).equals(content)).toBe(true);
  for (const { id } of evidence)
    await office.get('evidence.remove', { opId: newOpId(), evidenceId: id, expectedVersion: 1 });
  expect((await flags()) & HAS_EVIDENCE).toBe(0);
  await office.get('changes.undo', { opId: newOpId() });
  await office.get('evidence.saveCopy', { evidenceId: evidence[1]!.id, fileToken: copy as FileToken });
});

test('an empty file, a folder and a file that is gone are said', async () => {
  const office = await openTestOffice();
  const { place } = await firstCell(office);
  const record = { documentNo: '', documentDate: '' as const, signer: '', summary: '' };
  writeFileSync(join(office.folder, 'empty.pdf'), '');
  const attach = (name: string) =>
    office.fail('evidence.attach', {
      opId: newOpId(),
      ...place,
      record,
      fileToken: join(office.folder, name) as FileToken,
    });
  expect(await attach('empty.pdf')).toMatchObject({ code: 'FILE_FORMAT', reason: 'emptyFile' });
  expect(await attach('gone.pdf')).toMatchObject({ code: 'NOT_FOUND', reason: 'file' });
});

test('a milestone marks what changes after it, also after reopening, and undo does not cross it out', async () => {
  const office = await openTestOffice();
  const { place, flags } = await firstCell(office);
  const edit = (pointsMicro: number, expectedVersion: number) => ({
    opId: newOpId(),
    cycleId: office.cycleId,
    cells: [{ ...place, expectedVersion, set: { kind: 'points', stage: 'final', pointsMicro } as const }],
  });
  await office.get('scores.setCells', edit(5e6, 1));
  await office.get('milestones.add', { opId: newOpId(), cycleId: office.cycleId, name: 'Đã tiếp nhận' });
  expect((await flags()) & CHANGED_SINCE_MILESTONE).toBe(0);
  await office.get('scores.setCells', edit(6e6, 2));
  expect((await flags()) & CHANGED_SINCE_MILESTONE).toBe(CHANGED_SINCE_MILESTONE);
  await office.get('office.close', {});
  await office.get('office.open', { fileToken: office.path as FileToken });
  expect((await flags()) & CHANGED_SINCE_MILESTONE).toBe(CHANGED_SINCE_MILESTONE);
  expect(await office.get('milestones.list', { cycleId: office.cycleId })).toMatchObject([
    { name: 'Đã tiếp nhận', by: 'thử' },
  ]);
});

test('one can jump back over many steps and forward again', async () => {
  const office = await openTestOffice();
  const { place } = await firstCell(office);
  for (let step = 1; step <= 12; step++) {
    const set = { kind: 'points', stage: 'final', pointsMicro: 5_000_000 + step } as const;
    const cells = [{ ...place, expectedVersion: step, set }];
    await office.get('scores.setCells', { opId: newOpId(), cycleId: office.cycleId, cells, step: 'paste' });
  }
  const before = await office.get('changes.steps', { limit: 100 });
  expect(before.undo.map(({ label }) => label.key)).toEqual(Array(12).fill('scores.paste'));
  expect(await office.get('changes.jump', { opId: newOpId(), steps: -5 })).toEqual({ taken: 5, stoppedBy: null });
  const between = await office.get('changes.steps', { limit: 100 });
  expect([between.undo.length, between.redo.length]).toEqual([7, 5]);
  expect(between.undo).toEqual(before.undo.slice(5));
  expect(await office.get('changes.jump', { opId: newOpId(), steps: 5 })).toEqual({ taken: 5, stoppedBy: null });
  const after = await office.get('changes.steps', { limit: 100 });
  expect([after.undo.length, after.redo.length]).toEqual([12, 0]);
  const unit = await office.get('scores.unit', { cycleUnitId: place.cycleUnitId });
  expect(unit.cells[0]!.finalMicro).toBe(5_000_012);
  const again = { opId: newOpId(), steps: -3 };
  expect(await office.get('changes.jump', again)).toEqual({ taken: 3, stoppedBy: null });
  expect(await office.get('changes.jump', again)).toEqual({ taken: 3, stoppedBy: null });
  expect(await office.get('changes.byOpId', { opId: again.opId })).toMatchObject({ label: { key: 'undo' } });
  expect((await office.get('changes.steps', { limit: 100 })).redo).toHaveLength(3);
  await office.get('changes.jump', { opId: newOpId(), steps: 3 });
  const tooFar = await office.get('changes.jump', { opId: newOpId(), steps: -50 });
  expect(tooFar).toMatchObject({ taken: 12, stoppedBy: { reason: 'nothingToUndo' } });
});
