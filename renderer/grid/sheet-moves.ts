import type { GridApi, IRowNode } from 'ag-grid-community';
import type { Move } from './cell-text-editor.ts';
import type { CellAddress, SheetRow } from './sheet.ts';

export interface SheetMoves {
  /** Goes to the next cell a person types into; stays when there is none. */
  go(from: CellAddress, move: Exclude<Move, 'stay'>): void;
}

/** Enter and Tab as clerks know them: over sums and headings, by what is shown now. */
export function createSheetMoves(
  api: GridApi<SheetRow>,
  isEntry: (cell: CellAddress) => boolean,
  select: (rowId: string, columnId: string) => void,
): SheetMoves {
  function focus(node: IRowNode<SheetRow> | undefined, columnId: string): void {
    if (node?.id !== undefined) select(node.id, columnId);
  }

  function vertical(from: CellAddress, step: 1 | -1): void {
    const start = api.getRowNode(from.row.id);
    if (typeof start?.rowIndex !== 'number') return;
    const count = api.getDisplayedRowCount();
    for (let at = start.rowIndex + step; at >= 0 && at < count; at += step) {
      const node = api.getDisplayedRowAtIndex(at);
      if (node?.data && isEntry({ row: node.data, columnId: from.columnId })) return focus(node, from.columnId);
    }
    focus(start, from.columnId);
  }

  /** Past the end of a row the next one goes on, as in a form. */
  function horizontal(from: CellAddress, step: 1 | -1): void {
    const columnIds = api.getAllDisplayedColumns().map((column) => column.getColId());
    const start = api.getRowNode(from.row.id);
    if (typeof start?.rowIndex !== 'number') return;
    const count = api.getDisplayedRowCount();
    let rowAt = start.rowIndex;
    let columnAt = columnIds.indexOf(from.columnId) + step;
    while (rowAt >= 0 && rowAt < count) {
      const node = api.getDisplayedRowAtIndex(rowAt);
      for (; columnAt >= 0 && columnAt < columnIds.length; columnAt += step) {
        const columnId = columnIds[columnAt];
        if (node?.data && columnId !== undefined && isEntry({ row: node.data, columnId })) return focus(node, columnId);
      }
      rowAt += step;
      columnAt = step > 0 ? 0 : columnIds.length - 1;
    }
    focus(start, from.columnId);
  }

  return {
    go(from, move) {
      if (move === 'down') vertical(from, 1);
      else if (move === 'up') vertical(from, -1);
      else horizontal(from, move === 'right' ? 1 : -1);
    },
  };
}
