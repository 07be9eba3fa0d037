/**
 * Handlers of `units.*`: the registry of units. The rules are pure (shared/units); a handler reads the registry, asks
 * them for the next one and writes the difference as one batch.
 */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { BatchLabel } from '#shared/contract/outputs.ts';
import type { FormerNameId, OpId, UnitId } from '#shared/domain/ids.ts';
import { addUnit, editUnit, removeUnit, renameUnit } from '#shared/units/edit-units.ts';
import { applyPreset, planPreset } from '#shared/units/plan-preset.ts';
import type { Registry, RegistryUnit } from '#shared/units/registry.ts';
import { mergeUnits, splitUnit, type Successor } from '#shared/units/reorganise.ts';
import type { RegistryResult } from '#shared/units/settle.ts';
import { unitProblem, type UnitProblem } from '#shared/units/unit-problem.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { getRegistry, listParticipations } from '#db/repos/unit-repo.ts';
import type { OfficeSession } from '../office-session.ts';
import { registryChanges } from '../registry-changes.ts';
import { refuseSealedNames } from '../refuse-sealed-names.ts';
import { openSession, type CallContext, type Handlers } from '../service-context.ts';

type Names =
  | 'units.registry'
  | 'units.add'
  | 'units.edit'
  | 'units.rename'
  | 'units.remove'
  | 'units.merge'
  | 'units.split'
  | 'units.presetPlan'
  | 'units.applyPreset';

export const unitHandlers: Handlers<Names> = {
  async 'units.registry'(_input, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const db = session.value.file.sql;
    return ok({ ...(await getRegistry(db)), takesPart: await listParticipations(db) });
  },

  'units.add': ({ opId, ...facts }, context) =>
    change(context, opId, ({ registry, newId }) => ({
      label: { key: 'unit.add', params: { unit: facts.code, name: facts.name } },
      next: addUnit(registry, newId() as UnitId, facts),
    })),

  'units.edit': ({ opId, unitId, expectedVersion, ...facts }, context) =>
    changeOne(context, { opId, unitId, expectedVersion }, (unit, { registry }) => ({
      label: { key: 'unit.edit', params: { unit: unit.code, name: facts.name } },
      next: editUnit(registry, unitId, facts),
    })),

  'units.rename': ({ opId, unitId, expectedVersion, ...rename }, context) =>
    changeOne(context, { opId, unitId, expectedVersion }, (unit, { registry, newId }) => ({
      label: { key: 'unit.rename', params: { unit: unit.code, old: unit.name, name: rename.name } },
      next: renameUnit(registry, { unitId, ...rename }, newId() as FormerNameId),
      searchWords: [rename.legalBasis],
    })),

  'units.remove': ({ opId, unitId, expectedVersion }, context) =>
    changeOne(context, { opId, unitId, expectedVersion }, (unit, { registry, taken }) => ({
      label: { key: 'unit.remove', params: { unit: unit.code, name: unit.name } },
      next: taken.has(unitId)
        ? err([unitProblem(unit.code, 'unitTakesPart', { count: taken.get(unitId) ?? 0 })])
        : removeUnit(registry, unitId),
    })),

  'units.merge': ({ opId, ...merge }, context) =>
    change(context, opId, ({ registry, newId }) => ({
      label: {
        key: 'unit.merge',
        params: { units: codesOf(registry, merge.fromIds), name: successorName(registry, merge.to) },
      },
      next: mergeUnits(registry, [merge], newId),
      searchWords: [merge.legalBasis],
    })),

  'units.split': ({ opId, ...split }, context) =>
    change(context, opId, ({ registry, newId }) => ({
      label: { key: 'unit.split', params: { unit: codesOf(registry, [split.fromId]), count: split.parts.length } },
      next: splitUnit(registry, split, newId),
      searchWords: [split.legalBasis, ...split.parts.map(({ to }) => successorName(registry, to))],
    })),

  async 'units.presetPlan'(_input, context) {
    const session = openSession(context);
    return session.ok ? ok(planPreset(await getRegistry(session.value.file.sql), await loadPreset())) : session;
  },

  async 'units.applyPreset'({ opId }, context) {
    const preset = await loadPreset();
    return change(context, opId, ({ registry, newId }) => {
      const plan = planPreset(registry, preset);
      const from = plan.merges.reduce((sum, { units }) => sum + units.length, 0);
      return {
        label: { key: 'unit.preset', params: { from, to: plan.merges.length } },
        next: applyPreset(registry, plan, newId),
        searchWords: plan.merges.map(({ name }) => name),
      };
    });
  },
};

/** Loaded when asked for: most starts never do. */
async function loadPreset() {
  const { PROVINCES_2025 } = await import('#db/sample/data/provinces-2025.ts');
  return PROVINCES_2025;
}

interface Place {
  readonly registry: Registry;
  /** How many cycles each unit takes part in. */
  readonly taken: ReadonlyMap<UnitId, number>;
  newId(): string;
}

interface Step {
  readonly label: BatchLabel;
  readonly next: RegistryResult;
  readonly searchWords?: readonly string[];
}

/** Reads the registry, asks for the next one and writes the difference. */
async function change(context: CallContext, opId: OpId, plan: (place: Place) => Step) {
  const session = openSession(context);
  if (!session.ok) return session;
  return commit(session.value, opId, await getRegistry(session.value.file.sql), plan);
}

/** The same about one unit, refused when it is no longer as the person saw it. */
async function changeOne(
  context: CallContext,
  { opId, unitId, expectedVersion }: { readonly opId: OpId; readonly unitId: UnitId; readonly expectedVersion: number },
  plan: (unit: RegistryUnit, place: Place) => Step,
) {
  const session = openSession(context);
  if (!session.ok) return session;
  const registry = await getRegistry(session.value.file.sql);
  const unit = registry.units.find(({ id }) => id === unitId);
  if (!unit) return err(appError('NOT_FOUND', 'record', { what: 'unit' }));
  if (unit.version !== expectedVersion) {
    return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'unit', record: unitId }));
  }
  return commit(session.value, opId, registry, (place) => plan(unit, place));
}

async function commit(session: OfficeSession, opId: OpId, registry: Registry, plan: (place: Place) => Step) {
  const db = session.file.sql;
  const taken = new Map((await listParticipations(db)).map(({ unitId, cycleIds }) => [unitId, cycleIds.length]));
  const { label, next, searchWords = [] } = plan({ registry, taken, newId: () => session.newId() });
  const after = accepted(next);
  if (!after.ok) return after;
  const sealed = await refuseSealedNames(db, registry, after.value);
  if (sealed) return err(sealed);
  const changes = await registryChanges(db, registry, after.value);
  if (changes.length === 0)
    return err(refusal([unitProblem(String(label.params['unit'] ?? ''), 'unitNothingChanges')]));
  return session.commit({ opId, cycleId: null, label, searchWords, undoable: true, changes });
}

function accepted(next: RegistryResult): Result<Registry, AppError> {
  return next.ok ? next : err(refusal(next.error));
}

/** Why the registry stays as it is, every reason with the unit it is about. */
function refusal(problems: readonly UnitProblem[]): AppError {
  return appError('VALIDATION', 'unitRegistry', { count: problems.length }, problems);
}

function codesOf(registry: Registry, ids: readonly UnitId[]): string {
  return ids.flatMap((id) => registry.units.find((unit) => unit.id === id)?.code ?? []).join(', ');
}

function successorName(registry: Registry, to: Successor): string {
  return to.kind === 'new' ? to.name : (registry.units.find(({ id }) => id === to.unitId)?.name ?? '');
}
