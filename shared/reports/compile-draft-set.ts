import type { CriteriaSetDraft, NodeDraft } from '../domain/cycle-draft.ts';
import type { CriteriaNode } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { compileSet } from '../scoring/compile-set.ts';

/** The engine's own check and preparation of a set that has no ids yet: codes stand in for them. Errors as compileSet. */
export function compileDraftSet({ scaleMicro, nodes }: CriteriaSetDraft): ReturnType<typeof compileSet> {
  return compileSet({ scaleMicro, nodes: nodes.map(toNode) });
}

function toNode({ parentCode, ...node }: NodeDraft, order: number): CriteriaNode {
  return { ...node, id: node.code as NodeId, parentId: parentCode as NodeId | null, order };
}
