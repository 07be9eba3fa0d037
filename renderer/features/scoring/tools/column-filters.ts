/**
 * Filters of single columns: chosen values, or a condition on text or number. Pure; the tools evaluate them once when
 * they are applied, so that no row leaves while somebody types into it.
 */
import { filterKey } from '#renderer/grid/range/filter-values.ts';
import type { SheetColumn, SheetRow } from '#renderer/grid/sheet.ts';
import { parseDecimal } from '#shared/util/decimal.ts';
import { fold } from '#shared/util/vietnamese-text.ts';

export const TEXT_CONDITIONS = ['contains', 'lacks', 'equals', 'begins', 'ends'] as const;
export const NUMBER_CONDITIONS = ['above', 'atLeast', 'below', 'atMost', 'between'] as const;

export type TextCondition = (typeof TEXT_CONDITIONS)[number];
export type NumberCondition = (typeof NUMBER_CONDITIONS)[number];

export type ColumnFilter =
  /** Keys of filter-values.ts; everything else is hidden. */
  | { readonly kind: 'values'; readonly kept: readonly string[] }
  | { readonly kind: 'text'; readonly condition: TextCondition; readonly text: string }
  /** Bounds as shown, in 10⁻⁶; `to` only for 'between'. */
  | {
      readonly kind: 'number';
      readonly condition: NumberCondition;
      readonly fromMicro: number;
      readonly toMicro: number | null;
    };

/** By column id. */
export type FilterSet = Readonly<Record<string, ColumnFilter>>;

/** What a value list and a filter compare: the value, or the shown text where there is none ("KAD"). */
export function filterValueOf(column: SheetColumn, row: SheetRow): number | string | null {
  const value = column.value(row);
  const isBlank = value === null || value === '' || Number.isNaN(value);
  return isBlank ? column.text(row) : value;
}

/** True when the row may be shown under this filter. */
export function passesFilter(filter: ColumnFilter, column: SheetColumn, row: SheetRow): boolean {
  switch (filter.kind) {
    case 'values':
      return filter.kept.includes(filterKey(filterValueOf(column, row)));
    case 'text':
      return passesText(filter.condition, fold(column.text(row)), fold(filter.text));
    case 'number': {
      const micro = shownMicro(column, row);
      return micro !== null && passesNumber(filter, micro);
    }
  }
}

function passesText(condition: TextCondition, shown: string, wanted: string): boolean {
  switch (condition) {
    case 'contains':
      return shown.includes(wanted);
    case 'lacks':
      return !shown.includes(wanted);
    case 'equals':
      return shown.trim() === wanted.trim();
    case 'begins':
      return shown.trimStart().startsWith(wanted.trimStart());
    case 'ends':
      return shown.trimEnd().endsWith(wanted.trimEnd());
  }
}

function passesNumber({ condition, fromMicro, toMicro }: Extract<ColumnFilter, { kind: 'number' }>, micro: number) {
  switch (condition) {
    case 'above':
      return micro > fromMicro;
    case 'atLeast':
      return micro >= fromMicro;
    case 'below':
      return micro < fromMicro;
    case 'atMost':
      return micro <= fromMicro;
    case 'between':
      return micro >= fromMicro && micro <= (toMicro ?? fromMicro);
  }
}

/**
 * The number a cell holds (10⁻⁶), exact where the column has points: 0,7504 shown as 0,750 is above 0,75. Null for words
 * and blanks.
 */
function shownMicro(column: SheetColumn, row: SheetRow): number | null {
  const micro = column.micro?.(row);
  if (micro !== undefined && !Number.isNaN(micro)) return micro;
  const parsed = parseDecimal(column.text(row), { ambiguousDot: 'decimal' });
  return parsed.ok ? parsed.value.micro : null;
}

/** Rows that pass every filter; filters of columns that are gone hide nothing. */
export function rowsPassing(
  filters: FilterSet,
  columns: ReadonlyMap<string, SheetColumn>,
  rows: readonly SheetRow[],
): ReadonlySet<string> {
  const active = Object.entries(filters).flatMap(([id, filter]) => {
    const column = columns.get(id);
    return column ? [{ column, filter: fast(filter) }] : [];
  });
  return new Set(rows.filter((row) => active.every(({ column, filter }) => filter(column, row))).map(({ id }) => id));
}

/** A list of thousands of kept values is looked up, not searched. */
function fast(filter: ColumnFilter): (column: SheetColumn, row: SheetRow) => boolean {
  if (filter.kind !== 'values') return (column, row) => passesFilter(filter, column, row);
  const kept = new Set(filter.kept);
  return (column, row) => kept.has(filterKey(filterValueOf(column, row)));
}
