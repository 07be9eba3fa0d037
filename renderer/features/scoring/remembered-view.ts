import type { Stage } from '#shared/domain/entities.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import type { Orientation } from './score-toolbar.tsx';

export interface RememberedView {
  blockId: BlockId | null;
  orientation: Orientation;
  /** Null until the person chose one: then it is the one their roles write. */
  stage: Stage | null;
  /** Position of the unit, by block. */
  readonly units: Map<BlockId, number>;
  /** Folded groups of the matrix, by block. */
  readonly folded: Map<BlockId, readonly string[]>;
}

/** Where the person was, so that a look at another screen does not lose the place. Lives as long as the window. */
export const rememberedView: RememberedView = {
  blockId: null,
  orientation: 'matrix',
  stage: null,
  units: new Map(),
  folded: new Map(),
};
