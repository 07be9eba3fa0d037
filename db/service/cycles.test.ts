import { expect, test } from 'vitest';
import type { Input } from '#shared/contract/contract.ts';
import type { CycleDraft } from '#shared/domain/cycle-draft.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import type { CycleState } from '#shared/domain/entities.ts';
import type { BlockId, CycleId } from '#shared/domain/ids.ts';
import { smallDraft } from './testing/small-draft.ts';
import { newOpId, openTestOffice, type TestOffice } from './testing/test-office.ts';

const NEXT = { name: 'Kỳ sau', year: 2025, periodStart: '2024-11-16', periodEnd: '2025-11-15' };

function openWith(changes: Partial<CycleDraft> = {}): Promise<TestOffice> {
  return openTestOffice(smallDraft(changes));
}

function copyOf(cycleId: CycleId): Input<'cycles.create'> {
  return { opId: newOpId(), ...NEXT, from: { kind: 'cycle', cycleId } };
}

async function updateOf(office: TestOffice, change: Partial<Input<'cycles.update'>>): Promise<Input<'cycles.update'>> {
  const { cycle } = await office.get('cycles.get', { cycleId: office.cycleId });
  const { name, year, periodStart, periodEnd, version, settings } = cycle;
  const fields = { name, year, periodStart, periodEnd, settings: settings as Input<'cycles.update'>['settings'] };
  return { opId: newOpId(), cycleId: office.cycleId, expectedVersion: version, ...fields, ...change };
}

