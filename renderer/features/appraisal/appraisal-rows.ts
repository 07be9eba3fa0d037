import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import { isShown, type AppraisalFilter } from './appraisal-facts.ts';
import type { AppraisalView } from './appraisal-layout.ts';
import type { AppraisalOrientation } from './appraisal-toolbar.tsx';

/** Positions of the rows a filter leaves now; headings stay while something below them does. */
export function shownRows(
  store: BlockStore,
  orientation: AppraisalOrientation,
  filter: AppraisalFilter,
  { u, l }: Pick<AppraisalView, 'u' | 'l'>,
): ReadonlySet<number> {
  const { units, tree } = store.shape;
  const rows = new Set<number>();
  if (orientation === 'leaf') {
    units.forEach((_, at) => isShown(filter, store, at, l) && rows.add(at));
    return rows;
  }
  tree.forEach(({ leafFrom, leafTo }, at) => {
    for (let leaf = leafFrom; leaf < leafTo; leaf++) {
      if (!isShown(filter, store, u, leaf)) continue;
      rows.add(at);
      return;
    }
  });
  return rows;
}
