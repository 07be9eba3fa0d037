import type { TreeNode } from '../block-shape.ts';

/** Ids of the leaves that stay, and of the headings with any of them below. `tree` is depth-first. */
export function withHeadings(tree: readonly TreeNode[], leafIds: ReadonlySet<string>): ReadonlySet<string> {
  const places = tree.flatMap(({ node, isLeaf, leafFrom }) => (isLeaf && leafIds.has(node.id) ? [leafFrom] : []));
  const kept = tree.filter(({ isLeaf, node, leafFrom, leafTo }) =>
    isLeaf ? leafIds.has(node.id) : places.some((at) => at >= leafFrom && at < leafTo),
  );
  return new Set(kept.map(({ node }) => node.id));
}
