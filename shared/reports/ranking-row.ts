/** What the columns of phụ lục I have in common: their shape, the row they fill, addresses within that row. */
import type { RankedUnit } from '../contract/outputs.ts';
import { cellAddress } from './addresses.ts';
import { INDEX_DECIMALS, type AnnexPlan, type BlockPlan } from './annex-plan.ts';
import type { CellModel } from './sheet-model.ts';

export type RankingKey =
  | 'stt'
  | 'unit'
  | 'self'
  | 'appraised'
  | 'survey'
  | 'bonus'
  | 'penalty'
  | 'total'
  | 'applicable'
  | 'index'
  | 'rank'
  | 'classByThreshold'
  | 'cap'
  | 'class'
  | 'previousIndex'
  | 'previousRank'
  | 'indexChange'
  | 'rankChange'
  | `tie${number}`;

export interface RankingColumn {
  readonly key: RankingKey;
  readonly group: string | null;
  readonly head: string;
  readonly widthPt: number;
  /** Right of the printed area: only there for the rank formula. */
  readonly helper: boolean;
  readonly cell: (row: RankingRow) => CellModel;
}

export interface RankingRow {
  readonly plan: AnnexPlan;
  readonly block: BlockPlan;
  readonly unit: RankedUnit;
  /** In the unit-major arrays. */
  readonly position: number;
  /** From 0 in printed order. */
  readonly index: number;
  readonly row: number;
  readonly firstRow: number;
  readonly lastRankedRow: number;
  readonly columns: readonly RankingColumn[];
}

/** Address of this row's cell in another column. */
export function here(row: RankingRow, key: RankingKey, fixed: '' | 'row' = '', at = row.row): string {
  return cellAddress(at, row.columns.findIndex((candidate) => candidate.key === key) + 1, fixed);
}

/** The double nearest to the index at nine decimals, as the sheet's ROUND gives it. */
export function roundIndex(percent: number): number {
  return Number(percent.toFixed(INDEX_DECIMALS));
}
