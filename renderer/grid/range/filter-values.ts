/** Value lists of a column filter and the order of several sort columns. Pure; the sheet passes what it shows. */
import { compareVietnamese, nfc } from '#shared/util/vietnamese-text.ts';

export type CellValue = number | string | null;

/** One line of a value list. */
export interface FilterValue {
  /** What a filter remembers: stays the same across languages and rounding of the shown text. */
  readonly key: string;
  /** Text shown for the first cell with this value; empty for blanks. */
  readonly label: string;
  readonly count: number;
}

/** Key of a value in filters: numbers by value, text composed and trimmed, all blanks one. */
export function filterKey(value: CellValue): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : `n${Object.is(value, -0) ? 0 : value}`;
  const text = value === null ? '' : nfc(value).trim();
  return text === '' ? '' : `t${text}`;
}

/** Distinct values of a column with their counts: numbers by size, then text by the Vietnamese alphabet, blanks last. */
export function listFilterValues(
  rowIds: Iterable<string>,
  valueOf: (rowId: string) => CellValue,
  labelOf: (rowId: string) => string,
): readonly FilterValue[] {
  const found = new Map<string, { readonly value: CellValue; readonly label: string; count: number }>();
  for (const rowId of rowIds) {
    const value = valueOf(rowId);
    const key = filterKey(value);
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { value, label: key === '' ? '' : labelOf(rowId), count: 1 });
  }
  return [...found]
    .sort(([, a], [, b]) => compareCellValues(a.value, b.value, false))
    .map(([key, { label, count }]) => ({ key, label, count }));
}

/** One sort column, the first is the most important. */
export interface SortBy {
  readonly valueOf: (rowId: string) => CellValue;
  readonly descending: boolean;
}

/** Order of two values: numbers before text, blanks last in either direction. */
export function compareCellValues(a: CellValue, b: CellValue, descending: boolean): number {
  const kindOfA = kindOf(a);
  const kindOfB = kindOf(b);
  if (kindOfA === BLANK || kindOfB === BLANK) return Number(kindOfA === BLANK) - Number(kindOfB === BLANK);
  const order =
    kindOfA !== kindOfB
      ? kindOfA - kindOfB
      : typeof a === 'number' && typeof b === 'number'
        ? a - b
        : compareVietnamese(nfc(String(a)).trim(), nfc(String(b)).trim());
  return descending ? -order : order;
}

const BLANK = 2;

function kindOf(value: CellValue): 0 | 1 | 2 {
  if (typeof value === 'number') return Number.isNaN(value) ? BLANK : 0;
  return value === null || value.trim() === '' ? BLANK : 1;
}

/** Rows in the order of the sort columns; equal rows keep the order given. Each value is read once. */
export function sortRowIds(rowIds: readonly string[], by: readonly SortBy[]): readonly string[] {
  const keyed = rowIds.map((rowId) => ({ rowId, values: by.map(({ valueOf }) => valueOf(rowId)) }));
  keyed.sort((a, b) => {
    for (const [at, { descending }] of by.entries()) {
      const order = compareCellValues(a.values[at] ?? null, b.values[at] ?? null, descending);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ rowId }) => rowId);
}
