/**
 * The certain half of a crosswalk: decisions of people first, then code and name, then the whole path of names, then
 * the name alone; each step takes only what is unique in both whole sets ("Ban hành kế hoạch" in three fields is not).
 * Must not guess: see propose-matches.
 */
import type { CriteriaNode } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { leavesOfSet } from './leaves-of-set.ts';
import { nameKey } from './name-key.ts';

export type ConfirmedMatches = ReadonlyMap<NodeId, NodeId | null>;

/** Leaf of `current` → the leaf of `previous` it continues; no leaf is used twice. */
export function matchLeaves(
  previous: readonly CriteriaNode[],
  current: readonly CriteriaNode[],
  confirmed: ConfirmedMatches,
): ReadonlyMap<NodeId, NodeId> {
  const pairs = new Map<NodeId, NodeId>();
  const leavesBefore = leavesOfSet(previous);
  const leavesNow = leavesOfSet(current);
  const before = new Set(leavesBefore);
  const now = new Set(leavesNow);
  const previousById = new Map(leavesBefore.map((leaf) => [leaf.id, leaf]));
  function take(leaf: CriteriaNode, match: CriteriaNode): void {
    pairs.set(leaf.id, match.id);
    now.delete(leaf);
    before.delete(match);
  }

  for (const leaf of [...now]) {
    const decided = confirmed.get(leaf.id);
    if (decided === undefined) continue;
    const match = decided === null ? undefined : previousById.get(decided);
    if (match && before.has(match)) take(leaf, match);
    else if (decided === null) now.delete(leaf);
  }
  const pathBefore = pathKeys(previous);
  const pathNow = pathKeys(current);
  const steps: readonly (readonly [KeyOf, KeyOf])[] = [
    [codeAndName, codeAndName],
    [(leaf) => pathBefore.get(leaf.id) ?? '', (leaf) => pathNow.get(leaf.id) ?? ''],
    [nameOnly, nameOnly],
  ];
  for (const [keyBefore, keyNow] of steps) {
    const candidates = uniqueBy(leavesBefore, keyBefore);
    for (const [key, leaf] of uniqueBy(leavesNow, keyNow)) {
      const match = candidates.get(key);
      if (match && before.has(match) && now.has(leaf)) take(leaf, match);
    }
  }
  return pairs;
}

type KeyOf = (leaf: CriteriaNode) => string;

function nameOnly(leaf: CriteriaNode): string {
  return `${leaf.section}\n${nameKey(leaf.name)}`;
}

function codeAndName(leaf: CriteriaNode): string {
  return `${leaf.code}\n${nameOnly(leaf)}`;
}

/** Names from the field down to the node, by node. */
function pathKeys(nodes: readonly CriteriaNode[]): ReadonlyMap<NodeId, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return new Map(
    nodes.map((node) => {
      const names: string[] = [];
      const seen = new Set<NodeId>();
      for (
        let at: CriteriaNode | undefined = node;
        at && !seen.has(at.id);
        at = at.parentId ? byId.get(at.parentId) : at
      ) {
        seen.add(at.id);
        names.unshift(nameKey(at.name));
      }
      return [node.id, `${node.section}\n${names.join('\n')}`];
    }),
  );
}

/** Leaves whose key no other leaf has. */
function uniqueBy(leaves: readonly CriteriaNode[], keyOf: KeyOf): ReadonlyMap<string, CriteriaNode> {
  const byKey = new Map<string, CriteriaNode | null>();
  for (const leaf of leaves) byKey.set(keyOf(leaf), byKey.has(keyOf(leaf)) ? null : leaf);
  return new Map([...byKey].flatMap(([key, leaf]) => (leaf ? [[key, leaf] as const] : [])));
}
