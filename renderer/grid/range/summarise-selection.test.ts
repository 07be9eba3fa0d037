import fc from 'fast-check';
import { expect, it } from 'vitest';
import { summariseSelection } from './summarise-selection.ts';

function summarise(values: readonly (number | string | null)[]) {
  const cells = values.map((_, i) => ({ rowId: String(i), columnId: 'c' }));
  return summariseSelection(cells, (rowId) => values[Number(rowId)] ?? null);
}

it('counts what is there and sums what is a number', () => {
  expect(summarise([8_500_000, null, 'KAD', NaN, '', 0, -500_000])).toStrictEqual({
    count: 4,
    numericCount: 3,
    sumMicro: 8_000_000n,
    averageMicro: 2_666_667,
    minMicro: -500_000,
    maxMicro: 8_500_000,
  });
  expect(summarise(['x', null])).toStrictEqual({
    count: 1,
    numericCount: 0,
    sumMicro: 0n,
    averageMicro: null,
    minMicro: null,
    maxMicro: null,
  });
});

it('is exact however large the sum', () => {
  fc.assert(
    fc.property(fc.array(fc.maxSafeInteger(), { minLength: 1 }), (values) => {
      const summary = summarise(values);
      expect(summary.sumMicro).toBe(values.reduce((sum, value) => sum + BigInt(value), 0n));
      expect(summary.minMicro).toBe(Math.min(...values));
      expect(summary.maxMicro).toBe(Math.max(...values));
    }),
  );
});
