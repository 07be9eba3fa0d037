/** What appraising must know of a cell: which filter shows it, and whether it still waits. Pure over the block's store. */
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';

export const APPRAISAL_FILTERS = ['all', 'open', 'cut', 'differs', 'noEvidence'] as const;
export type AppraisalFilter = (typeof APPRAISAL_FILTERS)[number];

/** True when the filter shows the cell of this unit and leaf. */
export function isShown(filter: AppraisalFilter, store: BlockStore, u: number, l: number): boolean {
  if (filter === 'all') return true;
  if (filter === 'open') return isAwaited(store, u, l) && isNaN(store.points('appraised', u, l));
  if (store.isNotApplicable(u, l)) return false;
  const selfMicro = store.points('self', u, l);
  const appraisedMicro = store.points('appraised', u, l);
  switch (filter) {
    case 'cut':
      // Comparing with a blank (NaN) is false: what is not there cuts nothing.
      return appraisedMicro < selfMicro || store.points('final', u, l) < selfMicro;
    case 'differs':
      return !isNaN(selfMicro) && !isNaN(appraisedMicro) && selfMicro !== appraisedMicro;
    case 'noEvidence':
      return store.lacksEvidence('appraised', u, l);
  }
}

export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** How many of the cells that wait for an appraiser have been appraised. */
export function appraisalProgress(store: BlockStore, units: readonly number[], leaves: readonly number[]): Progress {
  let done = 0;
  let all = 0;
  for (const u of units) {
    for (const l of leaves) {
      if (!isAwaited(store, u, l)) continue;
      all++;
      if (!isNaN(store.points('appraised', u, l))) done++;
    }
  }
  return { done, all };
}

/** Every applicable core cell; bonus and penalty only where the unit scored itself. */
function isAwaited(store: BlockStore, u: number, l: number): boolean {
  if (store.isNotApplicable(u, l)) return false;
  return store.shape.set.sectionOfLeaf[l] === 0 || !isNaN(store.points('self', u, l));
}
