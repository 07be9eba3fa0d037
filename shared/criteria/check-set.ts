import type { NodeId } from '../domain/ids.ts';
import { compileSet } from '../scoring/compile-set.ts';
import type { SetProblem } from '../scoring/set-problem.ts';
import type { EditableSet } from './editable-set.ts';

/** A problem with the node it is about; null for the set as a whole. */
export interface PlacedProblem extends SetProblem {
  readonly nodeId: NodeId | null;
}

/**
 * Everything that keeps a set from being issued (ban hành), by the engine's own check, in printed order with what
 * concerns the whole set first; empty when it may be issued.
 */
export function checkSet(set: EditableSet): readonly PlacedProblem[] {
  const compiled = compileSet(set);
  if (compiled.ok) return [];
  const byCode = new Map(set.nodes.map((node) => [node.code, node]));
  const orderOf = (problem: PlacedProblem): number => byCode.get(problem.at)?.order ?? -1;
  return compiled.error
    .map((problem) => ({ ...problem, nodeId: byCode.get(problem.at)?.id ?? null }))
    .sort((a, b) => orderOf(a) - orderOf(b));
}
