import { isAwaited } from '#shared/appraisal/cell-rules.ts';
import { NOT_APPLICABLE } from '#shared/scoring/model.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';

export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** How many of the cells that wait for an appraiser have been appraised. */
export function appraisalProgress(store: BlockStore, units: readonly number[], leaves: readonly number[]): Progress {
  const { sectionOfLeaf } = store.shape.set;
  const cell = { flags: 0, section: 0, selfMicro: NaN };
  let done = 0;
  let all = 0;
  for (const u of units) {
    for (const l of leaves) {
      cell.flags = store.isNotApplicable(u, l) ? NOT_APPLICABLE : 0;
      cell.section = sectionOfLeaf[l] ?? 0;
      cell.selfMicro = store.points('self', u, l);
      if (!isAwaited(cell)) continue;
      all++;
      if (!isNaN(store.points('appraised', u, l))) done++;
    }
  }
  return { done, all };
}
