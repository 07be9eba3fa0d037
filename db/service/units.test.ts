import { expect, test } from 'vitest';
import type { CycleId, FileToken, UnitId } from '#shared/domain/ids.ts';
import { smallDraft } from './testing/small-draft.ts';
import { newOpId, openTestOffice, reopen, type TestOffice } from './testing/test-office.ts';

const facts = (code: string) => ({
  code,
  name: `Công an tỉnh ${code}`,
  shortName: code,
  aliases: [] as string[],
  validFrom: null,
  validTo: null,
});

const opId = newOpId;

async function unitsByCode(office: TestOffice) {
  const { units } = await office.get('units.registry', {});
  return new Map(units.map((unit) => [unit.code, unit]));
}

async function unit(office: TestOffice, code: string) {
  const found = (await unitsByCode(office)).get(code);
  if (!found) throw new Error(`no unit ${code}`);
  return found;
}

async function namesInCycle(office: TestOffice): Promise<readonly string[]> {
  return (await office.get('cycles.get', { cycleId: office.cycleId })).units.map(({ name }) => name);
}

test('a unit is added with its aliases, corrected and removed, and every step can be taken back', async () => {
  const office = await openTestOffice();
  await office.get('units.add', { opId: opId(), ...facts('P50'), aliases: ['TP.HCM', '  Sài   Gòn '] });
  const added = await unit(office, 'P50');
  expect(added.aliases).toEqual(['TP.HCM', 'Sài Gòn']);
  const seen = { unitId: added.id, expectedVersion: added.version };
  await office.get('units.edit', { opId: opId(), ...seen, ...facts('P50'), name: 'Công an TP Hồ Chí Minh' });
  expect(await office.fail('units.remove', { opId: opId(), ...seen })).toMatchObject({ code: 'VERSION_CONFLICT' });
  await office.get('units.remove', { opId: opId(), ...seen, expectedVersion: 2 });
  expect((await unitsByCode(office)).has('P50')).toBe(false);
  await office.get('changes.undo', { opId: opId() });
  expect((await unit(office, 'P50')).name).toBe('Công an TP Hồ Chí Minh');
  await office.get('changes.undo', { opId: opId() });
  expect((await unit(office, 'P50')).aliases).toEqual(['TP.HCM', 'Sài Gòn']);
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('search words of codes, names, aliases and former names are stored without diacritics', async () => {
  const office = await openTestOffice();
  await office.get('units.add', {
    opId: opId(),
    ...facts('P49'),
    name: 'Công an tỉnh Bà Rịa - Vũng Tàu',
    aliases: ['BRVT'],
  });
  const { id, version } = await unit(office, 'P49');
  const names = { code: 'P49b', name: 'Tên mới', shortName: '' };
  const rename = { ...names, effectiveOn: '2025-01-01', legalBasis: 'QĐ 1' };
  await office.get('units.rename', { opId: opId(), unitId: id, expectedVersion: version, ...rename });
  await office.get('office.close', {});
  const file = reopen(office.path);
  const row = await file.sql.selectFrom('unit').select('folded').where('id', '=', id).executeTakeFirstOrThrow();
  for (const word of ['p49b', 'ten moi', 'brvt', 'ba ria - vung tau']) expect(row.folded).toContain(word);
  await file.close();
});

test('a rename from a day after the period leaves the cycle as it was published; one within it shows', async () => {
  const office = await openTestOffice();
  const { id, version } = await unit(office, 'A');
  const seen = { unitId: id, expectedVersion: version };
  const names = { code: 'A', name: 'Tên mới', shortName: 'A', legalBasis: '' };
  await office.get('units.rename', { opId: opId(), ...seen, ...names, effectiveOn: '2024-11-16' });
  expect(await namesInCycle(office)).toEqual(['Đơn vị A', 'Đơn vị B', 'Đơn vị C']);
  await office.get('changes.undo', { opId: opId() });
  const again = await unit(office, 'A');
  const seenNow = { unitId: id, expectedVersion: again.version };
  await office.get('units.rename', { opId: opId(), ...seenNow, ...names, effectiveOn: '2024-11-15' });
  expect(await namesInCycle(office)).toEqual(['Tên mới', 'Đơn vị B', 'Đơn vị C']);
});

test('what a sealed cycle prints is not renamed, neither directly nor by an undo', async () => {
  const office = await openTestOffice();
  const { id, version } = await unit(office, 'A');
  await office.get('units.edit', {
    opId: opId(),
    unitId: id,
    expectedVersion: version,
    ...facts('A'),
    name: 'Tên đúng',
  });
  await office.get('office.close', {});
  const file = reopen(office.path);
  file.connection.exec("UPDATE cycle SET state = 'sealed'");
  await file.close();
  await office.get('office.open', { fileToken: office.path as FileToken });
  const seen = { unitId: id, expectedVersion: version + 1 };
  const names = { code: 'A', name: 'Tên khác', shortName: 'A' };
  expect(await office.fail('units.edit', { opId: opId(), ...seen, ...facts('A'), name: 'Tên khác' })).toMatchObject({
    code: 'CYCLE_SEALED',
  });
  expect(await office.fail('changes.undo', { opId: opId() })).toMatchObject({ code: 'CYCLE_SEALED' });
  const rename = { ...names, legalBasis: '', effectiveOn: '2025-01-01' };
  await office.get('units.rename', { opId: opId(), ...seen, ...rename });
  expect(await namesInCycle(office)).toContain('Tên đúng');
});

test('a merge is one step: its undo opens the former units again and leaves nothing of the new one', async () => {
  const office = await openTestOffice();
  const before = await office.get('units.registry', {});
  const [a, b] = [await unit(office, 'A'), await unit(office, 'B')];
  const to = { kind: 'new' as const, code: 'B', name: 'Đơn vị B mới', shortName: 'B', aliases: [] };
  const merge = { effectiveOn: '2025-07-01', fromIds: [a.id, b.id], to, legalBasis: 'Nghị quyết 202' };
  await office.get('units.merge', { opId: opId(), ...merge });
  const merged = await office.get('units.registry', {});
  expect(merged.successions.map(({ kind, effectiveOn, legalBasis }) => [kind, effectiveOn, legalBasis])).toEqual([
    ['merge', '2025-07-01', 'Nghị quyết 202'],
    ['merge', '2025-07-01', 'Nghị quyết 202'],
  ]);
  await office.get('changes.undo', { opId: opId() });
  const after = await office.get('units.registry', {});
  const known = (registry: typeof after) => registry.units.map(({ version: _version, ...rest }) => rest);
  expect(known(after)).toEqual(known(before));
  expect(after.successions).toEqual([]);
  await office.get('changes.redo', { opId: opId() });
  expect(await office.get('units.registry', {})).toMatchObject({ successions: [{}, {}] });
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('refusals name the unit and the reason and write nothing', async () => {
  const office = await openTestOffice();
  const { id } = await unit(office, 'A');
  const to = { kind: 'existing', unitId: id } as const;
  const merge = { opId: opId(), effectiveOn: '2025-07-01', fromIds: [id], to, legalBasis: '' };
  expect(await office.fail('units.merge', merge)).toMatchObject({
    code: 'VALIDATION',
    reason: 'unitRegistry',
    problems: [{ at: 'A', reason: 'unitSucceedsItself' }],
  });
  expect(await office.fail('units.add', { opId: opId(), ...facts('A') })).toMatchObject({
    problems: [{ at: 'A', reason: 'unitCodeTaken', params: { other: 'Đơn vị A' } }],
  });
  expect(await office.fail('units.remove', { opId: opId(), unitId: id, expectedVersion: 1 })).toMatchObject({
    problems: [{ reason: 'unitTakesPart', params: { count: 1 } }],
  });
  expect(await office.fail('units.remove', { opId: opId(), unitId: 'x' as UnitId, expectedVersion: 1 })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect((await office.get('changes.list', { before: null, limit: 10, search: '' })).total).toBe(1);
});

test('an undo that would give a code to two units is refused', async () => {
  const office = await openTestOffice();
  await office.get('units.add', { opId: opId(), ...facts('X') });
  const x = await unit(office, 'X');
  await office.get('units.edit', { opId: opId(), unitId: x.id, expectedVersion: x.version, ...facts('Y') });
  // Another person takes the code that became free; the first one's undo must not take it back.
  await office.get('office.close', {});
  const file = reopen(office.path);
  const { serviceOn } = await import('./testing/test-office.ts');
  await file.close();
  const other = serviceOn(undefined, 'người khác');
  await other.call('office.open', { fileToken: office.path as FileToken });
  expect(await other.call('units.add', { opId: opId(), ...facts('X') })).toMatchObject({ ok: true });
  await other.close();
  await office.get('office.open', { fileToken: office.path as FileToken });
  expect(await office.fail('changes.undo', { opId: opId() })).toMatchObject({
    reason: 'unitRegistry',
    problems: [{ reason: 'unitCodeTaken' }],
  });
});

test('the registry says which cycles a unit takes part in', async () => {
  const office = await openTestOffice(smallDraft());
  const { takesPart } = await office.get('units.registry', {});
  const { id } = await unit(office, 'A');
  expect(takesPart.find(({ unitId }) => unitId === id)?.cycleIds).toEqual([office.cycleId satisfies CycleId]);
});

/** Two blocks with sets of their own; D is in the second. */
function twoBlocks() {
  const draft = smallDraft();
  const [first] = draft.blocks;
  const unit = { ...first!.units[0]!, code: 'D', name: 'Đơn vị D', cells: [] };
  return smallDraft({ blocks: [first!, { ...first!, code: 'K2', name: 'Khối hai', units: [unit] }] });
}

async function memberOf(office: TestOffice, code: string) {
  const { units, cycleUnits, blocks } = await office.get('cycles.get', { cycleId: office.cycleId });
  const id = units.find((unit) => unit.code === code)?.id;
  const cycleUnit = cycleUnits.find(({ unitId }) => unitId === id)!;
  const block = blocks.find((one) => one.id === cycleUnit?.blockId)?.code;
  return { cycleUnit, block, seen: { cycleUnitId: cycleUnit?.id, expectedVersion: cycleUnit?.version } };
}

async function blockId(office: TestOffice, code: string) {
  const { blocks } = await office.get('cycles.get', { cycleId: office.cycleId });
  return blocks.find((block) => block.code === code)!.id;
}

async function codesIn(office: TestOffice, block: string): Promise<readonly string[]> {
  const { blocks } = await office.get('ranking.get', { cycleId: office.cycleId });
  return (blocks.find(({ code }) => code === block)?.rows ?? []).map(({ code }) => code).sort();
}

test('a unit comes into the cycle at the end of a block and goes again while nothing hangs on it', async () => {
  const office = await openTestOffice();
  await office.get('units.add', { opId: opId(), ...facts('N') });
  const { id } = await unit(office, 'N');
  const add = { cycleId: office.cycleId, blockId: await blockId(office, 'K1'), unitIds: [id] };
  await office.get('cycleUnits.add', { opId: opId(), ...add });
  expect(await codesIn(office, 'K1')).toEqual(['A', 'B', 'C', 'N']);
  expect(await office.fail('cycleUnits.add', { opId: opId(), ...add })).toMatchObject({ reason: 'duplicateCode' });
  const { seen } = await memberOf(office, 'N');
  await office.get('cycleUnits.remove', { opId: opId(), ...seen });
  expect(await codesIn(office, 'K1')).toEqual(['A', 'B', 'C']);
  const used = await memberOf(office, 'A');
  expect(await office.fail('cycleUnits.remove', { opId: opId(), ...used.seen })).toMatchObject({
    reason: 'unitHasCells',
    params: { unit: 'A', count: 1 },
  });
});

test('a unit outside the period, and a unit under a code of the cycle, do not come in', async () => {
  const office = await openTestOffice();
  const period = { validFrom: '2024-11-16', validTo: null };
  await office.get('units.add', { opId: opId(), ...facts('N'), ...period });
  const { id } = await unit(office, 'N');
  const add = { cycleId: office.cycleId, blockId: await blockId(office, 'K1'), unitIds: [id] };
  expect(await office.fail('cycleUnits.add', { opId: opId(), ...add })).toMatchObject({ reason: 'unitOutsidePeriod' });
});

test('a move says how many cells no longer count; they count again after the way back', async () => {
  const office = await openTestOffice(twoBlocks());
  const a = await memberOf(office, 'A');
  const move = { ...a.seen, blockId: await blockId(office, 'K2') };
  expect(await office.fail('cycleUnits.move', { opId: opId(), ...move, leavesCells: 0 })).toMatchObject({
    reason: 'moveLeavesCells',
    params: { unit: 'A', count: 1, block: 'K2' },
  });
  await office.get('cycleUnits.move', { opId: opId(), ...move, leavesCells: 1 });
  expect([await codesIn(office, 'K1'), await codesIn(office, 'K2')]).toEqual([
    ['B', 'C'],
    ['A', 'D'],
  ]);
  const totalOf = async () => {
    const { blocks } = await office.get('ranking.get', { cycleId: office.cycleId });
    return blocks.flatMap(({ rows }) => rows).find(({ code }) => code === 'A')?.totalMicro;
  };
  expect(await totalOf()).toBe(0);
  const back = { ...(await memberOf(office, 'A')).seen, blockId: await blockId(office, 'K1') };
  await office.get('cycleUnits.move', { opId: opId(), ...back, leavesCells: 0 });
  expect(await totalOf()).toBe(5_000_000);
  expect(await office.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('a unit that is scored and not ranked has a reason, and the others move up', async () => {
  const office = await openTestOffice();
  const ranks = async () => {
    const { blocks } = await office.get('ranking.get', { cycleId: office.cycleId });
    return Object.fromEntries(blocks[0]!.rows.map(({ code, rank }) => [code, rank]));
  };
  expect(await ranks()).toEqual({ A: 1, B: 2, C: 3 });
  const reason = 'Mới thành lập';
  await office.get('cycleUnits.setUnranked', { opId: opId(), ...(await memberOf(office, 'A')).seen, reason });
  expect(await ranks()).toEqual({ A: null, B: 1, C: 2 });
  expect((await memberOf(office, 'A')).cycleUnit.unrankedReason).toBe(reason);
  await office.get('cycleUnits.setUnranked', { opId: opId(), ...(await memberOf(office, 'A')).seen, reason: null });
  expect(await ranks()).toEqual({ A: 1, B: 2, C: 3 });
});

test('the order of a block is that of the list sent, and a list of other units is refused', async () => {
  const office = await openTestOffice();
  const { cycleUnits } = await office.get('cycles.get', { cycleId: office.cycleId });
  const place = { cycleId: office.cycleId, blockId: await blockId(office, 'K1') };
  const reversed = cycleUnits.map(({ id }) => id).reverse();
  await office.get('cycleUnits.setOrder', { opId: opId(), ...place, cycleUnitIds: reversed });
  expect(await namesInCycle(office)).toEqual(['Đơn vị C', 'Đơn vị B', 'Đơn vị A']);
  const some = { opId: opId(), ...place, cycleUnitIds: reversed.slice(1) };
  expect(await office.fail('cycleUnits.setOrder', some)).toMatchObject({ code: 'VERSION_CONFLICT' });
});

test('a cycle follows the registry: who ended before its last day gives way to the successor, unless scored', async () => {
  const draft = smallDraft();
  const [block] = draft.blocks;
  const empty = block!.units.map((each) => (each.code === 'C' ? each : { ...each, cells: [] }));
  const office = await openTestOffice(smallDraft({ blocks: [{ ...block!, units: empty }] }));
  const [a, b, c] = [await unit(office, 'A'), await unit(office, 'B'), await unit(office, 'C')];
  const to = (code: string) => ({ kind: 'new' as const, code, name: `Mới ${code}`, shortName: code, aliases: [] });
  const merge = { effectiveOn: '2024-07-01', legalBasis: '' };
  await office.get('units.merge', { opId: opId(), ...merge, fromIds: [a.id, b.id], to: to('B') });
  await office.get('units.merge', { opId: opId(), ...merge, fromIds: [c.id], to: to('X') });
  await office.get('cycleUnits.follow', { opId: opId(), cycleId: office.cycleId });
  expect(await namesInCycle(office)).toEqual(['Đơn vị C', 'Mới B']);
  expect(await office.fail('cycleUnits.follow', { opId: opId(), cycleId: office.cycleId })).toMatchObject({
    reason: 'nothingChanged',
  });
  await office.get('changes.undo', { opId: opId() });
  expect(await namesInCycle(office)).toEqual(['Đơn vị A', 'Đơn vị B', 'Đơn vị C']);
});

test('a sealed cycle keeps its units', async () => {
  const office = await openTestOffice(smallDraft({ state: 'sealed' }));
  const { seen } = await memberOf(office, 'A');
  const all = [
    office.fail('cycleUnits.remove', { opId: opId(), ...seen }),
    office.fail('cycleUnits.setUnranked', { opId: opId(), ...seen, reason: 'x' }),
    office.fail('cycleUnits.move', { opId: opId(), ...seen, blockId: await blockId(office, 'K1'), leavesCells: 0 }),
    office.fail('cycleUnits.follow', { opId: opId(), cycleId: office.cycleId }),
  ];
  for (const error of await Promise.all(all)) expect(error).toMatchObject({ code: 'CYCLE_SEALED' });
});
