import type { Rect } from './sheet-view.ts';

export type FillDirection = 'down' | 'up' | 'right' | 'left';

/** What dragging the fill handle to a place would do. */
export type FillTarget =
  | { readonly kind: 'fill'; readonly direction: FillDirection; readonly rect: Rect }
  /** Dragged back into the range: the cells left behind are emptied. */
  | { readonly kind: 'clear'; readonly rect: Rect };

/**
 * The target of the fill handle for a pointer over a place. Outside the range it fills in the direction in which the
 * pointer is further away (down or up when equal); inside, it empties rows or columns beyond the pointer, whichever are
 * fewer cells to lose; on the last cell there is no target.
 */
export function findFillTarget(source: Rect, row: number, column: number): FillTarget | null {
  const down = row - source.bottom;
  const up = source.top - row;
  const right = column - source.right;
  const left = source.left - column;
  const vertical = Math.max(down, up, 0);
  const horizontal = Math.max(right, left, 0);
  if (vertical === 0 && horizontal === 0) return shrink(source, row, column);
  if (vertical >= horizontal) {
    return down > 0
      ? { kind: 'fill', direction: 'down', rect: { ...source, top: source.bottom + 1, bottom: row } }
      : { kind: 'fill', direction: 'up', rect: { ...source, top: row, bottom: source.top - 1 } };
  }
  return right > 0
    ? { kind: 'fill', direction: 'right', rect: { ...source, left: source.right + 1, right: column } }
    : { kind: 'fill', direction: 'left', rect: { ...source, left: column, right: source.left - 1 } };
}

function shrink(source: Rect, row: number, column: number): FillTarget | null {
  const rows = source.bottom - row;
  const columns = source.right - column;
  if (rows === 0 && columns === 0) return null;
  const cellsInRows = rows * (source.right - source.left + 1);
  const cellsInColumns = columns * (source.bottom - source.top + 1);
  const isRows = columns === 0 || (rows > 0 && cellsInRows <= cellsInColumns);
  return { kind: 'clear', rect: isRows ? { ...source, top: row + 1 } : { ...source, left: column + 1 } };
}
