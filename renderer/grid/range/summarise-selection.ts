import type { CellRef } from './sheet-view.ts';
import { divideHalfAway } from './series.ts';

/** What the status bar says of the selected cells; points in 10⁻⁶ point, exact. */
export interface SelectionSummary {
  /** Cells that are not blank. */
  readonly count: number;
  readonly numericCount: number;
  readonly sumMicro: bigint;
  /** Mean of the numbers, half away from zero to 10⁻⁶; null without numbers. */
  readonly averageMicro: number | null;
  readonly minMicro: number | null;
  readonly maxMicro: number | null;
}

/**
 * Sums up cells. `valueOf` gives points (10⁻⁶ point), other text ("KAD") or null for blank; NaN is blank too. The sum
 * is a BigInt, because a whole office of doubles could pass 2⁵³.
 */
export function summariseSelection(
  cells: Iterable<CellRef>,
  valueOf: (rowId: string, columnId: string) => number | string | null,
): SelectionSummary {
  let count = 0;
  let numericCount = 0;
  let sumMicro = 0n;
  let partMicro = 0;
  let minMicro: number | null = null;
  let maxMicro: number | null = null;
  for (const { rowId, columnId } of cells) {
    const value = valueOf(rowId, columnId);
    if (value === null || value === '' || Number.isNaN(value)) continue;
    count++;
    if (typeof value === 'string') continue;
    numericCount++;
    // Adding doubles while they are exact keeps a million cells quick.
    if (Number.isSafeInteger(partMicro + value)) partMicro += value;
    else {
      sumMicro += BigInt(partMicro) + BigInt(value);
      partMicro = 0;
    }
    if (minMicro === null || value < minMicro) minMicro = value;
    if (maxMicro === null || value > maxMicro) maxMicro = value;
  }
  sumMicro += BigInt(partMicro);
  const averageMicro = numericCount === 0 ? null : Number(divideHalfAway(sumMicro, BigInt(numericCount)));
  return { count, numericCount, sumMicro, averageMicro, minMicro, maxMicro };
}
