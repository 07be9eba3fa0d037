/** Finds what a command on explanations is about, in the state its caller saw. Called by the handlers; reads only. */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ExplanationItem, ExplanationRound } from '#shared/domain/explanations.ts';
import type { CycleId, ExplanationItemId } from '#shared/domain/ids.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { findItems, findRound } from '#db/repos/explanation-repo.ts';
import { emptyCell, findCells, scoreId } from '#db/repos/score-repo.ts';
import { cellPlacesOf } from './cell-places.ts';
import type { ItemAtCell } from './move-items.ts';
import type { OfficeSession } from './office-session.ts';
import { openSession, type CallContext } from './service-context.ts';

export interface OpenCycle {
  readonly session: OfficeSession;
  readonly cycleId: CycleId;
  readonly places: ReturnType<typeof cellPlacesOf>;
}

export interface Targets {
  readonly session: OfficeSession;
  readonly cycleId: CycleId;
  readonly targets: readonly ItemAtCell[];
}

/** The cycle, if it takes changes. Errors: NOT_FOUND, CYCLE_SEALED. */
export async function openCycle(context: CallContext, cycleId: CycleId): Promise<Result<OpenCycle, AppError>> {
  const session = openSession(context);
  if (!session.ok) return session;
  const structure = await session.value.structure(cycleId);
  if (!structure.ok) return structure;
  const { cycle } = structure.value;
  if (isSealed(cycle)) return err(appError('CYCLE_SEALED', 'sealed', { cycle: cycle.name }));
  return ok({ session: session.value, cycleId, places: cellPlacesOf(structure.value) });
}

interface ItemInput {
  readonly itemId: ExplanationItemId;
  readonly expectedVersion: number;
  readonly expectedCellVersion?: number;
}

/**
 * The items asked for, in order, all of one cycle and of open rounds. Errors: NOT_FOUND, CYCLE_SEALED, VERSION_CONFLICT,
 * VALIDATION input (an item twice, or items of several cycles), VALIDATION roundClosed.
 */
export async function findTargets(
  context: CallContext,
  inputs: readonly ItemInput[],
): Promise<Result<Targets, AppError>> {
  const session = openSession(context);
  if (!session.ok) return session;
  const db = session.value.file.sql;
  const ids = [...new Set(inputs.map(({ itemId }) => itemId))];
  const found = await findItems(db, ids);
  const items = ids.flatMap((id) => found.get(id) ?? []);
  if (items.length < ids.length) return err(appError('NOT_FOUND', 'record', { what: 'explanation' }));
  const rounds: ExplanationRound[] = [];
  for (const roundId of new Set(items.map((item) => item.roundId))) {
    const round = await findRound(db, roundId);
    if (round) rounds.push(round);
  }
  const [first] = rounds;
  const isOneCycle = first !== undefined && rounds.every(({ cycleId }) => cycleId === first.cycleId);
  if (!isOneCycle || ids.length < inputs.length) return err(appError('VALIDATION', 'input', { at: 'items' }));
  const closed = rounds.find(({ closedAt }) => closedAt !== null);
  if (closed) return err(roundClosed(closed));
  const opened = await openCycle(context, first.cycleId);
  if (!opened.ok) return opened;
  const targets = await targetsOf(opened.value, items);
  if (!targets.ok) return targets;
  for (const [at, { item, cell, place }] of targets.value.targets.entries()) {
    const { expectedVersion, expectedCellVersion = cell.version } = inputs[at]!;
    const address = `${place.unitCode} · ${place.leaf.code}`;
    if (item.version !== expectedVersion) return err(stale('explanation_item', address));
    if (cell.version !== expectedCellVersion) return err(stale('score', address));
  }
  return targets;
}

/** Items with their cells as stored. Error: NOT_FOUND for a cell that is no longer in the cycle. */
export async function targetsOf(
  { session, cycleId, places }: OpenCycle,
  items: readonly ExplanationItem[],
): Promise<Result<Targets, AppError>> {
  const ids = items.map(({ cycleUnitId, leafId }) => scoreId(cycleUnitId, leafId));
  const cells = await findCells(session.file.sql, ids);
  const targets: ItemAtCell[] = [];
  for (const item of items) {
    const { cycleUnitId, leafId } = item;
    const place = places(cycleUnitId, leafId);
    if (!place) return err(appError('NOT_FOUND', 'record', { what: 'cell' }));
    targets.push({ item, cell: cells.get(scoreId(cycleUnitId, leafId)) ?? emptyCell(cycleUnitId, leafId), place });
  }
  return ok({ session, cycleId, targets });
}

export function roundClosed({ name }: ExplanationRound): AppError {
  return appError('VALIDATION', 'roundClosed', { name });
}

export function stale(table: string, record: string): AppError {
  return appError('VERSION_CONFLICT', 'changedMeanwhile', { table, record });
}
