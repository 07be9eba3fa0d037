/**
 * Mean of exact indexes. Sums of fractions with many denominators grow without end, so each index is first taken to
 * 24 digits; only if the lost rest could change the answer is the sum of fractions worked out.
 */
import { toBigInt } from './exact.ts';

const DIGITS = 24;
const CHUNK = 10_000;
const CHUNKS = DIGITS / 4;
/** Up to here a remainder times CHUNK stays below 2⁵³. */
const CHUNKABLE = 9e11;
/** Digits of an index in 10⁻¹² percent. */
const PICO_DIGITS = 14;

/**
 * Mean of total/applicable over the rows, in 10⁻¹² percent, exact and rounded down (so that rounding it half-up to
 * fewer digits equals rounding the true mean); null without rows. Every row has a positive denominator.
 */
export function exactMeanPicoPercent(
  totalMicro: Float64Array,
  applicableMicro: Float64Array,
  rows: readonly number[],
): bigint | null {
  if (rows.length === 0) return null;
  const count = BigInt(rows.length);
  const { sum, isExact } = sumOfDigits(totalMicro, applicableMicro, rows);
  const unit = 10n ** BigInt(DIGITS - PICO_DIGITS) * count;
  const low = sum / unit;
  // Every row lost less than one unit of the last digit.
  if (isExact || (sum + count - 1n) / unit === low) return low;
  const [n, d] = sumOfFractions(totalMicro, applicableMicro, rows);
  return (n * 10n ** BigInt(PICO_DIGITS)) / (d * count);
}

function sumOfDigits(
  totalMicro: Float64Array,
  applicableMicro: Float64Array,
  rows: readonly number[],
): { readonly sum: bigint; readonly isExact: boolean } {
  const chunkSums = new Float64Array(CHUNKS + 1);
  let rest = 0n;
  let isExact = true;
  for (let i = 0; i < rows.length; i++) {
    const n = totalMicro[rows[i]!]!;
    const d = applicableMicro[rows[i]!]!;
    if (d > CHUNKABLE) {
      const scaled = toBigInt(n) * 10n ** BigInt(DIGITS);
      rest += scaled / toBigInt(d);
      if (scaled % toBigInt(d) !== 0n) isExact = false;
      continue;
    }
    let quotient = Math.floor(n / d);
    let remainder = n - quotient * d;
    chunkSums[0]! += quotient;
    for (let c = 1; c <= CHUNKS && remainder !== 0; c++) {
      const shifted = remainder * CHUNK;
      quotient = Math.floor(shifted / d);
      remainder = shifted - quotient * d;
      chunkSums[c]! += quotient;
    }
    if (remainder !== 0) isExact = false;
  }
  let sum = 0n;
  for (const chunk of chunkSums) sum = sum * BigInt(CHUNK) + BigInt(chunk);
  return { sum: sum + rest, isExact };
}

/** Σ n/d as one fraction: same denominators together first, then pairwise so that the numbers grow evenly. */
function sumOfFractions(
  totalMicro: Float64Array,
  applicableMicro: Float64Array,
  rows: readonly number[],
): readonly [bigint, bigint] {
  const byDenominator = new Map<number, bigint>();
  for (const row of rows) {
    const d = applicableMicro[row]!;
    byDenominator.set(d, (byDenominator.get(d) ?? 0n) + toBigInt(totalMicro[row]!));
  }
  let fractions = [...byDenominator].map(([d, n]): readonly [bigint, bigint] => [n, toBigInt(d)]);
  while (fractions.length > 1) {
    const next: (readonly [bigint, bigint])[] = [];
    for (let i = 0; i < fractions.length; i += 2) {
      const [n1, d1] = fractions[i]!;
      const [n2, d2] = fractions[i + 1] ?? [0n, 1n];
      next.push([n1 * d2 + n2 * d1, d1 * d2]);
    }
    fractions = next;
  }
  return fractions[0] ?? [0n, 1n];
}
