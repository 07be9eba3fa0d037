import { fold } from '#shared/util/vietnamese-text.ts';

/** What a filter box text leaves on the screen. */
export interface FilterPlan {
  /** Positions of the rows that stay; null keeps all. */
  readonly rows: ReadonlySet<number> | null;
  /** Positions of the leaves whose columns stay; null keeps all. */
  readonly leaves: ReadonlySet<number> | null;
  readonly shown: number;
  readonly count: number;
  readonly kind: 'none' | 'units' | 'leaves' | 'rows';
}

interface Searchable {
  readonly folded: string;
}

/**
 * Filter of the matrix: rows whose unit matches; when no unit does, the columns whose criterion matches. Without
 * diacritics, every word must occur.
 */
export function planMatrixFilter(
  text: string,
  units: readonly Searchable[],
  leaves: readonly Searchable[],
): FilterPlan {
  const words = wordsOf(text);
  if (words.length === 0) return { rows: null, leaves: null, shown: units.length, count: units.length, kind: 'none' };
  const rows = matching(units, words);
  if (rows.size > 0) return { rows, leaves: null, shown: rows.size, count: units.length, kind: 'units' };
  const columns = matching(leaves, words);
  const found = columns.size > 0;
  return {
    rows: found ? null : rows,
    leaves: found ? columns : null,
    shown: columns.size,
    count: leaves.length,
    kind: 'leaves',
  };
}

/** Filter of a tree in depth-first order: a match stays with the headings above it and everything below it. */
export function planTreeFilter(text: string, nodes: readonly (Searchable & { readonly depth: number })[]): FilterPlan {
  const words = wordsOf(text);
  if (words.length === 0) return { rows: null, leaves: null, shown: nodes.length, count: nodes.length, kind: 'none' };
  const rows = new Set<number>();
  const above: number[] = [];
  let keptDepth = Infinity;
  nodes.forEach(({ depth, folded }, at) => {
    above.length = depth;
    if (depth <= keptDepth) keptDepth = Infinity;
    const isMatch = words.every((word) => folded.includes(word));
    if (isMatch) {
      for (const heading of above) if (heading !== undefined) rows.add(heading);
      keptDepth = Math.min(keptDepth, depth);
    }
    if (isMatch || keptDepth < depth) rows.add(at);
    above[depth] = at;
  });
  return { rows, leaves: null, shown: rows.size, count: nodes.length, kind: 'rows' };
}

function wordsOf(text: string): readonly string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

function matching(items: readonly Searchable[], words: readonly string[]): Set<number> {
  const found = new Set<number>();
  items.forEach(({ folded }, at) => {
    if (words.every((word) => folded.includes(word))) found.add(at);
  });
  return found;
}
