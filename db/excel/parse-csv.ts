import { EMPTY_CELL, type RawCell } from '#shared/reports/raw-table.ts';

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** The line on which a quoted field was opened that is never closed. */
export interface CsvFault {
  readonly faultLine: number;
}

/**
 * Split CSV text into rows of text cells (RFC 4180; `,`, `;` or tab, whichever the first lines use most evenly; LF, CRLF
 * or CR). Everything stays text: what a number looks like is for the reader of the table to say. Empty lines are kept as
 * empty rows, so that row numbers are those an editor shows; the last line break ends a row, it does not start one.
 */
export function parseCsv(text: string): { readonly rows: readonly (readonly RawCell[])[] } | CsvFault {
  const rows = split(text, detectDelimiter(text));
  if (typeof rows === 'number') return { faultLine: text.slice(0, rows).split(/\r\n|\r|\n/).length };
  return { rows: rows.map((row) => row.map(toCell)) };
}

/** The separator that gives the most columns, preferring one that gives every first row the same number. */
function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, 20_000);
  let best: Delimiter = ',';
  let bestScore = -1;
  for (const delimiter of DELIMITERS) {
    // The sample may end inside a quoted field: close it, for counting only.
    const cut = split(sample, delimiter);
    const closed = typeof cut === 'number' ? split(`${sample}"`, delimiter) : cut;
    const rows = typeof closed === 'number' ? [] : closed.slice(0, 20);
    const widths = rows.filter((row) => row.length > 1 || row[0] !== '').map((row) => row.length);
    const first = widths[0] ?? 1;
    const even = widths.filter((width) => width === first).length;
    const score = first < 2 ? 0 : (even / Math.max(1, widths.length)) * 1000 + first;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Rows of fields, or the position of a quote that nothing closes. */
function split(text: string, delimiter: Delimiter): string[][] | number {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let field = '';
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1);
      if (quoted === null) return at;
      field = quoted.field;
      at = quoted.end;
    }
    // Plain characters, also after a closing quote, belong to the field as they are.
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    row.push(field + text.slice(start, at));
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at === text.length) break;
  }
  return rows;
}

function readQuoted(text: string, start: number): { field: string; end: number } | null {
  let field = '';
  let at = start;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    field += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { field, end: quote + 1 };
    field += '"';
    at = quote + 2;
  }
}

function toCell(text: string): RawCell {
  return text.trim() === '' ? EMPTY_CELL : { kind: 'text', text };
}
