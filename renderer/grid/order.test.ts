import { expect, it } from 'vitest';
import { isOrderStale, type SortWord } from './order.ts';
import { compareValues } from './sheet-columns.ts';

interface Row {
  readonly rank: number | null;
  readonly name: string;
}
const byRank: SortWord<Row> = { compare: (a, b) => compareValues(a.rank, b.rank), descending: false };
const byName: SortWord<Row> = { compare: (a, b) => compareValues(a.name, b.name), descending: true };
const rows = (...ranks: (number | null)[]): Row[] => ranks.map((rank, i) => ({ rank, name: `n${i}` }));

it('is stale when a value moved under the sort, not when rows are equal', () => {
  expect(isOrderStale(rows(1, 2, 2, 4, null), [byRank])).toBe(false);
  expect(isOrderStale(rows(1, 3, 2), [byRank])).toBe(true);
  expect(isOrderStale(rows(null, 1), [byRank])).toBe(true);
  expect(isOrderStale(rows(3, 1, 2), [])).toBe(false);
});

it('asks the next word only where the first is equal, and turns around when descending', () => {
  expect(isOrderStale(rows(1, 1), [byRank, byName])).toBe(true);
  expect(isOrderStale(rows(1, 2), [byRank, byName])).toBe(false);
  expect(isOrderStale(rows(2, 1), [{ ...byRank, descending: true }])).toBe(false);
});

it('orders Vietnamese words by their alphabet', () => {
  expect(['Đắk Lắk', 'Điện Biên', 'Cà Mau', 'Em'].sort(compareValues)).toEqual([
    'Cà Mau',
    'Đắk Lắk',
    'Điện Biên',
    'Em',
  ]);
});
