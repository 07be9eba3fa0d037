/** Order statistics of measured series. Pure; called by the benchmarks. */
import type { BenchRow } from './bench-row.ts';

/** Value below which `share` (0…1) of the series lies, linear between neighbours. NaN for an empty series. */
export function quantile(series: readonly number[], share: number): number {
  const sorted = [...series].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export function median(series: readonly number[]): number {
  return quantile(series, 0.5);
}

/** First to third quartile: how far apart the middle half of the series lies. */
export function spread(series: readonly number[]): number {
  return quantile(series, 0.75) - quantile(series, 0.25);
}

/** A row out of two series measured in turn; `share` picks another quantile than the median. */
export function compareSeries(
  names: Pick<BenchRow, 'name' | 'peerName' | 'unit' | 'target'>,
  values: readonly number[],
  peerValues: readonly number[],
  share = 0.5,
): BenchRow {
  const [value, peerValue] = [quantile(values, share), quantile(peerValues, share)];
  return {
    ...names,
    value,
    peerValue,
    ratio: value / peerValue,
    spread: spread(values),
    peerSpread: spread(peerValues),
    repetitions: values.length,
    ...(share === 0.5 && { fastestRatio: quantile(values, 0) / quantile(peerValues, 0) }),
  };
}
