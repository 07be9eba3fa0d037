/** Which rows the tree shows: the set itself, then the nodes whose branches are open. Pure. */
import { childrenOf } from '#shared/criteria/settle-tree.ts';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import type { NodeId } from '#shared/domain/ids.ts';

/** The row of the set as a whole. */
export const SET_ROW = 'set';
export type RowId = NodeId | typeof SET_ROW;

export interface TreeRow {
  readonly id: RowId;
  readonly node: CriteriaNode | null;
  /** Row above in the tree; null for the set. */
  readonly parentId: RowId | null;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

/** Rows from top to bottom; `closed` are the branches folded away. */
export function treeRows(nodes: readonly CriteriaNode[], closed: ReadonlySet<RowId>): readonly TreeRow[] {
  const children = childrenOf(nodes);
  const isSetOpen = !closed.has(SET_ROW);
  const rows: TreeRow[] = [
    { id: SET_ROW, node: null, parentId: null, depth: 0, hasChildren: nodes.length > 0, isOpen: isSetOpen },
  ];
  function visit(node: CriteriaNode, parentId: RowId, depth: number): void {
    const below = children.get(node.id) ?? [];
    const isOpen = !closed.has(node.id);
    rows.push({ id: node.id, node, parentId, depth, hasChildren: below.length > 0, isOpen });
    if (isOpen) for (const child of below) visit(child, node.id, depth + 1);
  }
  if (isSetOpen) for (const root of children.get(null) ?? []) visit(root, SET_ROW, 1);
  return rows;
}

/** Every branch above a node, so that it can be shown. */
export function branchesAbove(nodes: readonly CriteriaNode[], nodeId: NodeId): readonly RowId[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const above: RowId[] = [SET_ROW];
  for (let at = byId.get(nodeId)?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null) above.push(at);
  return above;
}
