import type { BlockResult } from '#shared/scoring/model.ts';
import { formatMean } from '#shared/scoring/index-value.ts';
import type { NumberLocale } from '#shared/util/decimal.ts';

/** What an edit moved, in numbers as printed; null where nothing moved. */
export interface Movement {
  readonly rank: { readonly from: number; readonly to: number } | null;
  readonly mean: { readonly from: string; readonly to: string } | null;
}

/** Compares two results of a block from the point of view of one unit. Rank 0 means "not ranked". */
export function movement(
  before: BlockResult,
  after: BlockResult,
  u: number,
  decimals: number,
  locale: NumberLocale,
): Movement | null {
  const rankFrom = before.rank[u] ?? 0;
  const rankTo = after.rank[u] ?? 0;
  const meanFrom = formatMean(before.meanPicoPercent, decimals, locale);
  const meanTo = formatMean(after.meanPicoPercent, decimals, locale);
  const rank = rankFrom === rankTo ? null : { from: rankFrom, to: rankTo };
  const mean = meanFrom === meanTo ? null : { from: meanFrom, to: meanTo };
  return rank || mean ? { rank, mean } : null;
}
