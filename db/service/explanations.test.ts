import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExplanationItem } from '#shared/domain/explanations.ts';
import type { CycleUnitId, ExplanationItemId, NodeId, OpId } from '#shared/domain/ids.ts';
import { moveExplanation, type ExplanationMove } from '#shared/domain/explanation-states.ts';
import { smallDraft } from './testing/small-draft.ts';
import { newOpId, openTestOffice, type TestOffice } from './testing/test-office.ts';

const TODAY = '2024-06-01';

/** Three units with 5, 4 and 3 points of 6 on leaf 1.1; each is cut by one point. */
async function cutOffice() {
  const office = await openTestOffice();
  const { structure, place } = await placesOf(office);
  const cells = ['A', 'B', 'C'].map((unit, at) => ({
    ...place(unit),
    expectedVersion: 1,
    set: { kind: 'points', stage: 'appraised', pointsMicro: (4 - at) * 1e6, reason: 'Thiếu kết quả' } as const,
  }));
  await office.get('scores.setCells', { opId: newOpId(), cycleId: office.cycleId, cells });
  const open = (units: readonly string[], name = 'Đợt 1') => ({
    opId: newOpId(),
    cycleId: office.cycleId,
    name,
    deadline: '2024-06-15',
    today: TODAY,
    cells: units.map(place),
  });
  const list = () => office.get('explanations.list', { cycleId: office.cycleId });
  const itemOf = async (unit: string): Promise<ExplanationItem> => {
    const { items } = await list();
    return items.filter(({ cycleUnitId }) => cycleUnitId === place(unit).cycleUnitId).at(-1)!;
  };
  const cellOf = async (unit: string) => {
    const { cells: found } = await office.get('scores.unit', { cycleUnitId: place(unit).cycleUnitId });
    return found.find(({ leafId }) => leafId === place(unit).leafId)!;
  };
  /** The item as a reviewer sees it now. */
  const seen = async (unit: string) => {
    const { id, version } = await itemOf(unit);
    return { itemId: id, expectedVersion: version, expectedCellVersion: (await cellOf(unit)).version };
  };
  const answer = async (unit: string, text = 'Đã bổ sung quyết định') => {
    const { itemId, expectedVersion } = await seen(unit);
    return { opId: newOpId(), items: [{ itemId, expectedVersion }], text, document: null };
  };
  return { office, structure, place, open, list, itemOf, cellOf, seen, answer };
}

async function placesOf(office: TestOffice) {
  const structure = await office.get('cycles.get', { cycleId: office.cycleId });
  const leafId = structure.criteriaSets[0]!.nodes.find(({ code }) => code === '1.1')!.id;
  const place = (code: string): { cycleUnitId: CycleUnitId; leafId: NodeId } => {
    const unit = structure.units.find((candidate) => candidate.code === code)!;
    return { cycleUnitId: structure.cycleUnits.find(({ unitId }) => unitId === unit.id)!.id, leafId };
  };
  return { structure, place };
}

const indexes = async (office: TestOffice) => {
  const { blocks } = await office.get('ranking.get', { cycleId: office.cycleId });
  return blocks[0]!.rows.map((row) => `${row.rank} ${row.code} ${row.indexText}`);
};

