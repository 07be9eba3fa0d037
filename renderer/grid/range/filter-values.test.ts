import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCellValues, filterKey, listFilterValues, sortRowIds, type CellValue } from './filter-values.ts';

const values: Readonly<Record<string, CellValue>> = {
  a: 'Đà Nẵng',
  b: 8,
  c: null,
  d: 'Dung Quất',
  e: 8,
  f: NaN,
  g: 'An Giang',
  h: ' Đà Nẵng'.normalize('NFD'),
  i: -1,
};
const ids = Object.keys(values);
const valueOf = (rowId: string) => values[rowId] ?? null;

describe('listFilterValues', () => {
  it('lists each value once: numbers, text by the Vietnamese alphabet, blanks last', () => {
    const list = listFilterValues(ids, valueOf, (rowId) => String(values[rowId]));
    expect(list.map(({ label, count }) => [label, count])).toStrictEqual([
      ['-1', 1],
      ['8', 2],
      ['An Giang', 1],
      ['Dung Quất', 1],
      ['Đà Nẵng', 2],
      ['', 2],
    ]);
    expect(list.at(-1)?.key).toBe(filterKey(null));
  });

  it('gives a number and its text different keys', () => {
    expect(filterKey(8)).not.toBe(filterKey('8'));
    expect(filterKey(-0)).toBe(filterKey(0));
  });
});

describe('sortRowIds', () => {
  it('sorts by several columns, blanks last in either direction, equal rows as they were', () => {
    expect(sortRowIds(ids, [{ valueOf, descending: false }])).toStrictEqual([...'ibegdahcf']);
    expect(sortRowIds(ids, [{ valueOf, descending: true }])).toStrictEqual([...'ahdgbeicf']);
    const parity = (rowId: string) => (rowId === 'a' || rowId === 'e' ? 1 : 2);
    expect(
      sortRowIds(ids, [
        { valueOf: parity, descending: false },
        { valueOf, descending: true },
      ]),
    ).toStrictEqual([...'aehdgbicf']);
    expect(sortRowIds(ids, [])).toStrictEqual(ids);
  });

  it('orders any values consistently', () => {
    const value = fc.oneof(fc.constantFrom(null, '', NaN, 0, -0, 'a', 'á', 'A'), fc.integer(), fc.string());
    fc.assert(
      fc.property(value, value, value, fc.boolean(), (a, b, c, descending) => {
        // `+ 0` makes -0, which Math.sign keeps, a plain 0.
        const order = (x: CellValue, y: CellValue) => Math.sign(compareCellValues(x, y, descending)) + 0;
        expect(order(a, b) + order(b, a)).toBe(0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
