import { microFromNumber, type Decimal } from '#shared/util/decimal.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { ClipboardCell, ClipboardGrid } from './clipboard-grid.ts';
import { decodeEntities, htmlTokens, type HtmlToken } from './html-tokens.ts';
import { createPace, type Steps } from './steps.ts';
import { MAX_CLIPBOARD_CELLS, MAX_CLIPBOARD_CHARS, type ClipboardError } from './tsv.ts';

export interface HtmlTableOptions {
  /** What a merged cell leaves in the places it covers: nothing, as a paste in Excel does (default), or its value. */
  readonly merged?: 'blank' | 'repeat';
}

/** Longest merge taken at its word: the columns a person can mean, and the rows HTML allows. */
const MAX_COLSPAN = 1000;
const MAX_ROWSPAN = 65_534;
const LINE_BREAKERS = new Set(['p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLANK: ClipboardCell = { text: '', value: null };

interface OpenCell {
  readonly attributes: ReadonlyMap<string, string>;
  readonly parts: string[];
}

interface Carried {
  readonly cell: ClipboardCell;
  rowsLeft: number;
}

/**
 * The tables of clipboard HTML (Excel, LibreOffice, Word, a web page) as one grid, tables below each other. A table
 * inside a cell is text of that cell. Nothing is run or trusted: scripts, styles and comments are skipped. `noTable`
 * when there is none: read the text form instead.
 */
export function* readClipboardHtml(
  html: string,
  options: HtmlTableOptions = {},
): Steps<Result<ClipboardGrid, ClipboardError>> {
  if (html.length > MAX_CLIPBOARD_CHARS) return err('tooLarge');
  const grid: ClipboardCell[][] = [];
  let carried = new Map<number, Carried>();
  let depth = 0;
  let hasTable = false;
  let row: ClipboardCell[] | null = null;
  let cell: OpenCell | null = null;
  let count = 0;

  /** Fills the places before the next free one with what merged cells above still cover. */
  function takeCarried(into: ClipboardCell[]): void {
    for (let above = carried.get(into.length); above; above = carried.get(into.length)) {
      if (--above.rowsLeft <= 0) carried.delete(into.length);
      into.push(above.cell);
      count++;
    }
  }

  function closeCell(): void {
    if (!cell || !row) return;
    const value = readCell(cell);
    const covered = options.merged === 'repeat' ? value : BLANK;
    const columns = spanOf(cell.attributes.get('colspan'), MAX_COLSPAN);
    const rows = spanOf(cell.attributes.get('rowspan'), MAX_ROWSPAN);
    cell = null;
    takeCarried(row);
    for (let i = 0; i < columns && count <= MAX_CLIPBOARD_CELLS; i++) {
      // A merge running into another one: the later cell covers the place, as browsers show it.
      carried.delete(row.length);
      if (rows > 1) carried.set(row.length, { cell: covered, rowsLeft: rows - 1 });
      row.push(i === 0 ? value : covered);
      count++;
    }
  }

  function closeRow(): void {
    closeCell();
    if (!row) return;
    let reach = 0;
    for (const column of carried.keys()) reach = Math.max(reach, column + 1);
    takeCarried(row);
    for (; row.length < reach; takeCarried(row)) {
      row.push(BLANK);
      count++;
    }
    grid.push(row);
    row = null;
  }

  function openTag(token: Extract<HtmlToken, { kind: 'open' }>): void {
    const { name, attributes } = token;
    if (name === 'table') {
      depth++;
      hasTable = true;
      if (depth === 1) carried = new Map();
      else breakLine(cell);
    } else if (depth === 1 && name === 'tr') {
      closeRow();
      row = [];
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      closeCell();
      row ??= [];
      cell = { attributes, parts: [] };
    } else if (name === 'br') {
      cell?.parts.push('\n');
    } else if (LINE_BREAKERS.has(name)) {
      breakLine(cell);
    } else if (depth > 1 && (name === 'td' || name === 'th')) {
      cell?.parts.push(' ');
    }
  }

  function closeTag(name: string): void {
    if (name === 'table' && depth > 0) {
      if (depth === 1) closeRow();
      depth--;
    } else if (depth === 1 && name === 'tr') closeRow();
    else if (depth === 1 && (name === 'td' || name === 'th')) closeCell();
    else if (LINE_BREAKERS.has(name)) breakLine(cell);
  }

  const pace = createPace('read', 0);
  for (const token of htmlTokens(html)) {
    const rest = pace();
    if (rest) yield rest;
    if (token.kind === 'text') (cell as OpenCell | null)?.parts.push(readText(token.raw));
    else if (token.kind === 'open') openTag(token);
    else closeTag(token.name);
    if (count > MAX_CLIPBOARD_CELLS || grid.length > MAX_CLIPBOARD_CELLS) return err('tooManyCells');
  }
  closeRow();
  return hasTable ? ok(grid) : err('noTable');
}

/** A paragraph begins or ends: one line end, however many elements say so. */
function breakLine(cell: OpenCell | null): void {
  if (!cell) return;
  if (cell.parts.at(-1) === ' ') cell.parts.pop();
  const last = cell.parts.at(-1);
  if (last !== undefined && last !== '\n') cell.parts.push('\n');
}

/** White space of the markup is one space; a line end written as a reference was meant. */
function readText(raw: string): string {
  return decodeEntities(raw.replace(/[ \t\f\r\n]+/g, ' ')).replace(/\r\n?/g, '\n');
}

function spanOf(text: string | undefined, most: number): number {
  const span = /^\d{1,9}$/.test(text?.trim() ?? '') ? Number(text) : 1;
  return Math.min(Math.max(span, 1), most);
}

function readCell({ attributes, parts }: OpenCell): ClipboardCell {
  // Runs of spaces first: the other pattern would read a long run again from each of its characters.
  const joined = parts.join('').replaceAll('\u00a0', ' ');
  const text = joined
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  return { text, value: valueOf(attributes, text) };
}

/** The exact value a spreadsheet wrote beside the shown text; null for text cells and when it says none. */
function valueOf(attributes: ReadonlyMap<string, string>, text: string): Decimal | null {
  if (text === '' || attributes.has('x:str') || attributes.get('sdnum')?.endsWith(';@')) return null;
  const excel = attributes.get('x:num');
  if (excel) return decimalOf(excel);
  // LibreOffice writes this number in the language of sdnum, never with thousands groups: a comma is the decimal mark.
  const calc = attributes.get('sdval');
  return calc ? decimalOf(calc.replace(',', '.')) : null;
}

function decimalOf(text: string): Decimal | null {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? microFromNumber(Number(text)) : null;
}