test('a cut is put to the unit, answered, accepted in part, rejected; finals and ranks follow; each is one step', async () => {
  const { office, place, open, list, itemOf, cellOf, seen, answer } = await cutOffice();
  const proposed = await office.get('explanations.propose', { cycleId: office.cycleId });
  expect(
    proposed.map(({ selfMicro, appraisedMicro, isSuggested }) => [selfMicro, appraisedMicro, isSuggested]),
  ).toEqual([
    [5e6, 4e6, true],
    [4e6, 3e6, true],
    [3e6, 2e6, true],
  ]);
  await office.get('explanations.openRound', open(['A', 'B', 'C']));
  expect((await list()).rounds).toMatchObject([
    { number: 1, name: 'Đợt 1', deadline: '2024-06-15', openedBy: 'thử', closedAt: null },
  ]);
  expect(await itemOf('A')).toMatchObject({
    state: 'open',
    selfMicro: 5e6,
    appraisedMicro: 4e6,
    cutReason: 'Thiếu kết quả',
  });
  expect(await office.get('explanations.propose', { cycleId: office.cycleId })).toEqual([]);

  await office.get('explanations.answer', await answer('A'));
  await office.get('explanations.answer', {
    ...(await answer('B', 'Xin giữ điểm')),
    document: {
      documentNo: '15/CV',
      documentDate: '2024-06-03',
      signer: 'Trưởng phòng',
      summary: 'Công văn giải trình',
    },
  });
  expect(await itemOf('B')).toMatchObject({ state: 'answered', answer: 'Xin giữ điểm', answeredBy: 'thử' });
  const { evidence } = await office.get('scores.unit', { cycleUnitId: place('B').cycleUnitId });
  expect(evidence).toMatchObject([{ documentNo: '15/CV', summary: 'Công văn giải trình' }]);

  expect(await indexes(office)).toEqual(['1 A 40,00', '2 B 30,00', '3 C 20,00']);
  await office.get('explanations.accept', {
    opId: newOpId(),
    items: [{ ...(await seen('B')), pointsMicro: 4_500_000 }],
    reason: '',
  });
  expect(await cellOf('B')).toMatchObject({ appraisedMicro: 3e6, finalMicro: 4_500_000, cutReason: 'Thiếu kết quả' });
  expect(await indexes(office)).toEqual(['1 B 45,00', '2 A 40,00', '3 C 20,00']);
  await office.get('explanations.reject', { opId: newOpId(), items: [await seen('A')], reason: 'Tài liệu ngoài kỳ' });
  expect(await itemOf('A')).toMatchObject({
    state: 'rejected',
    decisionReason: 'Tài liệu ngoài kỳ',
    grantedMicro: null,
  });
  expect(await cellOf('A')).toMatchObject({ finalMicro: 4e6, cutReason: 'Thiếu kết quả' });

  await office.get('changes.undo', { opId: newOpId() });
  expect(await itemOf('A')).toMatchObject({ state: 'answered', decisionReason: '' });
  expect((await cellOf('A')).finalMicro).toBeNull();
  await office.get('changes.undo', { opId: newOpId() });
  expect(await indexes(office)).toEqual(['1 A 40,00', '2 B 30,00', '3 C 20,00']);
  await office.get('changes.redo', { opId: newOpId() });
  expect(await itemOf('B')).toMatchObject({ state: 'accepted', grantedMicro: 4_500_000 });
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('closing refuses undecided answers, rejects what nobody explained, and lets a further round follow', async () => {
  const { office, open, list, itemOf, cellOf, seen, answer } = await cutOffice();
  await office.get('explanations.openRound', open(['A', 'B']));
  await office.get('explanations.answer', await answer('A'));
  const close = async (unansweredReason: string | null) => {
    const round = (await list()).rounds[0]!;
    return { opId: newOpId(), roundId: round.id, expectedVersion: round.version, unansweredReason };
  };
  expect(await office.fail('explanations.closeRound', await close('Quá hạn'))).toMatchObject({
    reason: 'explanationsUndecided',
    params: { count: 1 },
  });
  await office.get('explanations.accept', {
    opId: newOpId(),
    items: [{ ...(await seen('A')), pointsMicro: 5e6 }],
    reason: '',
  });
  expect(await office.fail('explanations.closeRound', await close(null))).toMatchObject({
    reason: 'explanationsUnanswered',
  });
  await office.get('explanations.closeRound', await close('Quá hạn, không giải trình'));
  expect((await list()).rounds[0]).toMatchObject({ closedBy: 'thử' });
  expect(await itemOf('B')).toMatchObject({
    state: 'rejected',
    decisionReason: 'Quá hạn, không giải trình',
    answer: '',
  });
  expect((await cellOf('B')).finalMicro).toBe(3e6);
  expect(await office.fail('explanations.answer', await answer('B'))).toMatchObject({ reason: 'roundClosed' });
  expect(await office.fail('explanations.closeRound', await close('x'))).toMatchObject({ reason: 'roundClosed' });

  // The closing was one step; a cell of a closed round can be taken up again.
  await office.get('changes.undo', { opId: newOpId() });
  expect((await list()).rounds[0]).toMatchObject({ closedAt: null });
  expect((await cellOf('B')).finalMicro).toBeNull();
  await office.get('changes.redo', { opId: newOpId() });
  await office.get('explanations.openRound', open(['B', 'C'], 'Đợt bổ sung'));
  expect((await list()).rounds.map(({ number, name }) => `${number} ${name}`)).toEqual(['1 Đợt 1', '2 Đợt bổ sung']);
  expect(await itemOf('B')).toMatchObject({ state: 'open' });
});

test('what may not be done is refused with the reason and the address, and nothing is written', async () => {
  const { office, place, open, list, seen, answer } = await cutOffice();
  expect(await office.fail('explanations.openRound', { ...open(['A']), deadline: '2024-05-31' })).toMatchObject({
    reason: 'deadlinePast',
  });
  const survey = (await office.get('cycles.get', { cycleId: office.cycleId })).criteriaSets[0]!.nodes.find(
    ({ code }) => code === '2.1.2',
  )!;
  const uncut = { cycleUnitId: place('A').cycleUnitId, leafId: survey.id };
  expect(await office.fail('explanations.openRound', { ...open([]), cells: [place('A'), uncut] })).toMatchObject({
    reason: 'notACut',
    params: { at: 'A · 2.1.2', count: 1 },
  });
  expect(await list()).toEqual({ rounds: [], items: [] });
  await office.get('explanations.openRound', open(['A', 'A', 'B']));
  expect((await list()).items).toHaveLength(2);
  expect(await office.fail('explanations.openRound', open(['C', 'B']))).toMatchObject({
    reason: 'explanationPending',
    params: { at: 'B · 1.1' },
  });
  const accept = async (pointsMicro: number) => ({
    opId: newOpId(),
    items: [{ ...(await seen('A')), pointsMicro }],
    reason: '',
  });
  expect(await office.fail('explanations.accept', await accept(5e6))).toMatchObject({ reason: 'explanationState' });
  const before = await answer('A');
  await office.get('explanations.answer', before);
  expect(await office.fail('explanations.answer', { ...before, opId: newOpId() })).toMatchObject({
    code: 'VERSION_CONFLICT',
  });
  expect(await office.fail('explanations.accept', await accept(4e6))).toMatchObject({
    reason: 'grantTooLow',
    params: { at: 'A · 1.1' },
  });
  expect(await office.fail('explanations.accept', await accept(6_500_000))).toMatchObject({ reason: 'overMax' });
  const stale = { ...(await seen('A')), expectedCellVersion: 1 };
  expect(await office.fail('explanations.reject', { opId: newOpId(), items: [stale], reason: 'x' })).toMatchObject({
    code: 'VERSION_CONFLICT',
  });
  const unknown = { itemId: 'none' as ExplanationItemId, expectedVersion: 1 };
  expect(
    await office.fail('explanations.answer', { opId: newOpId(), items: [unknown], text: 'x', document: null }),
  ).toMatchObject({ code: 'NOT_FOUND' });
  const twice = [...before.items, ...before.items].map((each) => ({ ...each, expectedVersion: 2 }));
  expect(
    await office.fail('explanations.answer', { opId: newOpId(), items: twice, text: 'x', document: null }),
  ).toMatchObject({ code: 'VALIDATION' });
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('a sealed cycle takes no round', async () => {
  const office = await openTestOffice(smallDraft({ state: 'sealed' }));
  const { place } = await placesOf(office);
  expect(
    await office.fail('explanations.openRound', {
      opId: newOpId(),
      cycleId: office.cycleId,
      name: 'Đợt 1',
      deadline: TODAY,
      today: TODAY,
      cells: [place('A')],
    }),
  ).toMatchObject({ code: 'CYCLE_SEALED' });
});

test('a command sent twice is carried out once', async () => {
  const { office, open, list } = await cutOffice();
  const opId = newOpId() as OpId;
  const first = await office.get('explanations.openRound', { ...open(['A']), opId });
  const again = await office.get('explanations.openRound', { ...open(['A']), opId });
  expect(again.batchId).toBe(first.batchId);
  expect((await list()).rounds).toHaveLength(1);
});

test('whatever is tried in whatever order, the service does what the state table says and undo leads back to the start', async () => {
  const { office, open, itemOf, cellOf, seen } = await cutOffice();
  await office.get('explanations.openRound', open(['A']));
  const start = [await itemOf('A'), await cellOf('A')] as const;
  const moves = fc.array(fc.constantFrom<ExplanationMove>('answer', 'accept', 'reject'), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      let taken = 0;
      for (const move of sequence) {
        const { state, answer } = await itemOf('A');
        const expected = moveExplanation(state, move, answer !== '');
        const { expectedCellVersion, ...item } = await seen('A');
        const items = [{ ...item, expectedCellVersion, pointsMicro: 5e6 }] as const;
        const opId = newOpId();
        const answered =
          move === 'answer'
            ? await office.service.call('explanations.answer', {
                opId,
                items: [item],
                text: `Lần ${taken}`,
                document: null,
              })
            : move === 'accept'
              ? await office.service.call('explanations.accept', { opId, items: [...items], reason: '' })
              : await office.service.call('explanations.reject', {
                  opId,
                  items: [{ ...item, expectedCellVersion }],
                  reason: 'Không đủ',
                });
        expect(answered.ok).toBe(expected.ok);
        if (!expected.ok) continue;
        taken++;
        const after = await itemOf('A');
        expect(after.state).toBe(expected.value);
        const { finalMicro } = await cellOf('A');
        if (move === 'accept') expect([after.grantedMicro, finalMicro]).toEqual([5e6, 5e6]);
        if (move === 'reject') expect([after.grantedMicro, finalMicro]).toEqual([null, 4e6]);
      }
      if (taken > 0) await office.get('changes.jump', { opId: newOpId(), steps: -taken });
      const [item, cell] = start;
      const { version: _, ...now } = await itemOf('A');
      expect(item).toMatchObject(now);
      expect((await cellOf('A')).finalMicro).toBe(cell.finalMicro);
    }),
    { numRuns: 25 },
  );
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
}, 30_000);