test('a year from last year has its blocks, units, criteria and settings, no scores, and its results as previous', async () => {
  const settings = { ...DEFAULT_SETTINGS, printDecimals: 3, deadlines: { received: '2024-02-29' } };
  const office = await openWith({ settings });
  const source = await office.get('cycles.get', { cycleId: office.cycleId });
  const ranking = await office.get('ranking.get', { cycleId: office.cycleId });
  const command = copyOf(office.cycleId);
  const { cycleId } = await office.get('cycles.create', command);
  const made = await office.get('cycles.get', { cycleId });
  expect(made.cycle).toMatchObject({ ...NEXT, state: 'entered', simulated: true });
  expect(made.cycle.settings).toEqual({ ...settings, deadlines: { received: '2025-02-28' } });
  expect(made.units.map(({ id }) => id)).toEqual(source.units.map(({ id }) => id));
  const shapeOf = ({ criteriaSets }: typeof made) =>
    criteriaSets.map(({ name, scaleMicro, nodes }) => ({
      name,
      scaleMicro,
      nodes: nodes.map(({ id: _id, parentId, ...node }) => ({
        ...node,
        parent: nodes.find(({ id }) => id === parentId)?.code,
      })),
    }));
  expect(shapeOf(made)).toEqual(shapeOf(source));
  expect(made.criteriaSets[0]!.id).not.toBe(source.criteriaSets[0]!.id);
  const rows = new Map(ranking.blocks[0]!.rows.map((row) => [row.code, row]));
  for (const [i, { code }] of made.units.entries()) {
    const { indexMicroPercent, rank, classCode } = rows.get(code)!;
    expect(made.cycleUnits[i]!.previous).toEqual({ year: 2024, indexMicroPercent, rank, classCode });
  }
  const [block] = made.blocks;
  const cells = await office.get('scores.block', { cycleId, blockId: block!.id });
  expect([...cells.self].every(Number.isNaN)).toBe(true);
  // Sent twice, made once.
  expect((await office.get('cycles.create', command)).cycleId).toBe(cycleId);
  expect(await office.get('cycles.list', {})).toHaveLength(2);
  await office.get('changes.undo', { opId: newOpId() });
  expect(await office.get('cycles.list', {})).toHaveLength(1);
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('an empty year can be ranked at once: one field of 100 points in each block', async () => {
  const office = await openWith();
  const from = { kind: 'empty' as const, blocks: [{ code: 'K1', name: 'Khối một' }] };
  const { cycleId } = await office.get('cycles.create', { opId: newOpId(), ...NEXT, from });
  const { cycle, criteriaSets } = await office.get('cycles.get', { cycleId });
  expect(cycle).toMatchObject({ simulated: false, settings: DEFAULT_SETTINGS });
  expect(criteriaSets[0]!.nodes).toMatchObject([{ code: 'I', maxMicro: 100_000_000 }]);
  expect((await office.get('ranking.get', { cycleId })).blocks).toMatchObject([{ code: 'K1', rows: [] }]);
});

test('a year with reversed dates or a block twice is refused with every problem, and nothing is written', async () => {
  const office = await openWith();
  const wrong = { ...NEXT, periodEnd: '2024-01-01' };
  const blocks = [
    { code: 'K1', name: 'Một' },
    { code: 'K1', name: 'Hai' },
  ];
  const from = { kind: 'empty' as const, blocks };
  const error = await office.fail('cycles.create', { opId: newOpId(), ...wrong, from });
  expect(error).toMatchObject({ code: 'VALIDATION', reason: 'cycleSettings', params: { count: 2 } });
  expect(error.problems?.map(({ at, reason }) => [at, reason])).toEqual([
    ['periodEnd', 'datesReversed'],
    ['blocks.1.code', 'duplicateCode'],
  ]);
  expect(await office.get('cycles.list', {})).toHaveLength(1);
});

test('other thresholds class the units anew, and undo brings the old ones back', async () => {
  const office = await openWith();
  const classesNow = async () => {
    const ranking = await office.get('ranking.get', { cycleId: office.cycleId });
    return ranking.blocks[0]!.rows.map(({ classLabel }) => classLabel);
  };
  const before = await classesNow();
  const settings = {
    ...DEFAULT_SETTINGS,
    classes: [{ code: 'D', label: 'Đạt', minMicroPercent: 40_000_000 }],
    unclassifiedLabel: 'Chưa đạt',
    capRules: [],
  };
  await office.get('cycles.update', await updateOf(office, { name: 'Tên mới', settings: settings as never }));
  expect(await classesNow()).toEqual(['Đạt', 'Đạt', 'Chưa đạt']);
  await office.get('changes.undo', { opId: newOpId() });
  expect(await classesNow()).toEqual(before);
  expect((await office.get('cycles.get', { cycleId: office.cycleId })).cycle.name).toBe('Kỳ thử');
});

test('settings that cannot be are refused, and so is a version somebody else has changed', async () => {
  const office = await openWith();
  const tiePolicy = { kind: 'fields' as const, fieldCodes: ['I', 'IX'] };
  const wrong = await updateOf(office, { settings: { ...DEFAULT_SETTINGS, tiePolicy } as never });
  const error = await office.fail('cycles.update', wrong);
  expect(error).toMatchObject({ code: 'VALIDATION', reason: 'cycleSettings' });
  expect(error.problems).toEqual([{ at: 'tiePolicy.1', reason: 'unknownField', params: { code: 'IX' } }]);
  expect(await office.fail('cycles.update', await updateOf(office, {}))).toMatchObject({ reason: 'nothingChanged' });
  const late = await updateOf(office, { name: 'Sau' });
  await office.get('cycles.update', await updateOf(office, { name: 'Trước' }));
  expect(await office.fail('cycles.update', late)).toMatchObject({ code: 'VERSION_CONFLICT' });
});

test('a class that caps a unit stays in the table of classes', async () => {
  const office = await openWith();
  const { cycleUnits } = await office.get('cycles.get', { cycleId: office.cycleId });
  const cap = { classCode: 'K', reason: 'r', source: 's' };
  const capped = { opId: newOpId(), cycleUnitId: cycleUnits[0]!.id, expectedVersion: 1, cap };
  await office.get('classification.setCap', capped);
  const classes = DEFAULT_SETTINGS.classes.filter(({ code }) => code !== 'K');
  const update = await updateOf(office, { settings: { ...DEFAULT_SETTINGS, classes } as never });
  const error = await office.fail('cycles.update', update);
  expect(error.problems).toEqual([{ at: 'classes', reason: 'classInUse', params: { code: 'K' } }]);
});

test('blocks are added, renamed, put in order and removed as one step each', async () => {
  const office = await openWith();
  const blocksNow = async () => (await office.get('cycles.get', { cycleId: office.cycleId })).blocks;
  const [first] = await blocksNow();
  const kept = (id: BlockId, code: string, name: string, expectedVersion = 1) =>
    ({ kind: 'kept', id, expectedVersion, code, name }) as const;
  const set = (blocks: Input<'cycles.setBlocks'>['blocks'], removed: BlockId[] = []) => ({
    opId: newOpId(),
    cycleId: office.cycleId,
    blocks,
    removed,
  });
  const added = [
    { kind: 'new' as const, criteriaOf: first!.id, code: 'K0', name: 'Khối không' },
    kept(first!.id, 'K1', 'Khối một'),
    { kind: 'new' as const, criteriaOf: null, code: 'K2', name: 'Khối hai' },
  ];
  await office.get('cycles.setBlocks', set(added));
  const blocks = await blocksNow();
  expect(blocks.map(({ code, name, order }) => [code, name, order])).toEqual([
    ['K0', 'Khối không', 0],
    ['K1', 'Khối một', 1],
    ['K2', 'Khối hai', 2],
  ]);
  const { criteriaSets } = await office.get('cycles.get', { cycleId: office.cycleId });
  const leavesOf = (i: number) => criteriaSets.find(({ id }) => id === blocks[i]!.criteriaSetId)!.nodes.length;
  expect([leavesOf(0), leavesOf(1), leavesOf(2)]).toEqual([6, 6, 1]);
  expect((await office.get('ranking.get', { cycleId: office.cycleId })).blocks).toHaveLength(3);

  // Whoever still sees one block must not remove two unseen.
  expect(await office.fail('cycles.setBlocks', set([kept(first!.id, 'K1', 'Khác', 2)]))).toMatchObject({
    code: 'VERSION_CONFLICT',
  });
  const onlyNew = [kept(blocks[0]!.id, 'K0', 'Khối không'), kept(blocks[2]!.id, 'K2', 'Khối hai')];
  expect(await office.fail('cycles.setBlocks', set(onlyNew, [first!.id]))).toMatchObject({
    code: 'VALIDATION',
    reason: 'blockHasUnits',
    params: { block: 'K1' },
  });
  // An edited set goes with its block, draft and all.
  const edit = { kind: 'set', name: 'Đang sửa' } as const;
  const command = { opId: newOpId(), setId: blocks[2]!.criteriaSetId, edit, expectedVersion: null, numbering: null };
  await office.get('criteria.edit', command);
  await office.get('cycles.setBlocks', set([kept(first!.id, 'K1', 'Khối một', 2)], [blocks[0]!.id, blocks[2]!.id]));
  expect((await blocksNow()).map(({ code }) => code)).toEqual(['K1']);
  expect((await office.get('cycles.get', { cycleId: office.cycleId })).criteriaSets).toHaveLength(1);
  await office.get('changes.undo', { opId: newOpId() });
  expect((await blocksNow()).map(({ code }) => code)).toEqual(['K0', 'K1', 'K2']);
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test.each<CycleState>(['sealed', 'published'])('a year that is %s can be copied but not changed', async (state) => {
  const office = await openWith({ state });
  expect(await office.fail('cycles.update', await updateOf(office, { name: 'Khác' }))).toMatchObject({
    code: 'CYCLE_SEALED',
  });
  const blocks = [{ kind: 'new' as const, criteriaOf: null, code: 'K9', name: 'Khối chín' }];
  const command = { opId: newOpId(), cycleId: office.cycleId, blocks, removed: [] };
  expect(await office.fail('cycles.setBlocks', command)).toMatchObject({ code: 'CYCLE_SEALED' });
  const { cycleId } = await office.get('cycles.create', copyOf(office.cycleId));
  expect((await office.get('cycles.get', { cycleId })).cycle.state).toBe('entered');
});
