import type { BlockDraft, CycleDraft } from '../domain/cycle-draft.ts';
import { DEFAULT_SETTINGS } from '../domain/default-settings.ts';
import { leavesOf } from './leaves-of.ts';

/** What a person says about the cycle an import makes. */
export interface CycleChoices {
  readonly cycleName: string;
  readonly year: number;
  /** Ranks after a tie: 1, 2, 2, 4 or 1, 2, 2, 3. */
  readonly ties: 'competition' | 'dense';
}

/** A new cycle around these blocks. Bonus and penalty are capped by what the set itself allows, whatever its scale. */
export function cycleOf(blocks: readonly BlockDraft[], { cycleName, year, ties }: CycleChoices): CycleDraft {
  return {
    name: cycleName,
    year,
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    state: 'entered',
    settings: {
      ...DEFAULT_SETTINGS,
      tiePolicy: { kind: ties },
      bonusCapMicro: largestSum(blocks, 'bonus'),
      penaltyCapMicro: largestSum(blocks, 'penalty'),
    },
    simulated: false,
    blocks,
  };
}

/** Σ of the leaf maxima of a section, of the block that allows most. */
function largestSum(blocks: readonly BlockDraft[], section: 'bonus' | 'penalty'): number {
  const sums = blocks.map(({ criteriaSet }) =>
    leavesOf(criteriaSet.nodes).reduce((sum, leaf) => sum + (leaf.section === section ? leaf.maxMicro : 0), 0),
  );
  return Math.max(0, ...sums);
}
