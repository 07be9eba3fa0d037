/**
 * Input and output shapes of THE engine. Everything a unit's result needs is here as flat columns (unit-major,
 * `u * leafCount + l`), because the same arrays travel from the data process to the window and are recomputed on every
 * key press. Called by db/service, renderer/grid (live preview), shared/reports. Must not know about SQL, React or
 * Excel.
 *
 * Points: integers of 10⁻⁶ point held in doubles (exact up to 2⁵³). Blank is NaN.
 */
import type { ClassCap, CriteriaNode, CycleSettings } from '../domain/entities.ts';

/** A criteria set prepared for computing: leaves in printed order with the row numbers of what they add up to. */
export interface CompiledSet {
  readonly nodes: readonly CriteriaNode[];
  readonly leaves: readonly CriteriaNode[];
  readonly fields: readonly CriteriaNode[];
  /** Criteria (second level) in printed order; a childless criterion is both criterion and leaf. */
  readonly criteria: readonly CriteriaNode[];
  /** Index into `fields` per leaf; -1 for bonus and penalty leaves. */
  readonly fieldOfLeaf: Int32Array;
  /** Index into `criteria` per leaf; -1 when the leaf is itself a field, and for bonus and penalty leaves. */
  readonly criterionOfLeaf: Int32Array;
  /** 0 core, 1 bonus, 2 penalty. */
  readonly sectionOfLeaf: Uint8Array;
  readonly maxMicro: Float64Array;
  /** 0 explain, 1 zero, 2 block; 3 when no evidence is asked for. */
  readonly evidencePolicyOfLeaf: Uint8Array;
  readonly scaleMicro: number;
}

/** Bits of `BlockScores.flags`. */
export const NOT_APPLICABLE = 1;
export const HAS_EVIDENCE = 2;
/** An open comment thread; the engine passes over it. */
export const HAS_COMMENT = 4;
/** Changed since the cycle's newest milestone; the engine passes over it. */
export const CHANGED_SINCE_MILESTONE = 8;

/** The cells of one block. `points` are the effective points (see effectivePoints). */
export interface BlockScores {
  readonly unitCount: number;
  readonly leafCount: number;
  readonly points: Float64Array;
  readonly flags: Uint8Array;
}

/** What the engine must know of a unit besides its cells. */
export interface UnitFacts {
  /** Stable key: last word of the `fields` tie policy, so that order never depends on row order. */
  readonly code: string;
  readonly ranked: boolean;
  readonly cap: ClassCap | null;
}

/** An exact index: numeratorMicro / denominatorMicro × 100 %. Denominator 0 means nothing was applicable. */
export interface Ratio {
  readonly numeratorMicro: number;
  readonly denominatorMicro: number;
}

/** Result of one block. Every column has one entry per unit, field columns are unit-major `u * fieldCount + f`. */
export interface BlockResult {
  readonly unitCount: number;
  /** Σ core points of applicable leaves, before bonus and penalty. */
  readonly coreMicro: Float64Array;
  readonly bonusMicro: Float64Array;
  readonly penaltyMicro: Float64Array;
  /** core + bonus − penalty, not below 0, not above the applicable maximum. */
  readonly totalMicro: Float64Array;
  /** Σ maxima of applicable core leaves (the denominator). */
  readonly applicableMicro: Float64Array;
  readonly fieldMicro: Float64Array;
  readonly fieldApplicableMicro: Float64Array;
  readonly criterionMicro: Float64Array;
  readonly criterionApplicableMicro: Float64Array;
  /** Core leaves still blank (neither points nor n/a); bonus and penalty usually do not arise. */
  readonly missing: Int32Array;
  /** Leaves with points above 0 but without the evidence they ask for. */
  readonly missingEvidence: Int32Array;
  /** 1 when a leaf with policy `block` lacks evidence: result withheld, unit not ranked. */
  readonly blocked: Uint8Array;
  /** 0 when not ranked. */
  readonly rank: Int32Array;
  /** 1 when another ranked unit of the block has exactly the same index. */
  readonly tied: Uint8Array;
  /** 1 when another ranked unit prints the same index but is not exactly equal. */
  readonly tiedInPrint: Uint8Array;
  /** Class by thresholds: index into settings.classes, -1 = không xếp loại, -2 = not classified (blocked, nothing applicable). */
  readonly classByThreshold: Int8Array;
  /** Class after the cap; equal to classByThreshold without one. */
  readonly classFinal: Int8Array;
  /** Index into settings.classes of a threshold within neighbourMicroPercent of the index, -1 = none. */
  readonly neighbour: Int8Array;
  /** Positions of ranked units in rank order, then unranked ones in input order. */
  readonly order: Int32Array;
  /**
   * Mean of the exact indexes of ranked units in 10⁻¹² percent, as bigint; null when none. Rounded down, so that
   * rounding it half-up to fewer digits (formatMean) equals rounding the true mean.
   */
  readonly meanPicoPercent: bigint | null;
}

export type ComputeSettings = Pick<
  CycleSettings,
  | 'classes'
  | 'classifyBy'
  | 'tiePolicy'
  | 'neighbourMicroPercent'
  | 'bonusCapMicro'
  | 'penaltyCapMicro'
  | 'printDecimals'
>;
