/**
 * Exact integer arithmetic the engine rests on. Doubles where every intermediate stays below 2⁵³ (the usual case and
 * the fast one), BigInt where it does not. All arguments are non-negative integers; a divisor is positive.
 */

const POWERS = [1, 10, 100, 1000, 10_000] as const;
/** A remainder below this can be multiplied by 10⁴ and stay below 2⁵³. */
const CHUNKABLE = 9e11;

/** ⌊a·b / c⌋ or, with `halfUp`, a·b / c rounded half-up. The result must fit a double exactly. */
export function mulDiv(a: number, b: number, c: number, halfUp: boolean): number {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER / 2) {
    const quotient = Math.floor(product / c);
    return halfUp && (product - quotient * c) * 2 >= c ? quotient + 1 : quotient;
  }
  const divisor = toBigInt(c);
  const exact = toBigInt(a) * toBigInt(b);
  return Number(halfUp ? (exact * 2n + divisor) / (divisor * 2n) : exact / divisor);
}

/**
 * n/d × 10^exponent, rounded down or half-up: the digits of an index without ever holding it as a fraction.
 * Needs n ≤ d × 10 or so (an index), exponent 0–15.
 */
export function scaleRatio(n: number, d: number, exponent: number, halfUp: boolean): number {
  if (d > CHUNKABLE) return scaleRatioBig(n, d, exponent, halfUp);
  // Long division, up to four digits at a time.
  let quotient = Math.floor(n / d);
  let remainder = n - quotient * d;
  for (let left = exponent; left > 0; left -= 4) {
    const power = left >= 4 ? 10_000 : POWERS[left]!;
    const shifted = remainder * power;
    const digits = Math.floor(shifted / d);
    remainder = shifted - digits * d;
    quotient = quotient * power + digits;
  }
  return halfUp && remainder * 2 >= d ? quotient + 1 : quotient;
}

function scaleRatioBig(n: number, d: number, exponent: number, halfUp: boolean): number {
  const divisor = toBigInt(d);
  const scaled = toBigInt(n) * 10n ** BigInt(exponent);
  return Number(halfUp ? (scaled * 2n + divisor) / (divisor * 2n) : scaled / divisor);
}

/** Sign of a·b − c·d. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return Math.sign(left - right);
  const difference = toBigInt(a) * toBigInt(b) - toBigInt(c) * toBigInt(d);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** Micro units are integers; rounding keeps the engine total if somebody hands it a fraction. */
export function toBigInt(micro: number): bigint {
  return BigInt(Math.round(micro));
}
