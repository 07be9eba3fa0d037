/**
 * Brings the nodes of a set being edited into the one form everything else relies on: depth-first order, level by
 * depth, section of the root, a rule on every leaf and on nothing else. Called after every edit, copy and import.
 */
import type { CriteriaNode, NodeLevel, Section } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';

/** Level of a node by its depth; deeper than the last is not allowed. */
export const LEVELS: readonly NodeLevel[] = ['field', 'criterion', 'subCriterion'];
/** Sections in the order a set is printed in. */
const SECTION_ORDER: readonly Section[] = ['core', 'bonus', 'penalty'];

/**
 * The same nodes in printed order. Siblings keep the order they are given in; nodes whose parents lead to no root are
 * left out.
 */
export function settleTree(nodes: readonly CriteriaNode[]): readonly CriteriaNode[] {
  const children = childrenOf(nodes);
  const settled: CriteriaNode[] = [];
  function visit(node: CriteriaNode, depth: number, section: Section): void {
    const below = children.get(node.id) ?? [];
    settled.push({
      ...node,
      level: LEVELS[depth] ?? 'subCriterion',
      section,
      order: settled.length,
      // What a rule was is not kept on a branch: the set would carry a way of scoring that nobody sees.
      rule: below.length > 0 ? null : (node.rule ?? { kind: 'manual' }),
    });
    for (const child of below) visit(child, depth + 1, section);
  }
  const roots = children.get(null) ?? [];
  for (const section of SECTION_ORDER) {
    for (const root of roots) if (root.section === section) visit(root, 0, section);
  }
  return settled;
}

/** Children by parent, in the order given; roots under null. */
export function childrenOf<Node extends Pick<CriteriaNode, 'parentId'>>(
  nodes: readonly Node[],
): ReadonlyMap<NodeId | null, readonly Node[]> {
  const children = new Map<NodeId | null, Node[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parentId);
    if (siblings) siblings.push(node);
    else children.set(node.parentId, [node]);
  }
  return children;
}
