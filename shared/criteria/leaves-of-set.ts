import type { CriteriaNode } from '../domain/entities.ts';

/** Nodes without children, in the order given: those that are scored. */
export function leavesOfSet<Node extends Pick<CriteriaNode, 'id' | 'parentId'>>(
  nodes: readonly Node[],
): readonly Node[] {
  const parents = new Set(nodes.map((node) => node.parentId));
  return nodes.filter((node) => !parents.has(node.id));
}
