/**
 * How far a block is, in one pass over its cells: shares per unit and field for the completeness board, and what waits
 * for whom. Called by the data service; screens only show it.
 */
import { STAGES, type Role, type Stage } from '../domain/entities.ts';
import type { CompiledSet } from '../scoring/model.ts';
import { isAwaited, isFilled, lacksEvidence, passesFilter, type CellFilter } from './cell-rules.ts';
import { walkCells, type CellColumns, type ExplanationColumn } from './walk-cells.ts';

/** Work found in cells, and the roles it waits for. A new kind of cell work is one more row. */
export const CELL_WORK = [
  { filter: 'missing', role: 'secretary' },
  { filter: 'noEvidence', role: 'secretary' },
  { filter: 'awaitingAnswer', role: 'secretary' },
  { filter: 'overdue', role: 'secretary' },
  { filter: 'open', role: 'reviewer' },
  { filter: 'toExplain', role: 'reviewer' },
  { filter: 'answered', role: 'reviewer' },
] as const satisfies readonly { readonly filter: CellFilter; readonly role: Role }[];

/** Columns of a block, unit-major `u * columnCount + c`: one per field, then one for bonus and penalty. */
export interface CompletenessBoard {
  readonly columnCount: number;
  /** Cells that count: applicable core cells, bonus and penalty where the unit scored itself. */
  readonly cells: Int32Array;
  readonly filled: Readonly<Record<Stage, Int32Array>>;
  /** Position of the first leaf that is not filled; −1 when all are. */
  readonly firstUnfilled: Readonly<Record<Stage, Int32Array>>;
  /** Per unit. */
  readonly missingEvidence: Int32Array;
  readonly unexplainedCuts: Int32Array;
}

/** Cells of a block that wait in one way, and the first of them by positions. */
export interface WaitingCells {
  readonly filter: (typeof CELL_WORK)[number]['filter'];
  readonly role: Role;
  readonly count: number;
  readonly u: number;
  readonly l: number;
}

export interface BlockOverview {
  readonly board: CompletenessBoard;
  /** Only what really waits. */
  readonly waiting: readonly WaitingCells[];
}

export function overviewOfBlock(set: CompiledSet, cells: CellColumns, explanations: ExplanationColumn): BlockOverview {
  const unitCount = cells.cycleUnitIds.length;
  const columnCount = set.fields.length + 1;
  const size = unitCount * columnCount;
  const perStage = (fill: number) => ({
    self: new Int32Array(size).fill(fill),
    appraised: new Int32Array(size).fill(fill),
    final: new Int32Array(size).fill(fill),
  });
  const board = {
    columnCount,
    cells: new Int32Array(size),
    filled: perStage(0),
    firstUnfilled: perStage(-1),
    missingEvidence: new Int32Array(unitCount),
    unexplainedCuts: new Int32Array(unitCount),
  };
  const waiting = CELL_WORK.map((work) => ({ ...work, count: 0, u: -1, l: -1 }));
  walkCells(set, cells, explanations, (u, l, facts) => {
    for (const work of waiting) {
      if (!passesFilter(work.filter, facts)) continue;
      if (work.count++ === 0) Object.assign(work, { u, l });
    }
    if (lacksEvidence('final', facts)) board.missingEvidence[u]!++;
    if (passesFilter('toExplain', facts) || passesFilter('awaitingAnswer', facts)) board.unexplainedCuts[u]!++;
    if (!isAwaited(facts)) return;
    const field = set.fieldOfLeaf[l]!;
    const at = u * columnCount + (field < 0 ? columnCount - 1 : field);
    board.cells[at]!++;
    for (const stage of STAGES) {
      if (isFilled(stage, facts)) board.filled[stage][at]!++;
      else if (board.firstUnfilled[stage][at] === -1) board.firstUnfilled[stage][at] = l;
    }
  });
  return { board, waiting: waiting.filter(({ count }) => count > 0) };
}
