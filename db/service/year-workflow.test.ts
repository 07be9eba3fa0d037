import { expect, test } from 'vitest';
import type { Input } from '#shared/contract/contract.ts';
import type { MilestoneComparison } from '#shared/contract/outputs-cycles.ts';
import { CYCLE_STATES, type CycleState } from '#shared/domain/entities.ts';
import { smallDraft } from './testing/small-draft.ts';
import { newOpId, openTestOffice, type TestOffice } from './testing/test-office.ts';

async function moveOf(office: TestOffice, to: CycleState): Promise<Input<'cycles.advance'>> {
  const { cycle } = await office.get('cycles.get', { cycleId: office.cycleId });
  return { opId: newOpId(), cycleId: office.cycleId, expectedVersion: cycle.version, to };
}

async function advance(office: TestOffice, ...states: readonly CycleState[]): Promise<void> {
  for (const to of states) await office.get('cycles.advance', await moveOf(office, to));
}

async function stateOf(office: TestOffice): Promise<CycleState> {
  return (await office.get('cycles.get', { cycleId: office.cycleId })).cycle.state;
}

async function setFinal(office: TestOffice, unitCode: string, pointsMicro: number): Promise<void> {
  const { cycleId } = office;
  const { units, cycleUnits, criteriaSets } = await office.get('cycles.get', { cycleId });
  const unitId = units.find(({ code }) => code === unitCode)!.id;
  const cycleUnitId = cycleUnits.find((each) => each.unitId === unitId)!.id;
  const leafId = criteriaSets[0]!.nodes.find(({ code }) => code === '1.1')!.id;
  const { cells } = await office.get('scores.unit', { cycleUnitId });
  const expectedVersion = cells.find((cell) => cell.leafId === leafId)?.version ?? 0;
  const set = { kind: 'points', stage: 'final', pointsMicro, reason: 'chưa đủ căn cứ' } as const;
  await office.get('scores.setCells', {
    opId: newOpId(),
    cycleId,
    cells: [{ cycleUnitId, leafId, expectedVersion, set }],
  });
}

