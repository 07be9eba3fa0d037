import { passesFilter, type CellFilter } from '#shared/appraisal/cell-rules.ts';
import type { ExplanationStore } from '#renderer/features/explanations/explanation-store.ts';
import type { BlockStore } from '../block-store.ts';
import type { SheetKind } from '../score-layout.ts';
import { cellFactsAt } from './cell-facts.ts';

/** What a sheet shows besides its kind: the unit of a form, the leaf across units. */
export interface ShownPlace {
  readonly u: number;
  readonly l: number;
}

/** Positions of the rows a filter leaves now; headings stay while something below them does. */
export function shownRows(
  store: BlockStore,
  explanations: Pick<ExplanationStore, 'factOf'>,
  kind: SheetKind,
  filter: CellFilter,
  { u, l }: ShownPlace,
): ReadonlySet<number> {
  const { units, tree, set } = store.shape;
  const passes = (at: number, leaf: number) => passesFilter(filter, cellFactsAt(store, explanations, at, leaf));
  const rows = new Set<number>();
  switch (kind) {
    case 'leaf':
      units.forEach((_, at) => passes(at, l) && rows.add(at));
      return rows;
    case 'matrix':
      units.forEach((_, at) => set.leaves.some((_leaf, leaf) => passes(at, leaf)) && rows.add(at));
      return rows;
    case 'unit': {
      const leaves = set.leaves.map((_, leaf) => passes(u, leaf));
      tree.forEach(({ leafFrom, leafTo }, at) => leaves.slice(leafFrom, leafTo).includes(true) && rows.add(at));
      return rows;
    }
  }
}
