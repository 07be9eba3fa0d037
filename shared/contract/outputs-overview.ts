/** What `overview.get` answers with. */
import type { BlockOverview } from '../appraisal/overview.ts';
import type { BlockId, CycleUnitId, NodeId } from '../domain/ids.ts';

export interface Overview {
  readonly blocks: readonly (BlockOverview & {
    readonly blockId: BlockId;
    /** What the positions of the columns stand for. */
    readonly cycleUnitIds: readonly CycleUnitId[];
    readonly leafIds: readonly NodeId[];
  })[];
}
