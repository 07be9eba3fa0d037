/**
 * The index each unit of the sample year is steered to, so that the published aggregates of 2023 come out: block means
 * 83,18 / 86,72 / 91,16 and classes 14 / 84 / 6 / 6. Called by build-sample-year; the engine, not this file, says what
 * a unit's index then is. All figures are 10⁻⁶ percent.
 */
import type { Random } from './random.ts';

export interface Target {
  readonly indexMicroPercent: number;
  /** Reached to the last digit: ties, near ties and threshold cases depend on it. */
  readonly exact: boolean;
}

interface BlockShape {
  readonly meanMicroPercent: number;
  /** Interesting cases, to the last digit. */
  readonly exact: readonly number[];
  /** So many units somewhere in between. */
  readonly ranges: readonly { readonly count: number; readonly from: number; readonly to: number }[];
  /** The others, moved together until the mean fits. */
  readonly rest: { readonly count: number; readonly from: number; readonly to: number };
}

export const BLOCK_SHAPES: Readonly<Record<'K1' | 'K2' | 'K3', BlockShape>> = {
  K1: {
    meanMicroPercent: 83_180_000,
    exact: [
      88_250_000, // tie
      88_250_000,
      80_017_500, // just inside Tốt
      79_982_000, // just below Tốt
      70_031_000, // just inside Khá
      69_975_000, // just below Khá
    ],
    ranges: [
      { count: 1, from: 95_100_000, to: 96_000_000 },
      { count: 2, from: 71_500_000, to: 78_500_000 },
      { count: 5, from: 56_000_000, to: 68_500_000 },
    ],
    rest: { count: 23, from: 82_000_000, to: 94_400_000 },
  },
  K2: {
    meanMicroPercent: 86_720_000,
    exact: [],
    ranges: [
      { count: 1, from: 95_300_000, to: 96_000_000 },
      { count: 1, from: 74_000_000, to: 78_500_000 },
    ],
    rest: { count: 8, from: 82_500_000, to: 93_000_000 },
  },
  K3: {
    meanMicroPercent: 91_160_000,
    exact: [
      95_000_000, // on the threshold: Xuất sắc
      94_996_200, // prints 95,00 and is below it: Tốt
      92_437_500, // tie
      92_437_500,
      90_121_700, // these two print 90,12
      90_118_300,
      80_024_100, // just inside Tốt
      79_968_500, // just below Tốt
    ],
    ranges: [{ count: 11, from: 95_100_000, to: 98_200_000 }],
    rest: { count: 44, from: 84_500_000, to: 94_600_000 },
  },
};

/** One target per unit of the block, exact ones first, the rest last. */
export function drawTargets(shape: BlockShape, random: Random): Target[] {
  const between = (from: number, to: number) => from + (to - from) * random.next();
  const fixed = shape.ranges.flatMap(({ count, from, to }) => Array.from({ length: count }, () => between(from, to)));
  const { count, from, to } = shape.rest;
  const drawn = Array.from({ length: count }, () => between(from, to));
  const unitCount = shape.exact.length + fixed.length + count;
  const required = shape.meanMicroPercent * unitCount - sum(shape.exact) - sum(fixed);
  const rest = moveToSum(drawn, required, from, to);
  return [
    ...shape.exact.map((indexMicroPercent) => ({ indexMicroPercent, exact: true })),
    ...[...fixed, ...rest].map((indexMicroPercent) => ({ indexMicroPercent, exact: false })),
  ];
}

/** Moves all values by the same share of their way to a bound, so that they add up to `required` and stay inside. */
export function moveToSum(values: readonly number[], required: number, from: number, to: number): number[] {
  const lack = required - sum(values);
  const bound = lack > 0 ? to : from;
  const way = bound * values.length - sum(values);
  return values.map((value) => value + ((bound - value) * lack) / way);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
