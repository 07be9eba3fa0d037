import { describe, expect, it } from 'vitest';
import { compareSeries, median, quantile, spread } from './statistics.ts';

describe('order statistics', () => {
  it('takes the middle, between neighbours when there are two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('finds the slow end of a series', () => {
    const series = Array.from({ length: 101 }, (_, i) => i);
    expect(quantile(series, 0.99)).toBe(99);
    expect(spread(series)).toBe(50);
  });

  it('compares a series with its peer without reordering either', () => {
    const values = [30, 10, 20];
    const row = compareSeries({ name: 'n', peerName: 'p', unit: 'ms', target: 2 }, values, [10, 10, 10]);
    expect(row).toMatchObject({
      value: 20,
      peerValue: 10,
      ratio: 2,
      spread: 10,
      peerSpread: 0,
      repetitions: 3,
      fastestRatio: 1,
    });
    expect(values).toEqual([30, 10, 20]);
  });
});