test('each state reached is a milestone with who and when, and undo passes over it', async () => {
  const office = await openTestOffice();
  await setFinal(office, 'A', 4_000_000);
  await advance(office, 'received', 'appraised');
  expect(await stateOf(office)).toBe('appraised');
  const milestones = await office.get('milestones.list', { cycleId: office.cycleId });
  expect(milestones).toMatchObject([
    { state: 'received', by: 'thử', logSeq: 3, reason: '' },
    { state: 'appraised', by: 'thử', logSeq: 4, reason: '' },
  ]);
  await office.get('changes.undo', { opId: newOpId() });
  expect(await stateOf(office)).toBe('appraised');
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('a step that is not in the table is refused, and so is one seen too late', async () => {
  const office = await openTestOffice();
  const late = await moveOf(office, 'received');
  for (const to of CYCLE_STATES.filter((state) => state !== 'received')) {
    const error = await office.fail('cycles.advance', await moveOf(office, to));
    expect(error, to).toMatchObject({ code: 'VALIDATION', reason: 'noSuchStep' });
  }
  expect(await office.fail('cycles.goBack', { ...(await moveOf(office, 'received')), reason: 'r' })).toMatchObject({
    reason: 'noSuchStep',
  });
  await advance(office, 'received');
  expect(await office.fail('cycles.advance', late)).toMatchObject({ code: 'VERSION_CONFLICT' });
});

test('going back asks for a reason and keeps it', async () => {
  const office = await openTestOffice();
  await advance(office, 'received', 'appraised');
  const move = await moveOf(office, 'entered');
  expect(await office.fail('cycles.goBack', { ...move, reason: '  ' })).toMatchObject({ code: 'VALIDATION' });
  await office.get('cycles.goBack', { ...move, reason: 'Đơn vị A gửi lại hồ sơ' });
  expect(await stateOf(office)).toBe('entered');
  const milestones = await office.get('milestones.list', { cycleId: office.cycleId });
  expect(milestones.at(-1)).toMatchObject({ state: 'entered', reason: 'Đơn vị A gửi lại hồ sơ' });
  const found = await office.get('changes.list', { before: null, limit: 5, search: 'gui lai ho so' });
  expect(found.entries.map(({ label }) => label.key)).toEqual(['cycle.goBack.entered']);
});

test('a block without units holds the year back, and the screen knows before', async () => {
  const [block] = smallDraft().blocks;
  const office = await openTestOffice(smallDraft({ blocks: [block!, { ...block!, code: 'K2', units: [] }] }));
  const { state, steps } = await office.get('cycles.progress', { cycleId: office.cycleId });
  expect(state).toBe('entered');
  const unmet = { name: 'everyBlockHasUnits', params: { blocks: 'K2' } };
  expect(steps).toMatchObject([
    { kind: 'advance', to: 'received', isForbidden: false, unmet: [unmet], warnings: [{ name: 'everyCellScored' }] },
  ]);
  const error = await office.fail('cycles.advance', await moveOf(office, 'received'));
  expect(error).toMatchObject({ code: 'VALIDATION', reason: 'preconditionsUnmet' });
  expect(error.problems).toEqual([{ at: '', reason: 'everyBlockHasUnits', params: { blocks: 'K2' } }]);
});

test('nobody approves alone: a file without users cannot show two persons', async () => {
  const office = await openTestOffice();
  await advance(office, 'received', 'appraised', 'explained', 'surveyed', 'synthesised');
  const { steps } = await office.get('cycles.progress', { cycleId: office.cycleId });
  expect(steps.find(({ to }) => to === 'approved')).toMatchObject({ personRefusal: 'singleSeat' });
  const error = await office.fail('cycles.advance', await moveOf(office, 'approved'));
  expect(error).toMatchObject({ code: 'FORBIDDEN', reason: 'singleSeat' });
});

/** A comparison in the codes people use. */
function readable({ units, leaves, cells, results }: MilestoneComparison) {
  const unit = (id: string) => units.find((each) => each.id === id)!.code;
  return {
    cells: cells.map((cell) => [
      unit(cell.unitId),
      leaves.find(({ id }) => id === cell.leafId)!.code,
      cell.value,
      cell.before,
      cell.after,
    ]),
    results: results?.map(({ unitId, before, after }) => [unit(unitId), before?.rank, after?.rank]),
  };
}

test('two milestones are compared cell by cell, with what it did to the ranks', async () => {
  const office = await openTestOffice();
  const { cycleId } = office;
  await advance(office, 'received');
  await setFinal(office, 'A', 2_000_000);
  await setFinal(office, 'B', 1_000_000);
  await setFinal(office, 'B', 4_000_000);
  await advance(office, 'appraised');
  await setFinal(office, 'A', 6_000_000);
  const [received, appraised] = await office.get('milestones.list', { cycleId });
  const between = await office.get('milestones.compare', { cycleId, from: received!.id, to: appraised!.id });
  expect(readable(between)).toEqual({
    cells: [
      ['A', '1.1', 'final', null, 2_000_000],
      ['A', '1.1', 'reason', null, 'chưa đủ căn cứ'],
      ['B', '1.1', 'final', null, 4_000_000],
    ],
    results: [
      ['B', 2, 1],
      ['C', 3, 2],
      ['A', 1, 3],
    ],
  });
  expect(between.cells[0]).toMatchObject({ by: 'thử' });
  expect(between.from).toMatchObject({ logSeq: received!.logSeq, milestone: { state: 'received' } });
  expect(between.to.hash).toMatch(/^[0-9a-f]{64}$/);
  // Back where it began is no difference, and "now" is the other end.
  const sinceThen = await office.get('milestones.compare', { cycleId, from: appraised!.id, to: null });
  expect(readable(sinceThen).cells).toEqual([
    ['A', '1.1', 'final', 2_000_000, 6_000_000],
    ['A', '1.1', 'reason', 'chưa đủ căn cứ', null],
  ]);
  // Whichever way round.
  const reversed = await office.get('milestones.compare', { cycleId, from: appraised!.id, to: received!.id });
  expect(reversed).toEqual(between);
});

test('settings, evidence and units that came in between are told apart from cells', async () => {
  const office = await openTestOffice();
  const { cycleId } = office;
  await advance(office, 'received');
  const { cycle, cycleUnits, criteriaSets } = await office.get('cycles.get', { cycleId });
  const leafId = criteriaSets[0]!.nodes.find(({ code }) => code === '1.1')!.id;
  const record = { documentNo: '7/BC', documentDate: '' as const, signer: '', summary: '' };
  await office.get('evidence.attach', {
    opId: newOpId(),
    cycleUnitId: cycleUnits[0]!.id,
    leafId,
    record,
    fileToken: null,
  });
  const { name, year, periodStart, periodEnd, version, settings } = cycle;
  const changed = { ...settings, unclassifiedLabel: 'Chưa xếp' } as never;
  const fields = { name, year, periodStart, periodEnd, settings: changed };
  await office.get('cycles.update', { opId: newOpId(), cycleId, expectedVersion: version, ...fields });
  const [received] = await office.get('milestones.list', { cycleId });
  const compared = await office.get('milestones.compare', { cycleId, from: received!.id, to: null });
  expect(readable(compared).cells).toEqual([['A', '1.1', 'evidence', null, '7/BC']]);
  expect(compared.settings).toEqual(['unclassifiedLabel']);
  // All three units were below every threshold, so the new word is their class.
  expect(compared.results?.map(({ after }) => after?.classLabel)).toContain('Chưa xếp');
});
