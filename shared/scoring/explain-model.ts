/**
 * "Giải thích con số này": a result taken apart into the numbers it was made of. Plain data; every sum in it is exact,
 * so that the parts shown add up to the total shown. Points are 10⁻⁶ point, percentages 10⁻⁶ percent. Made by
 * explainUnit and explainMean from the engine's own result; worded by the window.
 */
import type { ClassCap, NodeLevel, Section, Stage, TiePolicy } from '../domain/entities.ts';
import type { CycleUnitId, NodeId } from '../domain/ids.ts';
import type { CountedLeaf } from './count-leaf.ts';
import type { Ratio } from './model.ts';

/** A field, criterion or leaf: what it counts is the sum of its children, or says why in `leaf`. */
export interface ExplainedNode {
  readonly nodeId: NodeId;
  readonly code: string;
  readonly name: string;
  readonly level: NodeLevel;
  readonly section: Section;
  readonly maxMicro: number;
  readonly countedMicro: number;
  /** Part of the denominator; 0 in bonus and penalty. */
  readonly applicableMicro: number;
  readonly leaf: ExplainedLeaf | null;
  readonly children: readonly ExplainedNode[];
}

export interface ExplainedLeaf extends Pick<CountedLeaf, 'cause' | 'lacksEvidence' | 'blocks'> {
  /** Whose value counts; null when all three are blank or the leaf is excused. */
  readonly stage: Stage | null;
  /** The three values side by side; null is blank. */
  readonly values: Readonly<Record<Stage, number | null>>;
}

/** Bonus or penalty: Σ leaves, then not more than the cap. */
export interface ExplainedSection {
  readonly leaves: readonly ExplainedNode[];
  readonly sumMicro: number;
  readonly capMicro: number;
  readonly countedMicro: number;
}

export interface ExplainedRank {
  /** Null when not ranked. */
  readonly rank: number | null;
  readonly why: 'ranked' | 'notRanked' | 'blocked' | 'nothingApplicable';
  readonly tiePolicy: TiePolicy['kind'];
  readonly rankedUnits: number;
  /** Units with a higher index, and how many different indexes they have. */
  readonly higher: number;
  readonly higherIndexes: number;
  /** Units with exactly the same index; `before` of them stand first under the policy "by fields". */
  readonly tiedWith: readonly string[];
  readonly tiedBefore: number;
  /** The next one up and down, for comparison. */
  readonly above: RankNeighbour | null;
  readonly below: RankNeighbour | null;
}

export interface RankNeighbour {
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  readonly index: Ratio;
}

export interface ExplainedClass {
  /** Index into the cycle's classes; −1 below every threshold, −2 withheld. */
  readonly byThreshold: number;
  readonly final: number;
  readonly cap: ClassCap | null;
  /** Which number was held against the thresholds, and that number (rounded down when exact); null when withheld. */
  readonly classifyBy: 'exact' | 'printed';
  readonly decidingMicroPercent: number | null;
  /** How much is missing to the next better class; null in the best one. */
  readonly missingMicroPercent: number | null;
  /** A threshold close enough for a second look. */
  readonly neighbour: number;
}

export interface ExplainedUnit {
  readonly cycleUnitId: CycleUnitId;
  readonly code: string;
  readonly name: string;
  readonly blockName: string;
  readonly fields: readonly ExplainedNode[];
  readonly coreMicro: number;
  readonly bonus: ExplainedSection;
  readonly penalty: ExplainedSection;
  /** What keeping the total within 0…applicable maximum adds (positive) or takes (negative). */
  readonly boundMicro: number;
  /** core + bonus − penalty + bound. */
  readonly totalMicro: number;
  readonly scaleMicro: number;
  /** Leaves that left the denominator: scale − Σ of their maxima = applicable. */
  readonly excused: readonly ExplainedNode[];
  readonly applicableMicro: number;
  /** Exactly total / applicable. */
  readonly index: Ratio;
  readonly missing: number;
  readonly rank: ExplainedRank;
  readonly classification: ExplainedClass;
}

/** Mean of a block: Σ parts + rounding = count × mean. */
export interface ExplainedMean {
  readonly blockCode: string;
  readonly blockName: string;
  readonly parts: readonly ExplainedMeanPart[];
  /** Scored units that are not in the mean. */
  readonly left: readonly { readonly code: string; readonly name: string; readonly why: ExplainedRank['why'] }[];
  readonly count: number;
  readonly sumMicroPercent: number;
  /** What rounding each part to 10⁻⁶ percent lost or added. */
  readonly roundingMicroPercent: number;
  /** Null without ranked units. */
  readonly meanMicroPercent: number | null;
}

export interface ExplainedMeanPart {
  readonly cycleUnitId: CycleUnitId;
  readonly code: string;
  readonly name: string;
  readonly rank: number;
  readonly index: Ratio;
  readonly indexMicroPercent: number;
}
