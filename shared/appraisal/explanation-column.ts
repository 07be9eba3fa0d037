import { isOverdue, type ExplanationItem, type ExplanationRound } from '../domain/explanations.ts';
import type { CycleUnitId, ExplanationRoundId, NodeId } from '../domain/ids.ts';
import type { ExplanationColumn } from './walk-cells.ts';

/**
 * The newest explanation of every cell that has one, by position. Items come in the order of their rounds, so that a
 * later round speaks; `today` is a calendar day.
 * @param positionOf position of a cell in the columns; negative where it is not among them
 */
export function explanationColumn(
  items: readonly Pick<ExplanationItem, 'roundId' | 'cycleUnitId' | 'leafId' | 'state'>[],
  rounds: readonly Pick<ExplanationRound, 'id' | 'deadline'>[],
  today: string,
  positionOf: (cycleUnitId: CycleUnitId, leafId: NodeId) => number,
): ExplanationColumn {
  const deadlines = new Map<ExplanationRoundId, string>(rounds.map(({ id, deadline }) => [id, deadline]));
  const column = new Map<number, { readonly state: ExplanationItem['state']; readonly isOverdue: boolean }>();
  for (const { roundId, cycleUnitId, leafId, state } of items) {
    const at = positionOf(cycleUnitId, leafId);
    if (at < 0) continue;
    column.set(at, { state, isOverdue: isOverdue(state, deadlines.get(roundId) ?? today, today) });
  }
  return column;
}
