import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FileToken } from '#shared/domain/ids.ts';
import { newOpId, openTestOffice } from './testing/test-office.ts';

async function officeWithGrounds() {
  const office = await openTestOffice();
  const { cycleUnits, criteriaSets, blocks } = await office.get('cycles.get', { cycleId: office.cycleId });
  const leaf = (code: string) => criteriaSets[0]!.nodes.find((node) => node.code === code)!.id;
  const cycleUnitId = cycleUnits[0]!.id;
  const write = async (code: string, expectedVersion: number, set: object) => {
    const cells = [{ cycleUnitId, leafId: leaf(code), expectedVersion, set: set as never }];
    return office.get('scores.setCells', { opId: newOpId(), cycleId: office.cycleId, cells });
  };
  await write('1.1', 1, { kind: 'points', stage: 'appraised', pointsMicro: 4_250_000, reason: 'Thiếu báo cáo' });
  const declared = { kind: 'ratio', numeratorMicro: 9_000_000, denominatorMicro: 10_000_000 };
  await write('2.1.1', 0, { kind: 'declared', stage: 'self', declared });
  await write('2.1.2', 0, { kind: 'notApplicable', reason: 'Không phát sinh' });
  const file = join(office.folder, 'báo cáo.pdf');
  writeFileSync(file, 'mô phỏng');
  const record = { documentNo: '7/BC', documentDate: '2023-11-01', signer: 'B', summary: '' };
  await office.get('evidence.attach', {
    opId: newOpId(),
    cycleUnitId,
    leafId: leaf('1.1'),
    record,
    fileToken: file as FileToken,
  });
  return { office, cycleUnitId, leaf, blockId: blocks[0]!.id };
}

test('a figure is explained down to the leaf, its documents, and who wrote each value in which step', async () => {
  const { office, cycleUnitId, leaf } = await officeWithGrounds();
  const told = await office.get('figures.explainUnit', { cycleUnitId });
  // 4,25 appraised + 0,9 × 2 of 8 applicable points: the survey leaf of 2 is excused.
  expect(told.unit).toMatchObject({
    code: 'A',
    totalMicro: 6_050_000,
    applicableMicro: 8_000_000,
    scaleMicro: 10_000_000,
    excused: [{ code: '2.1.2' }],
    rank: { rank: 1, why: 'ranked', rankedUnits: 3, above: null, below: { code: 'B' } },
  });
  const { ranking } = { ranking: await office.get('ranking.get', { cycleId: office.cycleId }) };
  const row = ranking.blocks[0]!.rows.find(({ code }) => code === 'A')!;
  expect([told.unit.totalMicro, told.unit.applicableMicro, told.unit.rank.rank]).toEqual([
    row.totalMicro,
    row.applicableMicro,
    row.rank,
  ]);
  const grounds = told.grounds.find(({ leafId }) => leafId === leaf('1.1'))!;
  expect(grounds.cutReason).toBe('Thiếu báo cáo');
  const origin = (column: string) => grounds.origins.find((each) => each.column === column);
  expect(origin('self_micro')).toMatchObject({ seq: 1, actor: 'thử', label: { key: 'cycle.create' } });
  expect(origin('appraised_micro')).toMatchObject({ seq: 2, actor: 'thử', label: { key: 'scores.set' } });
  expect(origin('final_micro')).toBeUndefined();
  expect(grounds.evidence).toMatchObject([
    { record: { documentNo: '7/BC', file: { name: 'báo cáo.pdf' } }, origin: { seq: 5, actor: 'thử' } },
  ]);
  const excused = told.grounds.find(({ leafId }) => leafId === leaf('2.1.2'))!;
  expect(excused.notApplicableReason).toBe('Không phát sinh');
});

test('a value written, taken back and written again comes from its last step', async () => {
  const { office, cycleUnitId, leaf } = await officeWithGrounds();
  await office.get('changes.undo', { opId: newOpId() });
  await office.get('changes.undo', { opId: newOpId() });
  const told = await office.get('figures.explainUnit', { cycleUnitId });
  // The document is gone, and so is the record of the excused leaf.
  expect(told.grounds.find(({ leafId }) => leafId === leaf('1.1'))!.evidence).toEqual([]);
  expect(told.grounds.find(({ leafId }) => leafId === leaf('2.1.2'))).toBeUndefined();
  await office.get('changes.redo', { opId: newOpId() });
  const again = await office.get('figures.explainUnit', { cycleUnitId });
  const origins = again.grounds.find(({ leafId }) => leafId === leaf('2.1.2'))!.origins;
  expect(origins.find(({ column }) => column === 'not_applicable_reason')).toMatchObject({
    seq: 8,
    label: { key: 'redo' },
  });
});

test('the mean of a block is explained as the ranking has it', async () => {
  const { office, blockId } = await officeWithGrounds();
  const told = await office.get('figures.explainMean', { cycleId: office.cycleId, blockId });
  const ranking = await office.get('ranking.get', { cycleId: office.cycleId });
  expect(told).toMatchObject({ blockCode: 'K1', count: 3, meanMicroPercent: ranking.blocks[0]!.meanMicroPercent });
  expect(told.parts.map(({ code }) => code)).toEqual(ranking.blocks[0]!.rows.map(({ code }) => code));
});

test('what is not there cannot be explained', async () => {
  const { office } = await officeWithGrounds();
  expect(await office.fail('figures.explainUnit', { cycleUnitId: 'x' as never })).toMatchObject({ code: 'NOT_FOUND' });
  const mean = { cycleId: office.cycleId, blockId: 'x' as never };
  expect(await office.fail('figures.explainMean', mean)).toMatchObject({ code: 'NOT_FOUND' });
});
