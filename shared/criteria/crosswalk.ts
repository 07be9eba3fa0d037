/**
 * Đối chiếu bộ tiêu chí: which leaf of a set was which leaf of an earlier set, so that two years are compared over the
 * same things only. Called by the crosswalk of the criteria screen and by the comparison of years. Takes a match as
 * certain only when nothing else fits; a likeness of words is proposed and waits for a person.
 */
import type { CriteriaNode, CriteriaSet } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { scaleRatio } from '../scoring/exact.ts';
import { matchLeaves, type ConfirmedMatches } from './match-leaves.ts';
import { leavesOfSet } from './leaves-of-set.ts';
import { proposeMatches } from './propose-matches.ts';

/** Giữ nguyên, đổi điểm tối đa, mới. What only the earlier set has is in `dropped`. */
export type MatchKind = 'same' | 'maxChanged' | 'new';

export interface LeafMatch {
  readonly leafId: NodeId;
  readonly kind: MatchKind;
  /** The leaf of the earlier set that this one continues; null exactly for `new`. */
  readonly previousLeafId: NodeId | null;
  /** Both are scored, but by different rules: comparable, with a remark. */
  readonly ruleChanged: boolean;
  /** A leaf of similar wording nobody has confirmed yet; only for `new`. */
  readonly proposedLeafId: NodeId | null;
}

export interface Crosswalk {
  /** One entry per leaf of the current set, in its order. */
  readonly leaves: readonly LeafMatch[];
  /** Leaves of the earlier set that nothing continues, in its order. */
  readonly dropped: readonly NodeId[];
  /** How much of each set's scale the matched core leaves make up, in 10⁻⁶ percent. */
  readonly comparableShareMicroPercent: { readonly current: number; readonly previous: number };
}

export type CrosswalkSet = Pick<CriteriaSet, 'scaleMicro' | 'nodes'>;

/**
 * Crosswalk from `previous` to `current`. `confirmed` are the decisions of people: leaf of the current set → leaf of
 * the earlier one, or null for "this one is new"; one naming a leaf that is gone counts for nothing.
 */
export function crosswalk(previous: CrosswalkSet, current: CrosswalkSet, confirmed: ConfirmedMatches): Crosswalk {
  const pairs = matchLeaves(previous.nodes, current.nodes, confirmed);
  const matched = new Set(pairs.values());
  const before = leavesOfSet(previous.nodes);
  const now = leavesOfSet(current.nodes);
  const dropped = before.filter((leaf) => !matched.has(leaf.id));
  const open = now.filter((leaf) => !pairs.has(leaf.id) && confirmed.get(leaf.id) !== null);
  const proposals = proposeMatches(dropped, open);
  const byId = new Map(before.map((leaf) => [leaf.id, leaf]));
  const leaves = now.map((leaf) => toMatch(leaf, byId.get(pairs.get(leaf.id) ?? leaf.id), proposals.get(leaf.id)));
  return {
    leaves,
    dropped: dropped.map((leaf) => leaf.id),
    comparableShareMicroPercent: {
      current: shareOf(
        now.filter((leaf) => pairs.has(leaf.id)),
        current.scaleMicro,
      ),
      previous: shareOf(
        before.filter((leaf) => matched.has(leaf.id)),
        previous.scaleMicro,
      ),
    },
  };
}

function toMatch(leaf: CriteriaNode, previous: CriteriaNode | undefined, proposed: NodeId | undefined): LeafMatch {
  if (!previous) {
    return {
      leafId: leaf.id,
      kind: 'new',
      previousLeafId: null,
      ruleChanged: false,
      proposedLeafId: proposed ?? null,
    };
  }
  return {
    leafId: leaf.id,
    kind: leaf.maxMicro === previous.maxMicro ? 'same' : 'maxChanged',
    previousLeafId: previous.id,
    ruleChanged: leaf.rule?.kind !== previous.rule?.kind,
    proposedLeafId: null,
  };
}

/** Bonus and penalty stand outside the scale, so they make up none of it. */
function shareOf(leaves: readonly CriteriaNode[], scaleMicro: number): number {
  const core = leaves.filter((leaf) => leaf.section === 'core');
  const sumMicro = core.reduce((sum, leaf) => sum + leaf.maxMicro, 0);
  return scaleMicro > 0 ? scaleRatio(sumMicro, scaleMicro, 8, true) : 0;
}
