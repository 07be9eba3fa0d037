/** Handlers of `cycles.*`: which years there are, what they consist of, making one and changing what is data of it. */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { BatchLabel, CycleStructure } from '#shared/contract/outputs.ts';
import type { Change, Value } from '#shared/changes/change.ts';
import { checkBlocks } from '#shared/domain/check-blocks.ts';
import { checkCycle, type CycleProblem } from '#shared/domain/check-cycle.ts';
import type { CycleDraft } from '#shared/domain/cycle-draft.ts';
import { cycleFacts } from '#shared/domain/cycle-facts.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import type { Unit } from '#shared/domain/entities.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { starterCriteriaSet } from '#shared/domain/starter-criteria-set.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { listCycles } from '#db/repos/cycle-repo.ts';
import { findBatchByOp } from '#db/repos/log-repo.ts';
import { findRecords } from '#db/repos/record-repo.ts';
import { findKnownUnits } from '#db/repos/unit-repo.ts';
import { blockChanges } from '../block-changes.ts';
import { createCycleChanges } from '../create-cycle.ts';
import { draftNextCycle } from '../draft-next-cycle.ts';
import { toCommitted, type OfficeSession } from '../office-session.ts';
import { openSession, type CallContext, type Handlers } from '../service-context.ts';
import { computeCycle } from './ranking.ts';

type Names = 'cycles.list' | 'cycles.get' | 'cycles.create' | 'cycles.update' | 'cycles.setBlocks';

