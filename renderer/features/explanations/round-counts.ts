import { EXPLANATION_STATES, type ExplanationState } from '#shared/domain/explanation-states.ts';
import type { ExplanationItem } from '#shared/domain/explanations.ts';
import type { ExplanationRoundId } from '#shared/domain/ids.ts';

export type RoundCounts = Readonly<Record<ExplanationState, number>>;

/** How many cells of each round stand where. */
export function countRounds(items: readonly ExplanationItem[]): ReadonlyMap<ExplanationRoundId, RoundCounts> {
  const counts = new Map<ExplanationRoundId, Record<ExplanationState, number>>();
  for (const { roundId, state } of items) {
    let own = counts.get(roundId);
    if (!own) {
      own = Object.fromEntries(EXPLANATION_STATES.map((each) => [each, 0])) as Record<ExplanationState, number>;
      counts.set(roundId, own);
    }
    own[state]++;
  }
  return counts;
}
