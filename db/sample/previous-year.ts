/**
 * Last year's results of every unit, for comparison only. Two facts of 2022 are published and kept: the mean of the
 * whole force, 86,20 %, and 14 units Xuất sắc. Everything else is drawn near this year's index; ranks and classes
 * follow from the indexes drawn. Called by build-sample-year.
 */
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import type { PreviousResult } from '#shared/domain/entities.ts';
import type { Random } from './random.ts';
import { moveToSum, sum } from './targets.ts';

const MEAN_MICRO_PERCENT = 86_200_000;
const EXCELLENT_UNITS = 14;
const EXCELLENT_FROM = 95_000_000;
const LOWEST = 52_000_000;
/** Published figures have two decimals. */
const PRINTED_STEP = 10_000;

interface ThisYear {
  readonly blockCode: string;
  readonly indexMicroPercent: number;
}

/** One result per unit, in the order given. */
export function drawPreviousYear(units: readonly ThisYear[], year: number, random: Random): PreviousResult[] {
  const drawn = units.map(({ indexMicroPercent }) => indexMicroPercent + (random.next() - 0.5) * 6_000_000);
  const byIndex = drawn.map((_, unit) => unit).sort((a, b) => (drawn[b] ?? 0) - (drawn[a] ?? 0));
  const best = byIndex.slice(0, EXCELLENT_UNITS);
  const others = byIndex.slice(EXCELLENT_UNITS);
  const indexes = drawn.map(() => 0);
  best.forEach((unit, place) => {
    indexes[unit] = toPrinted(EXCELLENT_FROM + (EXCELLENT_UNITS - 1 - place) * 170_000 + random.next() * 150_000);
  });
  const ceiling = EXCELLENT_FROM - 300_000;
  const capped = others.map((unit) => Math.min(ceiling - random.next() * 900_000, drawn[unit] ?? 0));
  const required = MEAN_MICRO_PERCENT * units.length - sum(indexes);
  moveToSum(capped, required, LOWEST, ceiling).forEach((value, place) => {
    indexes[others[place] ?? 0] = toPrinted(value);
  });
  // What rounding to two decimals left over goes to a unit in the middle.
  const middle = others[Math.floor(others.length / 2)] ?? 0;
  indexes[middle] = (indexes[middle] ?? 0) + MEAN_MICRO_PERCENT * units.length - sum(indexes);

  return units.map(({ blockCode }, unit) => {
    const indexMicroPercent = indexes[unit] ?? 0;
    const better = units.filter((other, i) => other.blockCode === blockCode && (indexes[i] ?? 0) > indexMicroPercent);
    const reached = DEFAULT_SETTINGS.classes.find(({ minMicroPercent }) => indexMicroPercent >= minMicroPercent);
    return { year, indexMicroPercent, rank: better.length + 1, classCode: reached?.code ?? null };
  });
}

function toPrinted(microPercent: number): number {
  return Math.round(microPercent / PRINTED_STEP) * PRINTED_STEP;
}
