/** The uncertain half of a crosswalk: leaves of similar wording, to be shown to a person and never taken by itself. */
import type { CriteriaNode } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { nameKey } from './name-key.ts';

/** Share of words two names must have in common; below it a proposal is noise. */
const LIKE_ENOUGH = 0.5;

interface Likeness {
  readonly leaf: CriteriaNode;
  readonly candidate: CriteriaNode;
  readonly score: number;
}

/** Leaf → the most similar leaf of `before`; each is proposed once, the most similar pairs first. */
export function proposeMatches(
  before: readonly CriteriaNode[],
  now: readonly CriteriaNode[],
): ReadonlyMap<NodeId, NodeId> {
  const words = new Map([...before, ...now].map((leaf) => [leaf, wordsOf(leaf.name)]));
  const pairs: Likeness[] = now.flatMap((leaf) =>
    before
      .filter((candidate) => candidate.section === leaf.section)
      .map((candidate) => ({ leaf, candidate, score: likeness(words.get(leaf), words.get(candidate)) }))
      .filter(({ score }) => score >= LIKE_ENOUGH),
  );
  const proposals = new Map<NodeId, NodeId>();
  const used = new Set<CriteriaNode>();
  for (const { leaf, candidate } of pairs.sort(byLikeness)) {
    if (proposals.has(leaf.id) || used.has(candidate)) continue;
    proposals.set(leaf.id, candidate.id);
    used.add(candidate);
  }
  return proposals;
}

/** Of two equally similar names the one with the same code; after that the printed order, so that it never depends on chance. */
function byLikeness(a: Likeness, b: Likeness): number {
  return b.score - a.score || Number(sameCode(b)) - Number(sameCode(a)) || a.leaf.order - b.leaf.order;
}

function sameCode({ leaf, candidate }: Likeness): boolean {
  return leaf.code === candidate.code;
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(
    nameKey(name)
      .split(' ')
      .filter((word) => word !== ''),
  );
}

/** Dice coefficient: twice the shared words by all words; 1 for the same words, 0 for none. */
function likeness(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / (a.size + b.size);
}
