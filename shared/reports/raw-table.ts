import { nfc } from '../util/vietnamese-text.ts';

/** One sheet of a file somebody sent, cell by cell, before anybody asks what it means. Made by db/excel/read-table. */
export interface RawTable {
  /** Sheet name, or the file's name for a CSV. */
  readonly name: string;
  /** Rows from the first of the sheet on, ragged; a missing cell is empty. */
  readonly rows: readonly (readonly RawCell[])[];
}

export type RawCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly number: number }
  /** Cached result of a formula; never evaluated here. `number` is absent for a text result. */
  | { readonly kind: 'formula'; readonly text: string; readonly number?: number }
  /** "#REF!" and the like. */
  | { readonly kind: 'error'; readonly text: string };

export const EMPTY_CELL: RawCell = { kind: 'empty' };

/** Text of a cell in composed form, trimmed; empty for an empty one. */
export function cellText(cell: RawCell | undefined): string {
  return cell === undefined || cell.kind === 'empty' ? '' : nfc(cell.text).trim();
}
