import type { BlockId } from '#shared/domain/ids.ts';
import type { AppraisalOrientation } from './appraisal-toolbar.tsx';

export interface RememberedAppraisal {
  blockId: BlockId | null;
  orientation: AppraisalOrientation;
  /** Position of the unit and of the leaf, by block. */
  readonly places: Map<BlockId, { readonly u: number; readonly l: number }>;
}

/** Where the appraiser was, so that a look at another screen does not lose the place. Lives as long as the window. */
export const rememberedAppraisal: RememberedAppraisal = { blockId: null, orientation: 'leaf', places: new Map() };
