/** Keys that move or extend a selection, as Excel moves it: arrows, Ctrl+arrows, Home, End, pages, Tab and Enter. */
import { rectOf, selectCell, isSingleCell, rectsOf, type CellRange, type Selection } from './selection.ts';
import { cellAt, placeOf, type CellRef, type SheetView } from './sheet-view.ts';

export type Motion =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'edgeUp'
  | 'edgeDown'
  | 'edgeLeft'
  | 'edgeRight'
  | 'home'
  | 'end'
  | 'sheetStart'
  | 'sheetEnd'
  | 'pageUp'
  | 'pageDown'
  | 'pageLeft'
  | 'pageRight';

export interface MoveOptions {
  /** With Shift: the active range reaches further instead of moving. */
  readonly extend: boolean;
  /** For Ctrl+arrows: whether a cell shows anything. */
  readonly isFilled: (rowId: string, columnId: string) => boolean;
  readonly pageRows: number;
  readonly pageColumns: number;
  /** First and last column of Home and End, for instance the first that is not frozen; those of the view otherwise. */
  readonly homeColumnId?: string;
  readonly endColumnId?: string;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Moves the active cell, or extends the active range. A cell that is not displayed starts again at the top left. */
export function moveSelection(
  selection: Selection | null,
  view: SheetView,
  motion: Motion,
  options: MoveOptions,
): Selection | null {
  const first = cellAt(view, 0, 0);
  if (!first) return null;
  if (!selection) return selectCell(first);
  const range = selection.ranges[selection.activeRange];
  if (!options.extend || !range) {
    const from = placeOf(view, selection.active);
    const to = from && target(view, from, motion, options);
    return selectCell((to && cellAt(view, to.row, to.column)) ?? first);
  }
  const anchored = anchorOf(range, view);
  const from = placeOf(view, anchored.focus);
  const to = from && target(view, from, motion, options);
  const focus = to && cellAt(view, to.row, to.column);
  if (!focus) return selection;
  const ranges = selection.ranges.map((other, at) => (at === selection.activeRange ? { ...anchored, focus } : other));
  const rect = rectOf(view, { ...anchored, focus });
  const active = placeOf(view, selection.active);
  const isInside =
    rect &&
    active &&
    active.row >= rect.top &&
    active.row <= rect.bottom &&
    active.column >= rect.left &&
    active.column <= rect.right;
  return { ...selection, ranges, active: isInside ? selection.active : anchored.anchor };
}

/** A whole sheet shrinks from its last corner; a corner of a whole row may stand in a hidden column. */
function anchorOf(range: CellRange, view: SheetView): CellRange {
  const rect = rectOf(view, range);
  if (!rect || (range.kind === 'cells' && placeOf(view, range.focus))) return range;
  const kind = range.kind === 'all' ? 'cells' : range.kind;
  const flipRows = (view.rowAt.get(range.focus.rowId) ?? 0) < (view.rowAt.get(range.anchor.rowId) ?? 0);
  const flipColumns = (view.columnAt.get(range.focus.columnId) ?? 0) < (view.columnAt.get(range.anchor.columnId) ?? 0);
  const anchor = cellAt(view, flipRows ? rect.bottom : rect.top, flipColumns ? rect.right : rect.left);
  const focus = cellAt(view, flipRows ? rect.top : rect.bottom, flipColumns ? rect.left : rect.right);
  return anchor && focus ? { kind, anchor, focus } : range;
}

function target(view: SheetView, from: Place, motion: Motion, options: MoveOptions): Place {
  const lastRow = view.rowIds.length - 1;
  const lastColumn = view.columnIds.length - 1;
  const home = view.columnAt.get(options.homeColumnId ?? '') ?? 0;
  const end = view.columnAt.get(options.endColumnId ?? '') ?? lastColumn;
  const { row, column } = from;
  const isFilled = (atRow: number, atColumn: number): boolean => {
    const cell = cellAt(view, atRow, atColumn);
    return cell !== null && options.isFilled(cell.rowId, cell.columnId);
  };
  const rowEdge = (step: 1 | -1) => edge(row, step, lastRow, (at) => isFilled(at, column));
  const columnEdge = (step: 1 | -1) => edge(column, step, lastColumn, (at) => isFilled(row, at));
  switch (motion) {
    case 'up':
      return { row: Math.max(row - 1, 0), column };
    case 'down':
      return { row: Math.min(row + 1, lastRow), column };
    case 'left':
      return { row, column: Math.max(column - 1, 0) };
    case 'right':
      return { row, column: Math.min(column + 1, lastColumn) };
    case 'edgeUp':
      return { row: rowEdge(-1), column };
    case 'edgeDown':
      return { row: rowEdge(1), column };
    case 'edgeLeft':
      return { row, column: columnEdge(-1) };
    case 'edgeRight':
      return { row, column: columnEdge(1) };
    case 'home':
      return { row, column: home };
    case 'end':
      return { row, column: end };
    case 'sheetStart':
      return { row: 0, column: home };
    case 'sheetEnd':
      return { row: lastRow, column: end };
    case 'pageUp':
      return { row: Math.max(row - Math.max(options.pageRows, 1), 0), column };
    case 'pageDown':
      return { row: Math.min(row + Math.max(options.pageRows, 1), lastRow), column };
    case 'pageLeft':
      return { row, column: Math.max(column - Math.max(options.pageColumns, 1), 0) };
    case 'pageRight':
      return { row, column: Math.min(column + Math.max(options.pageColumns, 1), lastColumn) };
  }
}

/** Edge of data: to the end of a filled run, or over a gap to the next filled cell, or to the last cell. */
function edge(from: number, step: 1 | -1, last: number, isFilled: (at: number) => boolean): number {
  const isInside = (at: number): boolean => at >= 0 && at <= last;
  let at = from + step;
  if (!isInside(at)) return from;
  if (isFilled(from) && isFilled(at)) {
    while (isInside(at + step) && isFilled(at + step)) at += step;
    return at;
  }
  while (isInside(at + step) && !isFilled(at)) at += step;
  return at;
}

/**
 * Tab ('row' order) and Enter ('column' order) inside several selected cells: the active cell goes round, range after
 * range in the order they were made, and the ranges stay. Null when a single cell is selected, because then the sheet
 * moves on by its own rule. `isStop` limits the stops (to unlocked cells, say) unless nothing would be left.
 */
export function stepInside(
  selection: Selection,
  view: SheetView,
  order: 'row' | 'column',
  step: 1 | -1,
  isStop: (cell: CellRef) => boolean = () => true,
): Selection | null {
  if (isSingleCell(selection)) return null;
  const rects = rectsOf(selection, view);
  if (rects.length !== selection.ranges.length) return null;
  const place = placeOf(view, selection.active);
  if (!place) return null;
  const sizes = rects.map((rect) => (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let range = selection.activeRange;
  let at = -1;
  const home = rects[range];
  if (home) {
    const height = home.bottom - home.top + 1;
    const width = home.right - home.left + 1;
    const row = place.row - home.top;
    const column = place.column - home.left;
    at = order === 'row' ? row * width + column : column * height + row;
  }
  for (let tries = 0; tries < total; tries++) {
    at += step;
    while (at < 0 || at >= (sizes[range] ?? 1)) {
      range = (range + step + rects.length) % rects.length;
      at = step > 0 ? 0 : (sizes[range] ?? 1) - 1;
    }
    const rect = rects[range];
    if (!rect) return null;
    const height = rect.bottom - rect.top + 1;
    const width = rect.right - rect.left + 1;
    const row = order === 'row' ? Math.floor(at / width) : at % height;
    const column = order === 'row' ? at % width : Math.floor(at / height);
    const cell = cellAt(view, rect.top + row, rect.left + column);
    if (cell && isStop(cell)) return { ...selection, activeRange: range, active: cell };
  }
  return selection;
}
