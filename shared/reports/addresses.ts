/** Cell addresses as Excel writes them; rows and columns count from 1. Pure text, no file format. */
import type { Area } from './sheet-model.ts';

/** Letters of a column: 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let rest = column;
  let name = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    name = String.fromCharCode(65 + digit) + name;
    rest = (rest - 1 - digit) / 26;
  }
  return name;
}

/** `C7`; `$` before what must not move when a clerk copies the formula. */
export function cellAddress(row: number, column: number, fixed: '' | 'row' | 'column' | 'both' = ''): string {
  const columnMark = fixed === 'column' || fixed === 'both' ? '$' : '';
  const rowMark = fixed === 'row' || fixed === 'both' ? '$' : '';
  return `${columnMark}${columnName(column)}${rowMark}${row}`;
}

/** `C7:F9`, or `C7` for a single cell. */
export function areaAddress(area: Area, fixed: '' | 'row' | 'column' | 'both' = ''): string {
  const from = cellAddress(area.top, area.left, fixed);
  const to = cellAddress(area.bottom, area.right, fixed);
  return from === to ? from : `${from}:${to}`;
}

/** Prefix that sends an address to another sheet. Sheet names never hold an apostrophe (see sheet-names). */
export function onSheet(sheet: string, address: string): string {
  return `'${sheet}'!${address}`;
}
