import type { GridApi } from 'ag-grid-community';
import { remapSelection } from './range/selection-remap.ts';
import { selectCell, type Selection } from './range/selection.ts';
import { createView, isSameCell, type CellRef, type SheetView } from './range/sheet-view.ts';
import type { SheetRow } from './sheet.ts';

export interface SelectionModel {
  readonly view: () => SheetView;
  readonly get: () => Selection | null;
  /** Takes a selection over; focuses its active cell and, unless told not to, scrolls what moved into sight. */
  readonly set: (selection: Selection, reveal?: 'active' | 'corner' | 'none') => void;
  /** The grid's focus went somewhere by itself: the selection follows, unless it is there already. */
  readonly follow: (cell: CellRef) => void;
  /** Rows or columns may stand elsewhere: the same cells stay selected. */
  readonly refresh: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * The living selection of a sheet: what is selected by ids, and the displayed order it is read against. The focused cell
 * of the grid is always its active cell.
 */
export function createSelectionModel(
  api: GridApi<SheetRow>,
  isRowHeader: (columnId: string) => boolean,
): SelectionModel {
  let view = readView();
  let selection: Selection | null = null;
  const listeners = new Set<() => void>();

  function readView(): SheetView {
    const rowIds: string[] = [];
    api.forEachNodeAfterFilterAndSort(({ id }) => id !== undefined && rowIds.push(id));
    const columnIds = api.getAllDisplayedColumns().map((column) => column.getColId());
    return createView(
      rowIds,
      columnIds.filter((id) => !isRowHeader(id)),
    );
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function focus({ rowId, columnId }: CellRef): void {
    const rowIndex = api.getRowNode(rowId)?.rowIndex;
    if (typeof rowIndex !== 'number') return;
    const focused = api.getFocusedCell();
    const isThere = focused?.rowIndex === rowIndex && focused.column.getColId() === columnId;
    if (!isThere || !document.activeElement?.closest('.ag-cell')) api.setFocusedCell(rowIndex, columnId);
  }

  function reveal({ rowId, columnId }: CellRef): void {
    const rowIndex = api.getRowNode(rowId)?.rowIndex;
    if (typeof rowIndex !== 'number') return;
    api.ensureIndexVisible(rowIndex);
    api.ensureColumnVisible(columnId);
  }

  return {
    view: () => view,
    get: () => selection,
    set(next, toReveal = 'active') {
      selection = next;
      const moved = toReveal === 'corner' ? next.ranges[next.activeRange]?.focus : next.active;
      if (toReveal !== 'none' && moved) reveal(moved);
      focus(next.active);
      tell();
    },
    follow(cell) {
      if (!view.columnAt.has(cell.columnId) || (selection && isSameCell(selection.active, cell))) return;
      selection = selectCell(cell);
      tell();
    },
    refresh() {
      const before = view;
      const now = readView();
      if (isSameOrder(before.rowIds, now.rowIds) && isSameOrder(before.columnIds, now.columnIds)) return;
      view = now;
      if (selection) {
        const hadFocus = document.activeElement?.closest('.ag-cell') !== null;
        selection = remapSelection(selection, before, view);
        // The focus stays with its cell; the grid would leave it at the same place on the screen.
        if (selection && hadFocus) focus(selection.active);
      }
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}