export const cycleHandlers: Handlers<Names> = {
  async 'cycles.list'(_input, context) {
    const session = openSession(context);
    return session.ok ? ok(await listCycles(session.value.file.sql)) : session;
  },

  async 'cycles.get'({ cycleId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const wanted = cycleId ?? (await listCycles(session.value.file.sql))[0]?.id;
    return wanted === undefined
      ? err(appError('NOT_FOUND', 'record', { what: 'cycle' }))
      : session.value.structure(wanted);
  },

  async 'cycles.create'(input, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const before = await findBatchByOp(session.value.file.sql, input.opId);
    if (before) return ok({ cycleId: before.cycle_id as CycleId, committed: toCommitted(before, []) });
    const draft = await draftOf(input, session.value);
    if (!draft.ok) return draft;
    const { settings, blocks } = draft.value.draft;
    const problems = [
      // Fields are those of the criteria copied along; an empty year has no ties to break yet.
      ...checkCycle({ ...input, settings }, { fieldCodes: null, usedClassCodes: [] }),
      ...checkBlocks(blocks),
    ];
    if (problems.length > 0) return err(settingsError(problems));
    const created = createCycleChanges(draft.value.draft, draft.value.units, () => session.value.newId());
    if (!created.ok) return created;
    const { cycleId, changes } = created.value;
    const committed = await session.value.commit({
      opId: input.opId,
      cycleId,
      label: draft.value.label,
      searchWords: [],
      undoable: true,
      changes,
    });
    return committed.ok ? ok({ cycleId, committed: committed.value }) : committed;
  },

  async 'cycles.update'(input, context) {
    const open = await openCycle(context, input.cycleId);
    if (!open.ok) return open;
    const { session, structure } = open.value;
    const { cycle } = structure;
    if (cycle.version !== input.expectedVersion) return err(stale(cycle.id));
    const problems = checkCycle(input, cycleFacts(structure));
    if (problems.length > 0) return err(settingsError(problems));
    const stored = (await findRecords(session.file.sql, 'cycle', [cycle.id])).get(cycle.id)!;
    // Settings that only gained the default of a new version are the same settings.
    const sameSettings = JSON.stringify(sorted(input.settings)) === JSON.stringify(sorted(cycle.settings));
    const wanted: Readonly<Record<string, Value>> = {
      name: input.name,
      year: input.year,
      period_start: input.periodStart,
      period_end: input.periodEnd,
      settings: sameSettings ? stored['settings']! : JSON.stringify(input.settings),
    };
    const changes = Object.entries(wanted)
      .filter(([column, value]) => stored[column] !== value)
      .map(([column, value]): Change => ({
        kind: 'update',
        table: 'cycle',
        id: cycle.id,
        column,
        old: stored[column]!,
        new: value,
      }));
    return commitChanges(session, input, { key: 'cycle.update', params: { name: input.name } }, changes);
  },

  async 'cycles.setBlocks'(input, context) {
    const open = await openCycle(context, input.cycleId);
    if (!open.ok) return open;
    const { session, structure } = open.value;
    const problems = checkBlocks(input.blocks);
    if (problems.length > 0) return err(settingsError(problems));
    const changes = await blockChanges(session.file.sql, structure, input, () => session.newId());
    if (!changes.ok) return changes;
    const label = { key: 'cycle.blocks', params: { name: structure.cycle.name } };
    return commitChanges(session, input, label, changes.value);
  },
};

interface NewCycle {
  readonly draft: CycleDraft;
  readonly label: BatchLabel;
  /** Units of the file by the code they have on the last day of the new year. */
  readonly units: ReadonlyMap<string, Unit>;
}

/** The new year as a draft: from another year, or empty with the blocks named. */
async function draftOf(
  input: ParsedInput<'cycles.create'>,
  session: OfficeSession,
): Promise<Result<NewCycle, AppError>> {
  const { name, year, periodStart, periodEnd, from } = input;
  const fields = { name, year, periodStart, periodEnd };
  if (from.kind === 'empty') {
    const blocks = from.blocks.map((block) => ({ ...block, criteriaSet: starterCriteriaSet(block.name), units: [] }));
    const draft = { ...fields, state: 'entered', settings: DEFAULT_SETTINGS, simulated: false, blocks } as const;
    return ok({ draft, label: { key: 'cycle.create', params: { name } }, units: new Map() });
  }
  const source = await computeCycle(session, from.cycleId);
  if (!source.ok) return source;
  const { structure, ranking } = source.value;
  const { byCode } = await findKnownUnits(session.file.sql, periodEnd);
  const byId = new Map([...byCode.values()].map((unit) => [unit.id, unit]));
  const draft = draftNextCycle(structure, ranking, fields, (id) => byId.get(id) ?? null);
  return ok({ draft, label: { key: 'cycle.copy', params: { name, from: structure.cycle.name } }, units: byCode });
}

/** The cycle in a session that may change it. Errors: NOT_FOUND, CYCLE_SEALED. */
async function openCycle(
  context: CallContext,
  cycleId: CycleId,
): Promise<Result<{ readonly session: OfficeSession; readonly structure: CycleStructure }, AppError>> {
  const session = openSession(context);
  if (!session.ok) return session;
  const structure = await session.value.structure(cycleId);
  if (!structure.ok) return structure;
  const { cycle } = structure.value;
  if (isSealed(cycle)) return err(appError('CYCLE_SEALED', 'sealed', { cycle: cycle.name }));
  return ok({ session: session.value, structure: structure.value });
}

function commitChanges(
  session: OfficeSession,
  { opId, cycleId }: Pick<ParsedInput<'cycles.update'>, 'opId' | 'cycleId'>,
  label: BatchLabel,
  changes: readonly Change[],
): ReturnType<OfficeSession['commit']> {
  if (changes.length === 0) return Promise.resolve(err(appError('VALIDATION', 'nothingChanged')));
  return session.commit({ opId, cycleId, label, searchWords: [], undoable: true, changes });
}

function settingsError(problems: readonly CycleProblem[]): AppError {
  return appError('VALIDATION', 'cycleSettings', { count: problems.length }, problems);
}

function stale(record: string): AppError {
  return appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'cycle', record });
}

/** Keys in one order, so that two equal settings are the same text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
