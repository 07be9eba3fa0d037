/** Handlers of `cycleUnits.*`: who takes part in a cycle, where, in what order, ranked or not. */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { BatchLabel, CycleStructure } from '#shared/contract/outputs.ts';
import type { Change, Row, Value } from '#shared/changes/change.ts';
import type { Block, CycleUnit } from '#shared/domain/entities.ts';
import type { BlockId, CycleId, CycleUnitId, OpId, UnitId } from '#shared/domain/ids.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { planFollow } from '#shared/units/plan-follow.ts';
import type { RegistryUnit } from '#shared/units/registry.ts';
import { existsWithin, nameOn } from '#shared/units/unit-on.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { findCycleUnit } from '#db/repos/cycle-repo.ts';
import { findRecords, loggedPart } from '#db/repos/record-repo.ts';
import { getRegistry, listCycleUnitUse } from '#db/repos/unit-repo.ts';
import type { OfficeSession } from '../office-session.ts';
import { openSession, type CallContext, type Handlers } from '../service-context.ts';

type Names =
  | 'cycleUnits.use'
  | 'cycleUnits.add'
  | 'cycleUnits.remove'
  | 'cycleUnits.move'
  | 'cycleUnits.setOrder'
  | 'cycleUnits.setUnranked'
  | 'cycleUnits.follow';

