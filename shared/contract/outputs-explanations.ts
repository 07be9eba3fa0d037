/** What `explanations.*` answers with. */
import type { ExplanationItem, ExplanationRound } from '../domain/explanations.ts';
import type { CycleUnitId, NodeId } from '../domain/ids.ts';

export interface Explanations {
  /** In the order in which they were opened. */
  readonly rounds: readonly ExplanationRound[];
  readonly items: readonly ExplanationItem[];
}

/** A cut cell that a new round could put to its unit. */
export interface ProposedExplanation {
  readonly cycleUnitId: CycleUnitId;
  readonly leafId: NodeId;
  readonly selfMicro: number;
  readonly appraisedMicro: number;
  /** False where final points already settle the cut. */
  readonly isSuggested: boolean;
}
