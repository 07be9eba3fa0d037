import { EMPTY_CELL, type RawCell, type RawTable } from '../raw-table.ts';

/** A table for tests: strings become text cells (empty ones empty), numbers number cells, other cells stand as given. */
export function tableOf(rows: readonly (readonly (string | number | RawCell)[])[], name = 'Diem'): RawTable {
  return {
    name,
    rows: rows.map((row) =>
      row.map((value): RawCell => {
        if (typeof value === 'number') return { kind: 'number', text: String(value), number: value };
        if (typeof value === 'string') return value === '' ? EMPTY_CELL : { kind: 'text', text: value };
        return value;
      }),
    ),
  };
}