export const cycleUnitHandlers: Handlers<Names> = {
  async 'cycleUnits.use'({ cycleId }, context) {
    const session = openSession(context);
    return session.ok ? ok(await listCycleUnitUse(session.value.file.sql, cycleId)) : session;
  },

  async 'cycleUnits.add'({ opId, cycleId, blockId, unitIds }, context) {
    const opened = await openCycle(context, cycleId);
    if (!opened.ok) return opened;
    const { session, structure } = opened.value;
    if (!structure.blocks.some(({ id }) => id === blockId))
      return err(appError('NOT_FOUND', 'record', { what: 'block' }));
    const { units } = await getRegistry(session.file.sql);
    const added = unitIds.map((id) => units.find((unit) => unit.id === id));
    if (added.includes(undefined)) return err(appError('NOT_FOUND', 'record', { what: 'unit' }));
    const refused = refuseEntry(structure, added as RegistryUnit[]);
    if (refused) return err(refused);
    const rows = entries(
      session,
      structure,
      unitIds.map((unitId) => ({ unitId, blockId })),
    );
    const unit = added.flatMap((one) => one?.code ?? []).join(', ');
    return write(session, opId, structure, { key: 'cycleUnit.add', params: { unit } }, rows);
  },

  async 'cycleUnits.remove'({ opId, cycleUnitId, expectedVersion }, context) {
    const opened = await openUnit(context, cycleUnitId, expectedVersion);
    if (!opened.ok) return opened;
    const { session, structure, code } = opened.value;
    const used = (await listCycleUnitUse(session.file.sql, structure.cycle.id)).filter(
      (use) => use.cycleUnitId === cycleUnitId,
    );
    const count = used.reduce((sum, { cells, notes }) => sum + cells + notes, 0);
    if (count > 0) return err(appError('VALIDATION', 'unitHasCells', { unit: code, count }));
    const label = { key: 'cycleUnit.remove', params: { unit: code } };
    return write(session, opId, structure, label, await removals(session, [cycleUnitId]));
  },

  async 'cycleUnits.move'({ opId, cycleUnitId, expectedVersion, blockId, leavesCells }, context) {
    const opened = await openUnit(context, cycleUnitId, expectedVersion);
    if (!opened.ok) return opened;
    const { session, structure, cycleUnit, code } = opened.value;
    const [from, to] = [blockOf(structure, cycleUnit.blockId), blockOf(structure, blockId)];
    if (!from || !to) return err(appError('NOT_FOUND', 'record', { what: 'block' }));
    const use = await listCycleUnitUse(session.file.sql, structure.cycle.id);
    const own = use.find((one) => one.cycleUnitId === cycleUnitId && one.criteriaSetId === from.criteriaSetId);
    const count = from.criteriaSetId === to.criteriaSetId ? 0 : (own?.cells ?? 0);
    if (count !== leavesCells)
      return err(appError('VALIDATION', 'moveLeavesCells', { unit: code, count, block: to.code }));
    const last = Math.max(-1, ...membersOf(structure, blockId).map(({ order }) => order));
    const label = { key: 'cycleUnit.move', params: { unit: code, from: from.code, block: to.code } };
    return write(session, opId, structure, label, [
      update(cycleUnitId, 'block_id', from.id, to.id),
      ...(cycleUnit.order === last + 1 ? [] : [update(cycleUnitId, 'ord', cycleUnit.order, last + 1)]),
    ]);
  },

  async 'cycleUnits.setOrder'({ opId, cycleId, blockId, cycleUnitIds }, context) {
    const opened = await openCycle(context, cycleId);
    if (!opened.ok) return opened;
    const { session, structure } = opened.value;
    const members = membersOf(structure, blockId);
    const known = new Map(members.map((unit) => [unit.id, unit]));
    // Somebody added or removed a unit meanwhile: the order sent is about another block.
    if (new Set(cycleUnitIds).size !== members.length || cycleUnitIds.some((id) => !known.has(id))) {
      return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'cycle_unit', record: blockId }));
    }
    const changes = cycleUnitIds.flatMap((id, order) => {
      const before = known.get(id)?.order ?? 0;
      return before === order ? [] : [update(id, 'ord', before, order)];
    });
    if (changes.length === 0) return err(appError('VALIDATION', 'nothingChanged'));
    const block = blockOf(structure, blockId)?.code ?? '';
    return write(session, opId, structure, { key: 'cycleUnit.order', params: { block } }, changes);
  },

  async 'cycleUnits.setUnranked'({ opId, cycleUnitId, expectedVersion, reason }, context) {
    const opened = await openUnit(context, cycleUnitId, expectedVersion);
    if (!opened.ok) return opened;
    const { session, structure, cycleUnit, code } = opened.value;
    const row = (await findRecords(session.file.sql, 'cycle_unit', [cycleUnitId])).get(cycleUnitId);
    const label = { key: reason === null ? 'cycleUnit.rank' : 'cycleUnit.unrank', params: { unit: code } };
    const changes = [
      update(cycleUnitId, 'ranked', cycleUnit.ranked ? 1 : 0, reason === null ? 1 : 0),
      update(cycleUnitId, 'unranked_reason', row?.['unranked_reason'] ?? null, reason),
    ].filter((change) => change.kind !== 'update' || change.old !== change.new);
    if (changes.length === 0) return err(appError('VALIDATION', 'nothingChanged'));
    return write(session, opId, structure, label, changes, reason === null ? [] : [reason]);
  },

  async 'cycleUnits.follow'({ opId, cycleId }, context) {
    const opened = await openCycle(context, cycleId);
    if (!opened.ok) return opened;
    const { session, structure } = opened.value;
    const db = session.file.sql;
    const registry = await getRegistry(db);
    const used = new Set((await listCycleUnitUse(db, cycleId)).map((use) => use.cycleUnitId));
    const onDay = structure.cycle.periodEnd;
    const { cycleUnits } = structure;
    const { leave, enter } = planFollow({ registry, cycleUnits, onDay, isUsed: (id) => used.has(id) });
    if (leave.length + enter.length === 0) return err(appError('VALIDATION', 'nothingChanged'));
    const left = new Set(leave.map(({ id }) => id));
    const leftUnits = new Set(leave.map(({ unitId }) => unitId));
    const rest = { ...structure, units: structure.units.filter(({ id }) => !leftUnits.has(id)) };
    const entering = enter.flatMap(({ unitId }) => registry.units.find(({ id }) => id === unitId) ?? []);
    const refused = refuseEntry(rest, entering);
    if (refused) return err(refused);
    const label = { key: 'cycleUnit.follow', params: { out: leave.length, in: enter.length } };
    const changes = [...entries(session, structure, enter), ...(await removals(session, [...left]))];
    return write(
      session,
      opId,
      structure,
      label,
      changes,
      entering.map(({ name }) => name),
    );
  },
};

interface OpenCycle {
  readonly session: OfficeSession;
  readonly structure: CycleStructure;
}

