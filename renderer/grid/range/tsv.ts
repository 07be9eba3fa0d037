/**
 * Text of cells as spreadsheets put it on the clipboard: tabs between cells, a line per row, quotes around a cell that
 * holds a separator or begins with a quote. Called by copy and paste. It keeps every character of a cell (NFD, control
 * characters, lone surrogates): names are normalised where they are compared, points where they are read.
 */
import { err, ok, type Result } from '#shared/util/result.ts';
import { createPace, type Steps } from './steps.ts';

export type ClipboardError = 'tooLarge' | 'tooManyCells' | 'noTable';

/** Longest clipboard text read, in characters (UTF-16 units): 10 MiB of plain text with room to spare. */
export const MAX_CLIPBOARD_CHARS = 12 * 1024 * 1024;
/** Most cells read: the largest paste (10.600 units × 88 leaves) twice over. */
export const MAX_CLIPBOARD_CELLS = 2_000_000;

const BOM = '\uFEFF';
const QUOTE = 34;
const TAB = 9;
const LF = 10;
const CR = 13;

/** Rows of cells as TSV, every row closed with CRLF as Excel does. A round trip through `parseTsv` is the identity. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteCell).join('\t') + '\r\n').join('');
}

function quoteCell(text: string): string {
  return /[\t\r\n]|^["\uFEFF]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * TSV → rows of cells, in linear time. CRLF, LF and CR end a row; one line end at the very end opens no further row; a
 * leading byte order mark and trailing NULs are not text. Rows may have different lengths. A quote that is never closed,
 * or closed in the middle of a cell, is an ordinary character, so that one stray quote cannot swallow the table. Empty
 * text is no row at all.
 */
export function* parseTsv(input: string): Steps<Result<readonly (readonly string[])[], ClipboardError>> {
  if (input.length > MAX_CLIPBOARD_CHARS) return err('tooLarge');
  const from = input.startsWith(BOM) ? 1 : 0;
  let end = input.length;
  while (end > from && input.charCodeAt(end - 1) === 0) end--;
  const text = input.slice(from, end);
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  const pace = createPace('read', 0);
  while (at < text.length) {
    if (pace()) yield { step: 'read', done: at, total: text.length };
    const quoted = text.charCodeAt(at) === QUOTE ? readQuoted(text, at) : null;
    const next = quoted?.next ?? endOfCell(text, at);
    row.push(quoted ? quoted.cell : text.slice(at, next));
    if (++cells > MAX_CLIPBOARD_CELLS) return err('tooManyCells');
    at = next;
    const separator = text.charCodeAt(at);
    if (separator === TAB) {
      at++;
      // A tab at the very end still opens a last, empty cell.
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at += separator === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
  }
  if (row.length > 0) rows.push(row);
  return ok(rows);
}

function isEnd(code: number): boolean {
  return code === TAB || code === LF || code === CR || Number.isNaN(code);
}

function endOfCell(text: string, from: number): number {
  let at = from;
  while (!isEnd(text.charCodeAt(at))) at++;
  return at;
}

/** A quoted cell beginning at `from`; null when the quote is not closed right before a separator. */
function readQuoted(text: string, from: number): { readonly cell: string; readonly next: number } | null {
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  if (close < 0 || !isEnd(text.charCodeAt(close + 1))) return null;
  return { cell: text.slice(from + 1, close).replaceAll('""', '"'), next: close + 1 };
}
