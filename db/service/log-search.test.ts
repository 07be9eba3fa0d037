import { expect, test } from 'vitest';
import type { Input } from '#shared/contract/contract.ts';
import { newOpId, openTestOffice, serviceOn } from './testing/test-office.ts';
import type { FileToken } from '#shared/domain/ids.ts';

type Filter = NonNullable<Input<'changes.list'>['filter']>;

/** 1 the cycle · 2–4 final points of A, B, C at 1.1 · 5 a comment and 6 a document at A · 7 the document removed · 8 a cap on B · 9 taken back. */
async function officeWithSteps() {
  const office = await openTestOffice();
  const { cycleUnits, criteriaSets } = await office.get('cycles.get', { cycleId: office.cycleId });
  const leafId = criteriaSets[0]!.nodes.find(({ code }) => code === '1.1')!.id;
  const otherLeafId = criteriaSets[0]!.nodes.find(({ code }) => code === '2.1.1')!.id;
  for (const { id: cycleUnitId } of cycleUnits) {
    const set = { kind: 'points', stage: 'final', pointsMicro: 6_000_000 } as const;
    const cells = [{ cycleUnitId, leafId, expectedVersion: 1, set }];
    await office.get('scores.setCells', { opId: newOpId(), cycleId: office.cycleId, cells });
  }
  const [a, b] = cycleUnits.map(({ id }) => id);
  const place = { cycleUnitId: a!, leafId };
  await office.get('comments.add', { opId: newOpId(), ...place, parentId: null, text: 'Hỏi' });
  const record = { documentNo: '1', documentDate: '', signer: '', summary: '' };
  await office.get('evidence.attach', { opId: newOpId(), ...place, record, fileToken: null });
  const evidence = (await office.get('scores.unit', { cycleUnitId: a! })).evidence[0]!;
  await office.get('evidence.remove', { opId: newOpId(), evidenceId: evidence.id, expectedVersion: 1 });
  const cap = { classCode: 'K', reason: 'Kỷ luật', source: 'QĐ 1' };
  await office.get('classification.setCap', { opId: newOpId(), cycleUnitId: b!, expectedVersion: 1, cap });
  await office.get('changes.undo', { opId: newOpId() });
  const list = async (filter: Filter, search = '', limit = 50) => {
    const page = await office.get('changes.list', { before: null, limit, search, filter });
    expect(page.total).toBe(page.entries.length + (page.more ? page.total - limit : 0));
    return page.entries.map(({ seq }) => seq);
  };
  return { office, list, a: a!, b: b!, leafId, otherLeafId };
}

test('the log is narrowed to a unit, to a cell, and includes what was removed since', async () => {
  const { list, a, b, leafId, otherLeafId } = await officeWithSteps();
  expect(await list({})).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(await list({ cycleUnitId: a })).toEqual([7, 6, 5, 2, 1]);
  expect(await list({ cycleUnitId: b })).toEqual([9, 8, 3, 1]);
  expect(await list({ cycleUnitId: a, leafId })).toEqual([7, 6, 5, 2, 1]);
  expect(await list({ cycleUnitId: b, leafId })).toEqual([3, 1]);
  expect(await list({ cycleUnitId: a, leafId: otherLeafId })).toEqual([]);
});

test('the log is narrowed to a kind of step; a step taken back is of its own kind too', async () => {
  const { list } = await officeWithSteps();
  expect(await list({ kind: 'scores' })).toEqual([4, 3, 2]);
  expect(await list({ kind: 'cap' })).toEqual([9, 8]);
  expect(await list({ kind: 'undo' })).toEqual([9]);
  expect(await list({ kind: 'evidence' })).toEqual([7, 6]);
  expect(await list({ kind: 'scoresX' })).toEqual([]);
});

test('the log is narrowed to a span of time, first instant included, last one not', async () => {
  const { office, list } = await officeWithSteps();
  const { entries } = await office.get('changes.list', { before: null, limit: 50, search: '' });
  const at = (seq: number) => entries.find((entry) => entry.seq === seq)!.at;
  const inside = (from: string | null, until: string | null) =>
    entries.filter((entry) => (!from || entry.at >= from) && (!until || entry.at < until)).map(({ seq }) => seq);
  for (const [from, until] of [
    [at(3), null],
    [null, at(3)],
    [at(3), at(8)],
    [at(9), at(1)],
  ] as const) {
    expect(await list({ from, until })).toEqual(inside(from, until));
  }
});

test('conditions add up, and pages go on under them', async () => {
  const { office, list, a, b } = await officeWithSteps();
  expect(await list({ cycleUnitId: a, kind: 'scores' })).toEqual([2]);
  expect(await list({ cycleUnitId: b }, 'ky luat')).toEqual([9, 8]);
  expect(await list({ actor: 'không có' })).toEqual([]);
  const filter = { cycleUnitId: a };
  const first = await office.get('changes.list', { before: null, limit: 2, search: '', filter });
  expect(first).toMatchObject({ more: true, total: 5 });
  const next = await office.get('changes.list', { before: 6, limit: 2, search: '', filter });
  expect(next.entries.map(({ seq }) => seq)).toEqual([5, 2]);
});

test('the log is narrowed to a person', async () => {
  const { office, list, a, leafId } = await officeWithSteps();
  await office.get('office.close', {});
  const second = serviceOn(() => undefined, 'Ánh');
  await second.call('office.open', { fileToken: office.path as FileToken });
  await second.call('comments.add', { opId: newOpId(), cycleUnitId: a, leafId, parentId: null, text: 'Đáp' });
  await second.close();
  await office.get('office.open', { fileToken: office.path as FileToken });
  expect(await office.get('changes.actors', {})).toEqual(['Ánh', 'thử']);
  expect(await list({ actor: 'Ánh' })).toEqual([10]);
  expect(await list({ actor: 'thử', cycleUnitId: a })).toEqual([7, 6, 5, 2, 1]);
});
