import type { Rect } from './sheet-view.ts';

/** Where a block goes: its top left place and how many places it covers, repeating when larger than the source. */
export interface TargetBlock {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Places a source block covers in each selected rectangle, as Excel does: repeated when the rectangle is a multiple of
 * it, grown to the whole block where the rectangle is smaller, once from the top left corner otherwise. Places may lie
 * beyond the sheet: the caller lists them.
 */
export function pasteTargets(
  rects: readonly Rect[],
  source: { readonly rows: number; readonly columns: number },
): readonly TargetBlock[] {
  if (source.rows === 0 || source.columns === 0) return [];
  return rects.map(({ top, left, bottom, right }) => {
    const rows = covered(bottom - top + 1, source.rows);
    const columns = covered(right - left + 1, source.columns);
    return rows === null || columns === null
      ? { top, left, rows: source.rows, columns: source.columns }
      : { top, left, rows, columns };
  });
}

/** Null when the selection is larger than the source but no multiple of it. */
function covered(selected: number, source: number): number | null {
  if (selected <= source) return source;
  return selected % source === 0 ? selected : null;
}
