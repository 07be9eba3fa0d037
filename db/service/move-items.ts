/**
 * Moves items of explanation rounds: checks each against the state table, turns what was decided into cell edits for
 * the one planner of scores, and answers the changes. Called by the handlers of `explanations.*`; all or nothing, every
 * wrong item by address. Must not commit.
 */
import type { Change } from '#shared/changes/change.ts';
import { isGrant } from '#shared/appraisal/cell-rules.ts';
import { appError, type AppError, type Problem } from '#shared/contract/errors.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { Cell } from '#shared/contract/outputs.ts';
import { moveExplanation, type ExplanationMove } from '#shared/domain/explanation-states.ts';
import type { ExplanationItem } from '#shared/domain/explanations.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { toMovedColumns } from '#db/repos/explanation-repo.ts';
import { scoreId } from '#db/repos/score-repo.ts';
import type { NamedCell } from './cell-places.ts';
import { planCellEdits } from './plan-cell-edits.ts';

type Edit = ParsedInput<'scores.setCells'>['cells'][number];

/** An item, the cell it is about as stored, and where that is. */
export interface ItemAtCell {
  readonly item: ExplanationItem;
  readonly cell: Cell;
  readonly place: NamedCell;
}

/** What a move does to its item, and the final points it writes (10⁻⁶ point); null writes none. */
export interface ItemOutcome {
  readonly fields: Partial<ExplanationItem>;
  readonly finalMicro: number | null;
}

/**
 * Errors: VALIDATION explanationState, answerMissing, grantTooLow, and whatever the planner of scores refuses; each with
 * all addresses in `problems`.
 */
export function moveItems(
  move: ExplanationMove,
  targets: readonly ItemAtCell[],
  outcomeOf: (target: ItemAtCell, at: number) => ItemOutcome,
): Result<readonly Change[], AppError> {
  const problems: Problem[] = [];
  const changes: Change[] = [];
  const edits: Edit[] = [];
  for (const [i, target] of targets.entries()) {
    const { item, cell } = target;
    const at = addressOf(target.place);
    const state = moveExplanation(item.state, move, item.answer !== '');
    if (!state.ok) {
      problems.push({ at, reason: state.error });
      continue;
    }
    const { fields, finalMicro } = outcomeOf(target, i);
    if (move === 'accept' && finalMicro !== null && !isGrant(blankAsNaN(cell), finalMicro)) {
      problems.push({ at, reason: 'grantTooLow' });
    }
    const after: ExplanationItem = { ...item, ...fields, state: state.value };
    changes.push(...updatesOf(item, after));
    if (finalMicro !== null) edits.push(toEdit(cell, finalMicro, after.decisionReason));
  }
  if (problems.length > 0) return err(refusal(problems));
  const byId = new Map(targets.map((target) => [scoreId(target.cell.cycleUnitId, target.cell.leafId), target]));
  const cells = new Map([...byId].map(([id, { cell }]) => [id, cell]));
  const planned = planCellEdits(edits, cells, (edit) => byId.get(scoreId(edit.cycleUnitId, edit.leafId))?.place);
  return planned.ok ? ok([...planned.value, ...changes]) : planned;
}

/** Không chấp nhận: the appraised points become the final ones; an excused cell has none to write. */
export function rejectItems(targets: readonly ItemAtCell[], decision: Partial<ExplanationItem>) {
  return moveItems('reject', targets, ({ cell }) => ({
    fields: { ...decision, grantedMicro: null },
    finalMicro: cell.notApplicable ? null : cell.appraisedMicro,
  }));
}

/** One error for all wrong items, worded by the first. */
export function refusal(problems: readonly Problem[]): AppError {
  const [first] = problems;
  const reason = REASONS.find((known) => known === first?.reason) ?? 'explanationState';
  return appError('VALIDATION', reason, { at: first?.at ?? '', count: problems.length }, problems);
}

const REASONS = ['notACut', 'explanationPending', 'explanationState', 'answerMissing', 'grantTooLow'] as const;

export function addressOf({ unitCode, leaf }: NamedCell): string {
  return `${unitCode} · ${leaf.code}`;
}

/** Points as the rules take them. */
export function blankAsNaN({ selfMicro, appraisedMicro }: Pick<Cell, 'selfMicro' | 'appraisedMicro'>) {
  return { selfMicro: selfMicro ?? NaN, appraisedMicro: appraisedMicro ?? NaN };
}

/** Why the appraiser cut stays beside the points; only where nobody ever said it does the decision speak for it. */
function toEdit(cell: Cell, pointsMicro: number, reason: string): Edit {
  const speaks = cell.cutReason === '' && reason !== '';
  return {
    cycleUnitId: cell.cycleUnitId,
    leafId: cell.leafId,
    expectedVersion: cell.version,
    set: { kind: 'points', stage: 'final', pointsMicro, ...(speaks && { reason }) },
  };
}

function updatesOf(before: ExplanationItem, after: ExplanationItem): readonly Change[] {
  const old: Readonly<Record<string, string | number | null>> = toMovedColumns(before);
  return Object.entries(toMovedColumns(after)).flatMap(([column, value]): Change[] =>
    old[column] === value
      ? []
      : [{ kind: 'update', table: 'explanation_item', id: before.id, column, old: old[column] ?? null, new: value }],
  );
}
