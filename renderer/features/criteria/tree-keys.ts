/** What a key does in the tree of criteria. Pure; the tree carries it out. */
import type { MoveDirection } from '#shared/criteria/move-node.ts';
import type { RowId, TreeRow } from './tree-rows.ts';

export type TreeAction =
  | { readonly kind: 'select'; readonly id: RowId }
  | { readonly kind: 'open' | 'close'; readonly id: RowId }
  | { readonly kind: 'move'; readonly direction: MoveDirection }
  | { readonly kind: 'addBeside' | 'addBelow' | 'remove' | 'edit' };

interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const MOVES: Readonly<Record<string, MoveDirection>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The action of a key on the selected row; null leaves the key to others. */
export function treeAction(key: Key, rows: readonly TreeRow[], selected: RowId): TreeAction | null {
  if (key.ctrlKey || key.metaKey) return null;
  if (key.altKey) {
    const direction = MOVES[key.key];
    return direction ? { kind: 'move', direction } : null;
  }
  const at = rows.findIndex((row) => row.id === selected);
  const row = rows[at];
  const select = (target: TreeRow | undefined): TreeAction | null =>
    target ? { kind: 'select', id: target.id } : null;
  switch (key.key) {
    case 'ArrowUp':
      return select(rows[at - 1]);
    case 'ArrowDown':
      return select(rows[at + 1]);
    case 'Home':
      return select(rows[0]);
    case 'End':
      return select(rows.at(-1));
    case 'ArrowRight':
      if (!row?.hasChildren) return null;
      return row.isOpen ? select(rows[at + 1]) : { kind: 'open', id: row.id };
    case 'ArrowLeft':
      if (row?.hasChildren && row.isOpen) return { kind: 'close', id: row.id };
      return select(rows.find((other) => other.id === row?.parentId));
    case 'Insert':
      return { kind: key.shiftKey ? 'addBelow' : 'addBeside' };
    case 'Delete':
      return { kind: 'remove' };
    case 'Enter':
    case 'F2':
      return { kind: 'edit' };
    default:
      return null;
  }
}
