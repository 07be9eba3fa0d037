/**
 * What changed between two versions of one set (khác biệt giữa hai phiên bản), node by node. Nodes are the same when
 * their ids are, so this is for versions of a set; two sets of different years are compared by crosswalk.
 */
import type { CriteriaNode, CriteriaSet } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { isSameData } from '../util/is-same-data.ts';

/** What of a node can differ; `place` is another parent or another order among the siblings both versions have. */
export const NODE_ASPECTS = ['place', 'code', 'name', 'max', 'rule', 'ruleText', 'evidence', 'policy'] as const;
export type NodeAspect = (typeof NODE_ASPECTS)[number];

export type NodeDifference =
  | { readonly kind: 'added'; readonly after: CriteriaNode }
  | { readonly kind: 'dropped'; readonly before: CriteriaNode }
  | {
      readonly kind: 'changed';
      readonly before: CriteriaNode;
      readonly after: CriteriaNode;
      readonly aspects: readonly NodeAspect[];
    };

export interface SetDifference {
  /** In the printed order of the later version; what was dropped comes after the node it followed. */
  readonly nodes: readonly NodeDifference[];
  readonly name: { readonly before: string; readonly after: string } | null;
  readonly scaleMicro: { readonly before: number; readonly after: number } | null;
}

type SetLike = Pick<CriteriaSet, 'name' | 'scaleMicro' | 'nodes'>;

/** Compare two settled versions of a set. */
export function diffSets(before: SetLike, after: SetLike): SetDifference {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Set(after.nodes.map((node) => node.id));
  const moved = movedNodes(before.nodes, after.nodes);
  const nodes: NodeDifference[] = after.nodes.flatMap((node): NodeDifference[] => {
    const was = old.get(node.id);
    if (!was) return [{ kind: 'added', after: node }];
    const aspects = aspectsOf(was, node, moved.has(node.id));
    return aspects.length > 0 ? [{ kind: 'changed', before: was, after: node, aspects }] : [];
  });
  for (const node of before.nodes) {
    if (!now.has(node.id)) insertByOrder(nodes, node);
  }
  return {
    nodes,
    name: before.name === after.name ? null : { before: before.name, after: after.name },
    scaleMicro: before.scaleMicro === after.scaleMicro ? null : { before: before.scaleMicro, after: after.scaleMicro },
  };
}

/** Whether nothing differs. */
export function isSameSet(before: SetLike, after: SetLike): boolean {
  const difference = diffSets(before, after);
  return difference.nodes.length === 0 && difference.name === null && difference.scaleMicro === null;
}

function aspectsOf(before: CriteriaNode, after: CriteriaNode, hasMoved: boolean): readonly NodeAspect[] {
  const differs: Readonly<Record<NodeAspect, boolean>> = {
    place: hasMoved,
    code: before.code !== after.code,
    name: before.name !== after.name,
    max: before.maxMicro !== after.maxMicro,
    rule: !isSameData(before.rule, after.rule),
    ruleText: before.ruleText !== after.ruleText,
    evidence: before.evidenceText !== after.evidenceText,
    policy: before.evidencePolicy !== after.evidencePolicy,
  };
  return NODE_ASPECTS.filter((aspect) => differs[aspect]);
}

/** Put a dropped node after the last difference of a node that stood before it. */
function insertByOrder(nodes: NodeDifference[], dropped: CriteriaNode): void {
  const at = nodes.findLastIndex((other) => other.kind !== 'added' && other.before.order < dropped.order);
  nodes.splice(at + 1, 0, { kind: 'dropped', before: dropped });
}

/** Nodes with another parent, and the fewest siblings that must have moved for the rest to keep their order. */
function movedNodes(before: readonly CriteriaNode[], after: readonly CriteriaNode[]): ReadonlySet<NodeId> {
  const old = new Map(before.map((node) => [node.id, node]));
  const moved = new Set<NodeId>();
  const stayed = new Map<NodeId | null, CriteriaNode[]>();
  for (const node of after) {
    const was = old.get(node.id);
    if (!was) continue;
    if (was.parentId !== node.parentId || was.section !== node.section) moved.add(node.id);
    else stayed.set(node.parentId, [...(stayed.get(node.parentId) ?? []), was]);
  }
  for (const siblings of stayed.values()) {
    const kept = longestRising(siblings.map((node) => node.order));
    siblings.forEach((node, i) => {
      if (!kept.has(i)) moved.add(node.id);
    });
  }
  return moved;
}

/** Positions of a longest rising subsequence. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const lengths: number[] = [];
  const previous: number[] = [];
  values.forEach((value, i) => {
    let best = -1;
    for (let j = 0; j < i; j++) {
      if (values[j]! < value && (best < 0 || lengths[j]! > lengths[best]!)) best = j;
    }
    lengths.push(best < 0 ? 1 : lengths[best]! + 1);
    previous.push(best);
  });
  const kept = new Set<number>();
  let at = lengths.indexOf(Math.max(...lengths));
  for (; at !== undefined && at >= 0; at = previous[at] ?? -1) kept.add(at);
  return kept;
}
