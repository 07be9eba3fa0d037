/**
 * Nodes from elsewhere (another set, a file) take the place of a set's own: what is certainly the same criterion keeps
 * its id, so that its scores, evidence and history stay with it; everything else gets a new one.
 */
import type { CriteriaNode } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { leavesOfSet } from './leaves-of-set.ts';
import { matchLeaves } from './match-leaves.ts';
import { nameKey } from './name-key.ts';
import { settleTree } from './settle-tree.ts';

/** @param own the nodes being replaced @param given the new ones, parents by their own ids */
export function adoptNodes(
  own: readonly CriteriaNode[],
  given: readonly CriteriaNode[],
  newId: () => NodeId,
): readonly CriteriaNode[] {
  const ids = new Map<NodeId, NodeId>(matchLeaves(own, given, new Map()));
  const branchIds = new Map(branchesOf(own).map((node) => [branchKey(node), node.id]));
  for (const branch of branchesOf(given)) {
    const kept = branchIds.get(branchKey(branch));
    if (kept === undefined) continue;
    ids.set(branch.id, kept);
    branchIds.delete(branchKey(branch));
  }
  for (const node of given) if (!ids.has(node.id)) ids.set(node.id, newId());
  return settleTree(
    given.map((node) => ({
      ...node,
      id: ids.get(node.id) ?? node.id,
      parentId: node.parentId && (ids.get(node.parentId) ?? node.parentId),
    })),
  );
}

function branchesOf(nodes: readonly CriteriaNode[]): readonly CriteriaNode[] {
  const leaves = new Set(leavesOfSet(nodes));
  return nodes.filter((node) => !leaves.has(node));
}

function branchKey(node: CriteriaNode): string {
  return `${node.code}\n${nameKey(node.name)}`;
}
