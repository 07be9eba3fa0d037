import type { NodeDraft } from '../domain/cycle-draft.ts';

/** Nodes of a drafted set that no other node names as its parent. */
export function leavesOf(nodes: readonly NodeDraft[]): readonly NodeDraft[] {
  const parents = new Set(nodes.map((node) => node.parentCode));
  return nodes.filter((node) => !parents.has(node.code));
}
