/** Which lines of a tree are in sight, and where a key goes from one of them (WAI-ARIA tree pattern). Pure. */
import type { ExplainRow } from './explain-row.ts';

export interface VisibleRow {
  readonly row: ExplainRow;
  readonly depth: number;
  readonly parentId: string | null;
  readonly isOpen: boolean;
}

/** Lines in the order shown; those under a closed line are left out. */
export function visibleRows(
  rows: readonly ExplainRow[],
  open: ReadonlySet<string>,
  depth = 0,
  parentId: string | null = null,
): readonly VisibleRow[] {
  return rows.flatMap((row) => {
    const isOpen = open.has(row.id);
    return [{ row, depth, parentId, isOpen }, ...(isOpen ? visibleRows(row.children, open, depth + 1, row.id) : [])];
  });
}

/** Ids of all lines that have lines below them. */
export function branchIds(rows: readonly ExplainRow[]): readonly string[] {
  return rows.flatMap((row) => (row.children.length > 0 ? [row.id, ...branchIds(row.children)] : []));
}

/** Ids of the lines to open so that the criterion can be seen, its own included. */
export function pathTo(rows: readonly ExplainRow[], leafId: string): readonly string[] | null {
  for (const row of rows) {
    if (row.leafId === leafId) return [row.id];
    const below = pathTo(row.children, leafId);
    if (below) return [row.id, ...below];
  }
  return null;
}

export type TreeMove = { readonly focus: string } | { readonly open: string } | { readonly close: string };

/** What a key does at the focused line; null when it does nothing there. */
export function treeMove(visible: readonly VisibleRow[], focused: string, key: string): TreeMove | null {
  const at = visible.findIndex(({ row }) => row.id === focused);
  const here = visible[at];
  if (!here) return null;
  const focusAt = (index: number): TreeMove | null => {
    const to = visible[index];
    return to ? { focus: to.row.id } : null;
  };
  const hasChildren = here.row.children.length > 0;
  switch (key) {
    case 'ArrowDown':
      return focusAt(at + 1);
    case 'ArrowUp':
      return focusAt(at - 1);
    case 'Home':
      return focusAt(0);
    case 'End':
      return focusAt(visible.length - 1);
    case 'ArrowRight':
      if (!hasChildren) return null;
      return here.isOpen ? focusAt(at + 1) : { open: focused };
    case 'ArrowLeft':
      if (here.isOpen && hasChildren) return { close: focused };
      return here.parentId === null ? null : { focus: here.parentId };
    default:
      return null;
  }
}
