/** Reads a selection cell by cell: every cell once, however the ranges overlap, and the borders of what is painted. */
import { rectsOf, type Selection } from './selection.ts';
import { placeOf, type CellRef, type Rect, type SheetView } from './sheet-view.ts';

interface RowSpans {
  readonly row: number;
  /** Columns [from, to], ascending, neither overlapping nor touching. */
  readonly spans: readonly (readonly [number, number])[];
}

/** The selected columns of each row with any, from the top down; a sweep over the ranges, so no row is read twice. */
function* rowSpans(rects: readonly Rect[]): Generator<RowSpans> {
  const byTop = rects.toSorted((a, b) => a.top - b.top);
  let waiting = 0;
  let current: Rect[] = [];
  let row = byTop[0]?.top ?? 0;
  while (waiting < byTop.length || current.length > 0) {
    if (current.length === 0) row = byTop[waiting]?.top ?? row;
    for (let next = byTop[waiting]; next && next.top <= row; next = byTop[waiting]) {
      current.push(next);
      waiting++;
    }
    yield { row, spans: mergeSpans(current) };
    row++;
    current = current.filter((rect) => rect.bottom >= row);
  }
}

function mergeSpans(rects: readonly Rect[]): readonly (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const { left, right } of rects.length > 1 ? rects.toSorted((a, b) => a.left - b.left) : rects) {
    const last = merged.at(-1);
    if (last && left <= last[1] + 1) last[1] = Math.max(last[1], right);
    else merged.push([left, right]);
  }
  return merged;
}

/** Every selected cell once, row by row as displayed. */
export function* cellsOf(selection: Selection, view: SheetView): Generator<CellRef> {
  for (const { row, spans } of rowSpans(rectsOf(selection, view))) {
    const rowId = view.rowIds[row];
    if (rowId === undefined) continue;
    for (const [from, to] of spans) {
      for (let column = from; column <= to; column++) {
        const columnId = view.columnIds[column];
        if (columnId !== undefined) yield { rowId, columnId };
      }
    }
  }
}

/** Number of selected cells, without walking them. */
export function countCells(selection: Selection, view: SheetView): number {
  let count = 0;
  for (const { spans } of rowSpans(rectsOf(selection, view))) {
    for (const [from, to] of spans) count += to - from + 1;
  }
  return count;
}

/** Ids of the rows with a selected cell, from the top down. */
export function selectedRows(selection: Selection, view: SheetView): readonly string[] {
  return [...rowSpans(rectsOf(selection, view))].flatMap(({ row }) => view.rowIds[row] ?? []);
}

/** How one selected cell is painted: a line on each side where the selection ends. */
export interface PaintedCell extends CellRef {
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
  readonly isActive: boolean;
}

/**
 * Painted cells inside a window of places (what the screen shows); outside it nothing is read, so that a selection of
 * a whole sheet costs no more than the screen.
 */
export function paintCells(selection: Selection, view: SheetView, window: Rect): readonly PaintedCell[] {
  const clipped = rectsOf(selection, view).flatMap((rect) => clip(rect, window));
  const rows = new Map<number, readonly (readonly [number, number])[]>();
  for (const { row, spans } of rowSpans(clipped)) rows.set(row, spans);
  const active = placeOf(view, selection.active);
  const painted: PaintedCell[] = [];
  for (const [row, spans] of rows) {
    if (row < window.top || row > window.bottom) continue;
    const above = rows.get(row - 1) ?? [];
    const below = rows.get(row + 1) ?? [];
    for (const [from, to] of spans) {
      for (let column = Math.max(from, window.left); column <= Math.min(to, window.right); column++) {
        const rowId = view.rowIds[row];
        const columnId = view.columnIds[column];
        if (rowId === undefined || columnId === undefined) continue;
        painted.push({
          rowId,
          columnId,
          top: !isIn(above, column),
          bottom: !isIn(below, column),
          left: column === from,
          right: column === to,
          isActive: active !== null && active.row === row && active.column === column,
        });
      }
    }
  }
  return painted;
}

/** The part of a rectangle in the window and one cell around it, which decides the lines at its edge. */
function clip(rect: Rect, window: Rect): readonly Rect[] {
  const part = {
    top: Math.max(rect.top, window.top - 1),
    left: Math.max(rect.left, window.left - 1),
    bottom: Math.min(rect.bottom, window.bottom + 1),
    right: Math.min(rect.right, window.right + 1),
  };
  return part.top <= part.bottom && part.left <= part.right ? [part] : [];
}

function isIn(spans: readonly (readonly [number, number])[], column: number): boolean {
  return spans.some(([from, to]) => column >= from && column <= to);
}
