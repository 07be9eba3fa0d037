/**
 * What rankCycle takes, and results of a cycle as records, ready for a screen, an annex or the command line. Made by rankCycle; the contract
 * sends the same shapes with the log position they belong to.
 */
import type { Block, CriteriaSet, Cycle, CycleUnit, Unit } from '../domain/entities.ts';
import type { BlockId, CycleId, CycleUnitId, NodeId } from '../domain/ids.ts';

/** The cycle without its scores (the contract's CycleStructure fits). */
export interface RankStructure {
  readonly cycle: Pick<Cycle, 'id' | 'settings'>;
  readonly blocks: readonly Block[];
  readonly criteriaSets: readonly CriteriaSet[];
  readonly cycleUnits: readonly CycleUnit[];
  readonly units: readonly Unit[];
}

/** The scores of one block, unit-major in the order of the id lists (the contract's BlockCells fits). */
export interface RankColumns {
  readonly blockId: BlockId;
  readonly cycleUnitIds: readonly CycleUnitId[];
  readonly leafIds: readonly NodeId[];
  readonly self: Float64Array;
  readonly appraised: Float64Array;
  readonly final: Float64Array;
  readonly flags: Uint8Array;
}

export interface Ranking {
  readonly cycleId: CycleId;
  readonly engineVersion: string;
  readonly blocks: readonly RankedBlock[];
  /** Counts in the order of settings.classes, then "không xếp loại". Withheld units are in none of them. */
  readonly classCounts: readonly { readonly code: string | null; readonly label: string; readonly count: number }[];
}

export interface RankedBlock {
  readonly blockId: BlockId;
  readonly code: string;
  readonly name: string;
  /** Mean of the exact indexes of ranked units, in 10⁻⁶ percent rounded half-up; null without ranked units. */
  readonly meanMicroPercent: number | null;
  /** Printed mean, decimal comma. */
  readonly meanText: string;
  readonly fields: readonly { readonly nodeId: NodeId; readonly code: string; readonly name: string }[];
  /** In rank order; unranked units last. */
  readonly rows: readonly RankedUnit[];
}

export interface RankedUnit {
  readonly cycleUnitId: CycleUnitId;
  readonly code: string;
  readonly name: string;
  readonly ranked: boolean;
  readonly rank: number | null;
  /** Σ self-scored points of applicable core leaves. */
  readonly selfMicro: number;
  /** Σ appraised points of applicable core leaves, the self-scored ones where nothing was appraised. */
  readonly appraisedMicro: number;
  /** Σ effective points of applicable survey leaves (điều tra xã hội học). */
  readonly surveyMicro: number;
  readonly bonusMicro: number;
  readonly penaltyMicro: number;
  readonly totalMicro: number;
  readonly applicableMicro: number;
  /** Exact index is totalMicro / applicableMicro; this is it in 10⁻⁶ percent, half-up. */
  readonly indexMicroPercent: number | null;
  readonly indexText: string;
  readonly classCode: string | null;
  readonly classLabel: string;
  readonly classByThresholdCode: string | null;
  readonly capped: boolean;
  readonly tied: boolean;
  readonly tiedInPrint: boolean;
  /** Class code of a threshold close by, if any. */
  readonly neighbourOf: string | null;
  readonly missing: number;
  readonly missingEvidence: number;
  readonly blocked: boolean;
  /** Index per field in 10⁻⁶ percent, null when nothing of it is applicable. */
  readonly fieldMicroPercent: readonly (number | null)[];
  readonly previous: CycleUnit['previous'];
}
