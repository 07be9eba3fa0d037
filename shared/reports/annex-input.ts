/**
 * What the annexes are made from: a cycle as stored, its ranking as computed, and the arrays the engine computed it
 * from. Gathered by db/service in one read transaction; the builders ask for nothing else.
 */
import type { CycleStructure, Ranking } from '../contract/outputs.ts';
import type { AnnexCode, Decision } from '../contract/schemas.ts';
import type { BlockId, CycleUnitId } from '../domain/ids.ts';
import type { BlockResult, CompiledSet } from '../scoring/model.ts';

export interface AnnexInput {
  readonly structure: CycleStructure;
  readonly ranking: Ranking;
  /** One per block of `ranking.blocks`, in any order. */
  readonly blocks: readonly AnnexBlock[];
  readonly annexes: readonly AnnexCode[];
  /** Null leaves dots to fill in by hand. */
  readonly decision: Decision | null;
  readonly appVersion: string;
  /** Hash of the newest batch of the log, so that a printed annex can be traced to the state of the file. */
  readonly logHash: string;
}

export interface AnnexBlock {
  readonly blockId: BlockId;
  readonly set: CompiledSet;
  readonly result: BlockResult;
  /** Order of the unit-major arrays. */
  readonly cycleUnitIds: readonly CycleUnitId[];
  /** Effective points (10⁻⁶ point), `u * leaves + l`, NaN is blank. */
  readonly points: Float64Array;
  /** Bits NOT_APPLICABLE, HAS_EVIDENCE. */
  readonly flags: Uint8Array;
}
