/**
 * The numbers a fill continues with, exactly: 10⁻⁶ points, whole-number arithmetic. Called by fill-plan only.
 */

const ONE_POINT_MICRO = 1_000_000;

/**
 * Continues a line of numbers as Excel's fill handle does: a straight line through two values, the best straight line
 * (least squares) through more, steps of one point after a single value. `position` counts from the first known value;
 * negative positions lie before it. Rounded half away from zero to 10⁻⁶.
 */
export function linearSeries(knownMicro: readonly number[]): (position: number) => number {
  const count = BigInt(knownMicro.length);
  const [first = 0] = knownMicro;
  if (knownMicro.length < 2) return (position) => first + position * ONE_POINT_MICRO;
  let sumX = 0n;
  let sumY = 0n;
  let sumXX = 0n;
  let sumXY = 0n;
  knownMicro.forEach((micro, i) => {
    const x = BigInt(i);
    const y = BigInt(micro);
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumXY += x * y;
  });
  const base = sumY * sumXX - sumX * sumXY;
  const slope = count * sumXY - sumX * sumY;
  const divisor = count * sumXX - sumX * sumX;
  return (position) => Number(divideHalfAway(base + BigInt(position) * slope, divisor));
}

/** `numerator / divisor` to the nearest whole number, halves away from zero; the divisor is positive. */
export function divideHalfAway(numerator: bigint, divisor: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return numerator < 0n ? -rounded : rounded;
}
