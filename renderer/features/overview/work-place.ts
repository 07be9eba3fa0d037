import type { WaitingCells } from '#shared/appraisal/overview.ts';
import type { Overview } from '#shared/contract/outputs-overview.ts';
import type { Stage } from '#shared/domain/entities.ts';
import type { WorkPlace } from '#renderer/app/stores/app-state.ts';

type Block = Overview['blocks'][number];

/** Where each kind of work is done, and the value one looks at there. */
const DONE_IN = {
  missing: { screen: 'scoring', sheet: 'matrix', stage: 'self' },
  noEvidence: { screen: 'scoring', sheet: 'matrix', stage: 'appraised' },
  awaitingAnswer: { screen: 'appraisal', sheet: 'unit', stage: 'final' },
  overdue: { screen: 'appraisal', sheet: 'unit', stage: 'final' },
  open: { screen: 'appraisal', sheet: 'unit', stage: 'appraised' },
  toExplain: { screen: 'appraisal', sheet: 'unit', stage: 'appraised' },
  answered: { screen: 'appraisal', sheet: 'unit', stage: 'final' },
} as const satisfies Readonly<Record<WaitingCells['filter'], Pick<WorkPlace, 'screen' | 'sheet' | 'stage'>>>;

/** The place of the first cell that waits in this way, with the filter that shows the others. */
export function placeOfWork(block: Block, { filter, u, l }: WaitingCells): WorkPlace | null {
  const cycleUnitId = block.cycleUnitIds[u];
  const leafId = block.leafIds[l];
  if (!cycleUnitId || !leafId) return null;
  return { ...DONE_IN[filter], blockId: block.blockId, cycleUnitId, leafId, filter };
}

/** The place of a cell of the completeness board: the unit's form, at the first leaf of the field that is not filled. */
export function placeOfField(block: Block, stage: Stage, u: number, c: number, firstLeaf: number): WorkPlace | null {
  const at = u * block.board.columnCount + c;
  const unfilled = block.board.firstUnfilled[stage][at] ?? -1;
  const cycleUnitId = block.cycleUnitIds[u];
  const leafId = block.leafIds[unfilled < 0 ? firstLeaf : unfilled];
  if (!cycleUnitId || !leafId) return null;
  const screen = stage === 'self' ? 'scoring' : 'appraisal';
  return { screen, sheet: 'unit', stage, blockId: block.blockId, cycleUnitId, leafId, filter: 'all' };
}
