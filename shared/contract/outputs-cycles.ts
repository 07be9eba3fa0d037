/** Shapes of the answers about years as a whole: their steps, their milestones, their seals. */
import type { SecondPersonRefusal } from '../domain/second-person.ts';
import type { CycleSettings, CycleState, Milestone } from '../domain/entities.ts';
import type { CycleId } from '../domain/ids.ts';
import type { CycleTransition, PreconditionName } from '../domain/cycle-transitions.ts';
import type { Committed } from './outputs.ts';

export interface CycleReceipt {
  readonly cycleId: CycleId;
  readonly committed: Committed;
}

/** A precondition that does not hold, with what to name in its sentence. */
export interface Unmet {
  readonly name: PreconditionName;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A way out of the present state, as it stands for the caller now. */
export interface CycleStep extends CycleTransition {
  /** The caller has none of the step's roles. */
  readonly isForbidden: boolean;
  readonly personRefusal: SecondPersonRefusal | null;
  readonly unmet: readonly Unmet[];
  readonly warnings: readonly Unmet[];
}

/** One side of a comparison; a milestone, or now. */
export interface Moment {
  readonly milestone: Milestone | null;
  readonly logSeq: number;
  /** Link of the log's chain at that moment: the proof of the snapshot. */
  readonly hash: string;
  readonly at: string;
}

export type ComparedValue = 'self' | 'appraised' | 'final' | 'notApplicable' | 'declared' | 'reason' | 'evidence';

/** Points are 10⁻⁶ point; `declared` is the JSON the cell holds; a blank is null. */
export interface CellDifference {
  readonly unitId: string;
  readonly leafId: string;
  readonly value: ComparedValue;
  readonly before: string | number | null;
  readonly after: string | number | null;
  /** Who changed it last in between, and when. */
  readonly by: string;
  readonly at: string;
}

export interface UnitResult {
  readonly totalMicro: number;
  readonly applicableMicro: number;
  readonly indexMicroPercent: number | null;
  readonly rank: number | null;
  readonly classLabel: string;
}

/** Null where the unit was not in the year. */
export interface ResultDifference {
  readonly unitId: string;
  readonly before: UnitResult | null;
  readonly after: UnitResult | null;
}

export interface MilestoneComparison {
  readonly from: Moment;
  readonly to: Moment;
  readonly units: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly block: string;
  }[];
  readonly leaves: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  /** The first fifty thousand; `cellCount` is how many there are. */
  readonly cells: readonly CellDifference[];
  readonly cellCount: number;
  /** Null when criteria of either moment do not add up, so that nothing can be ranked. */
  readonly results: readonly ResultDifference[] | null;
  /** Settings that differ. */
  readonly settings: readonly (keyof CycleSettings)[];
}

/** Where a year stands and where it can go. */
export interface CycleProgress {
  readonly state: CycleState;
  readonly steps: readonly CycleStep[];
}
