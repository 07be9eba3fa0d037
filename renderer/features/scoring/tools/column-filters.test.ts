import { describe, expect, it } from 'vitest';
import { filterKey } from '#renderer/grid/range/filter-values.ts';
import type { SheetColumn, SheetRow } from '#renderer/grid/sheet.ts';
import { filterValueOf, passesFilter, rowsPassing, type ColumnFilter } from './column-filters.ts';

const rows = ['Hà Nội', 'Hải Phòng', 'Đắk Lắk', 'Huế', 'Cao Bằng'].map((folded, index): SheetRow => ({
  id: `u${index}`,
  index,
  folded,
  level: 0,
}));
const micros = [500_000, 750_400, NaN, 1_000_000, NaN];
const points: SheetColumn = {
  id: 'p',
  header: '1.1',
  tooltip: '1.1',
  widthPx: 60,
  align: 'end',
  value: ({ index }) => (Number.isNaN(micros[index]) ? null : (micros[index] ?? null)),
  text: ({ index }) => ['0,500', '0,750', '', '1,000', 'KAD'][index] ?? '',
  micro: ({ index }) => micros[index] ?? NaN,
};
const name: SheetColumn = { ...points, id: 'n', value: ({ folded }) => folded, text: ({ folded }) => folded };
const { micro: _, ...nameColumn } = name;
const columns = new Map<string, SheetColumn>([
  ['p', points],
  ['n', nameColumn],
]);

function passing(id: string, filter: ColumnFilter): readonly string[] {
  return [...rowsPassing({ [id]: filter }, columns, rows)];
}

describe('a filter of a column', () => {
  it('keeps chosen values; a blank is not "KAD"', () => {
    const keyAt = (index: number) => filterKey(filterValueOf(points, rows[index] as SheetRow));
    expect(keyAt(2)).not.toBe(keyAt(4));
    expect(passing('p', { kind: 'values', kept: [keyAt(0), keyAt(2)] })).toEqual(['u0', 'u2']);
    expect(passing('p', { kind: 'values', kept: [keyAt(4)] })).toEqual(['u4']);
  });

  it.each([
    ['above', 500_000, null, ['u1', 'u3']],
    ['atLeast', 500_000, null, ['u0', 'u1', 'u3']],
    ['below', 1_000_000, null, ['u0', 'u1']],
    ['atMost', 500_000, null, ['u0']],
    ['between', 750_000, 1_000_000, ['u1', 'u3']],
    ['between', 750_500, 1_000_000, ['u3']],
  ] as const)('compares exact points: %s %i', (condition, fromMicro, toMicro, expected) => {
    expect(passing('p', { kind: 'number', condition, fromMicro, toMicro })).toEqual(expected);
  });

  it.each([
    ['contains', 'ha', ['u0', 'u1']],
    ['lacks', 'ha', ['u2', 'u3', 'u4']],
    ['equals', 'dak lak', ['u2']],
    ['begins', 'cao', ['u4']],
    ['ends', 'bằng', ['u4']],
  ] as const)('compares text without diacritics: %s "%s"', (condition, text, expected) => {
    expect(passing('n', { kind: 'text', condition, text })).toEqual(expected);
  });

  it('joins filters of several columns, and ignores those of columns that are gone', () => {
    const filters = {
      n: { kind: 'text', condition: 'contains', text: 'h' },
      p: { kind: 'number', condition: 'atLeast', fromMicro: 700_000, toMicro: null },
      gone: { kind: 'values', kept: [] },
    } as const;
    expect([...rowsPassing(filters, columns, rows)]).toEqual(['u1', 'u3']);
  });

  it('answers the same for one row as for all', () => {
    const filter: ColumnFilter = { kind: 'values', kept: [filterKey(500_000)] };
    expect(rows.map((row) => passesFilter(filter, points, row))).toEqual([true, false, false, false, false]);
  });
});
