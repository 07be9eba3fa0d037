/**
 * The pure core of the spreadsheet: ranges, clipboard, plans and keys over (rowId, columnId). Called by the sheet of
 * renderer/grid, which makes a view whenever rows or columns change their places. Nothing here may know the DOM, AG
 * Grid or React, and no stored state may hold a row index: an index is true only for the view it was read from.
 */

/** A cell by ids, which survive sorting, filtering and hiding. */
export interface CellRef {
  readonly rowId: string;
  readonly columnId: string;
}

/** Rows and columns as displayed now, with their places. */
export interface SheetView {
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
  readonly rowAt: ReadonlyMap<string, number>;
  readonly columnAt: ReadonlyMap<string, number>;
}

/** A rectangle by places in one view, all four sides inclusive. Only for the moment, never stored. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Makes a view of the displayed order; ids must be unique. */
export function createView(rowIds: readonly string[], columnIds: readonly string[]): SheetView {
  return { rowIds, columnIds, rowAt: placesOf(rowIds), columnAt: placesOf(columnIds) };
}

function placesOf(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, at) => [id, at]));
}

/** The cell at a place of the view; null outside. */
export function cellAt(view: SheetView, row: number, column: number): CellRef | null {
  const rowId = view.rowIds[row];
  const columnId = view.columnIds[column];
  return rowId === undefined || columnId === undefined ? null : { rowId, columnId };
}

/** Where a cell is in the view; null when its row or column is not displayed. */
export function placeOf(view: SheetView, cell: CellRef): { readonly row: number; readonly column: number } | null {
  const row = view.rowAt.get(cell.rowId);
  const column = view.columnAt.get(cell.columnId);
  return row === undefined || column === undefined ? null : { row, column };
}

/** True for the same cell. */
export function isSameCell(a: CellRef, b: CellRef): boolean {
  return a.rowId === b.rowId && a.columnId === b.columnId;
}

/** Cells of a rectangle, row by row. */
export function* cellsOfRect(view: SheetView, rect: Rect): Generator<CellRef> {
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      const cell = cellAt(view, row, column);
      if (cell) yield cell;
    }
  }
}