/** The cycle, unless it takes no more changes. */
async function openCycle(context: CallContext, cycleId: CycleId): Promise<Result<OpenCycle, AppError>> {
  const session = openSession(context);
  if (!session.ok) return session;
  const structure = await session.value.structure(cycleId);
  if (!structure.ok) return structure;
  const { cycle } = structure.value;
  if (isSealed(cycle)) return err(appError('CYCLE_SEALED', 'sealed', { cycle: cycle.name }));
  return ok({ session: session.value, structure: structure.value });
}

interface OpenUnit extends OpenCycle {
  readonly cycleUnit: CycleUnit;
  readonly code: string;
}

/** A unit of a cycle as the person saw it, in a cycle that takes changes. */
async function openUnit(
  context: CallContext,
  id: CycleUnitId,
  expectedVersion: number,
): Promise<Result<OpenUnit, AppError>> {
  const session = openSession(context);
  if (!session.ok) return session;
  const cycleUnit = await findCycleUnit(session.value.file.sql, id);
  if (!cycleUnit) return err(appError('NOT_FOUND', 'record', { what: 'unit' }));
  if (cycleUnit.version !== expectedVersion) {
    return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'cycle_unit', record: id }));
  }
  const opened = await openCycle(context, cycleUnit.cycleId);
  if (!opened.ok) return opened;
  const code = opened.value.structure.units.find((unit) => unit.id === cycleUnit.unitId)?.code ?? '';
  return ok({ ...opened.value, cycleUnit, code });
}

/** Why these units cannot come into the cycle: outside its period, there already, or under a code that is taken. */
function refuseEntry({ cycle, units }: CycleStructure, added: readonly RegistryUnit[]): AppError | null {
  const codes = new Set(units.map(({ code }) => code));
  const present = new Set(units.map(({ id }) => id));
  for (const unit of added) {
    const { code } = nameOn(unit, cycle.periodEnd);
    if (!existsWithin(unit, cycle.periodStart, cycle.periodEnd)) {
      return appError('VALIDATION', 'unitOutsidePeriod', { unit: code, name: unit.name });
    }
    if (present.has(unit.id) || codes.has(code)) return appError('VALIDATION', 'duplicateCode', { code });
    codes.add(code);
    present.add(unit.id);
  }
  return null;
}

/** New units of the cycle, each at the end of its block. */
function entries(
  session: OfficeSession,
  structure: CycleStructure,
  added: readonly { readonly unitId: UnitId; readonly blockId: BlockId }[],
): readonly Change[] {
  const ends = new Map<BlockId, number>();
  return added.map(({ unitId, blockId }): Change => {
    const end = ends.get(blockId) ?? Math.max(-1, ...membersOf(structure, blockId).map(({ order }) => order));
    ends.set(blockId, end + 1);
    const id = session.newId();
    const row: Row = {
      id,
      cycle_id: structure.cycle.id,
      block_id: blockId,
      unit_id: unitId,
      ord: end + 1,
      ranked: 1,
      previous: null,
      cap: null,
      unranked_reason: null,
    };
    return { kind: 'insert', table: 'cycle_unit', id, row };
  });
}

async function removals(session: OfficeSession, ids: readonly CycleUnitId[]): Promise<readonly Change[]> {
  const records = await findRecords(session.file.sql, 'cycle_unit', ids);
  return [...records].map(([id, record]) => ({ kind: 'delete', table: 'cycle_unit', id, row: loggedPart(record) }));
}

function update(id: CycleUnitId, column: string, old: Value, next: Value): Extract<Change, { kind: 'update' }> {
  return { kind: 'update', table: 'cycle_unit', id, column, old, new: next };
}

function blockOf({ blocks }: CycleStructure, id: BlockId): Block | undefined {
  return blocks.find((block) => block.id === id);
}

function membersOf({ cycleUnits }: CycleStructure, blockId: BlockId): readonly CycleUnit[] {
  return cycleUnits.filter((unit) => unit.blockId === blockId);
}

function write(
  session: OfficeSession,
  opId: OpId,
  { cycle }: CycleStructure,
  label: BatchLabel,
  changes: readonly Change[],
  searchWords: readonly string[] = [],
) {
  return session.commit({ opId, cycleId: cycle.id, label, searchWords, undoable: true, changes });
}
