import { EMPTY_CELL, type RawCell } from '#shared/reports/raw-table.ts';

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];
/** Enough lines to judge by. */
const SAMPLE_LENGTH = 20_000;

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
  const parsed = split(text, detectDelimiter(text));
  if ('openQuoteAt' in parsed) return { faultLine: text.slice(0, parsed.openQuoteAt).split(/\r\n|\r|\n/).length };
  return { rows: parsed.rows.map((row) => row.map(toCell)) };
}

/**
 * The separator that gives the most columns, the same number in every first row. One that leaves characters behind a
 * closing quote is not the one the file was written with.
 */
function detectDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_LENGTH);
  let best: Delimiter = ',';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const delimiter of DELIMITERS) {
    const cut = split(sample, delimiter);
    // The sample may end inside a quoted field: close it, for counting only.
    const parsed = 'openQuoteAt' in cut ? split(`${sample}"`, delimiter) : cut;
    const score = 'openQuoteAt' in parsed ? Number.NEGATIVE_INFINITY : rate(parsed);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function rate({ rows, strays }: Split): number {
  const widths = rows
    .slice(0, 20)
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => row.length);
  const first = widths[0] ?? 1;
  const even = widths.filter((width) => width === first).length;
  const fit = first < 2 ? 0 : (even / widths.length) * 1000 + first;
  return fit - strays * 1_000_000;
}

interface Split {
  readonly rows: readonly (readonly string[])[];
  /** Fields with something between their closing quote and the next separator. */
  readonly strays: number;
}

function split(text: string, delimiter: Delimiter): Split | { readonly openQuoteAt: number } {
  const rows: string[][] = [];
  let row: string[] = [];
  let strays = 0;
  let at = 0;
  while (at <= text.length) {
    let field = '';
    const isQuoted = text[at] === '"';
    if (isQuoted) {
      const quoted = readQuoted(text, at + 1);
      if (quoted === null) return { openQuoteAt: at };
      field = quoted.field;
      at = quoted.end;
    }
    // Plain characters, also after a closing quote, belong to the field as they are.
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
    if (isQuoted && at > start) strays++;
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
  return { rows, strays };
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
