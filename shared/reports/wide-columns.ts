/** First half of reading a wide score table: which row is the header, what each column is, where maxima stand. */
import type { ImportProblem } from '../contract/outputs.ts';
import { fold, nfc, normaliseName } from '../util/vietnamese-text.ts';
import { means } from './header-words.ts';
import { addressOf, problem } from './import-problem.ts';
import { cellText, EMPTY_CELL, type RawCell, type RawTable } from './raw-table.ts';

/** A leaf as a heading names it. */
export interface LeafName {
  readonly code: string;
  readonly name: string;
}

type WideColumn =
  | { readonly kind: 'unitCode' | 'unitName' | 'block' | 'total' | 'index' | 'ignored' | 'empty' }
  | { readonly kind: 'leaf'; readonly leaf: LeafName };

export interface WideSheet {
  readonly table: RawTable;
  readonly header: number;
  readonly columns: readonly WideColumn[];
  /** Row that gives own maxima; -1 without one. */
  readonly maximumRow: number;
  /** Rows of units. */
  readonly unitRows: readonly number[];
  readonly problems: readonly ImportProblem[];
}

const HEADER_SEARCH_ROWS = 30;

/**
 * Understand one sheet, or null when it has no header with a unit column. `known` are the leaves of the criteria; null
 * when the table brings its own, which are then the columns with a maximum.
 */
export function readWideColumns(table: RawTable, known: readonly LeafName[] | null): WideSheet | null {
  const find = leafFinder(known);
  const header = findHeader(table, known === null ? null : find);
  if (header < 0) return null;
  const heads = table.rows[header] ?? [];
  const unit = unitColumns(heads);
  const isUnitColumn = (column: number) => column === unit.code || column === unit.name;
  const rowsBelow = table.rows
    .map((_, row) => row)
    .slice(header + 1)
    .filter((row) => filled(table.rows[row] ?? []) > 0);
  const text = (row: number, column: number) => cellText(table.rows[row]?.[column]);
  const marks = (row: number) => [text(row, unit.code), text(row, unit.name), text(row, 0)];
  const says = (word: 'maximumRow' | 'summaryRow') => (mark: string) => mark !== '' && means(mark, word);
  // A name decides: "MIN" may be the code of Minh Hoá. Only a row without a name is known by its other cells.
  const labelled = (row: number, word: 'maximumRow' | 'summaryRow') =>
    text(row, unit.name) === '' ? marks(row).some(says(word)) : says(word)(text(row, unit.name));
  // Where maxima must be somewhere, a row of code "MAX" has them whatever it is called.
  const maximumRow =
    rowsBelow.find((row) => labelled(row, 'maximumRow')) ??
    (known === null ? rowsBelow.find((row) => marks(row).some(says('maximumRow'))) : undefined) ??
    -1;
  const summaries = rowsBelow.filter((row) => row !== maximumRow && labelled(row, 'summaryRow'));
  const unitRows = rowsBelow.filter((row) => row !== maximumRow && !summaries.includes(row));
  const problems: ImportProblem[] = summaries.map((row) =>
    problem('warning', addressOf(table, row, 0), 'ignoredRow', { text: marks(row).slice(0, 2).join(' ').trim() }),
  );
  const width = Math.max(...table.rows.map((row) => row.length));
  const columnHasMaximum = (column: number) =>
    maximumRow >= 0 && (table.rows[maximumRow]?.[column] ?? EMPTY_CELL).kind !== 'empty';
  const isUnrecognised = (column: number) => {
    const head = cellText(heads[column]);
    return !isUnitColumn(column) && head !== '' && recognise(head) === null && columnHasMaximum(column);
  };
  // "Score" is a total beside other maxima, and the one criterion of a table that has nothing else.
  const totalsAreLeaves = known === null && !heads.some((_, column) => isUnrecognised(column));
  const columns = Array.from({ length: width }, (_, column): WideColumn => {
    const head = cellText(heads[column]);
    if (column === unit.code) return { kind: 'unitCode' };
    if (column === unit.name) return { kind: 'unitName' };
    const cells = unitRows.map((row) => table.rows[row]?.[column] ?? EMPTY_CELL);
    if (head === '' && cells.every((cell) => cell.kind === 'empty')) return { kind: 'empty' };
    const hasMaximum = columnHasMaximum(column);
    const found = known === null ? null : find(head);
    if (found) return { kind: 'leaf', leaf: found };
    const recognised = recognise(head);
    const isOnlyLeaf = totalsAreLeaves && recognised === 'total' && hasMaximum;
    if (recognised !== null && !isOnlyLeaf) {
      if (recognised !== 'block') problems.push(ignored(table, header, column, head));
      return { kind: recognised };
    }
    if (known === null && hasMaximum && head !== '') return { kind: 'leaf', leaf: ownLeaf(head, column) };
    // A column with figures that nobody asked for may be a leaf under a wrong heading: that must not pass unseen.
    const severity = cells.some(looksNumeric) && !isUnitColumn(column) ? 'error' : 'warning';
    problems.push(problem(severity, addressOf(table, header, column), 'unknownColumn', { text: head }));
    return { kind: 'ignored' };
  });
  return {
    table,
    header,
    columns,
    maximumRow,
    unitRows,
    problems: [...problems, ...duplicates(table, header, columns)],
  };
}

/**
 * Headings may take several rows; merged ones repeat in each, so every one of them has the unit column. The row that
 * names the most leaves is the header; without known leaves the last of them, which is the one nearest the figures.
 */
function findHeader(table: RawTable, find: ((head: string) => LeafName | null) | null): number {
  const candidates = table.rows
    .map((cells, row) => ({ cells, row }))
    .slice(0, HEADER_SEARCH_ROWS)
    .filter(({ cells }) => hasUnitColumn(cells) && filled(cells) > 1);
  const first = candidates[0];
  if (first === undefined) return -1;
  if (find === null) {
    let last = first.row;
    for (const { row } of candidates) if (row === last + 1) last = row;
    return last;
  }
  const leaves = (cells: readonly RawCell[]) => cells.filter((cell) => find(cellText(cell)) !== null).length;
  return candidates.reduce((best, other) => (leaves(other.cells) > leaves(best.cells) ? other : best), first).row;
}

function hasUnitColumn(row: readonly RawCell[]): boolean {
  const { code, name } = unitColumns(row);
  return code >= 0 || name >= 0;
}

function unitColumns(heads: readonly RawCell[]): { readonly code: number; readonly name: number } {
  const at = (word: 'unitCode' | 'unitName') =>
    heads.findIndex((cell) => cell.kind !== 'empty' && means(cell.text, word));
  return { code: at('unitCode'), name: at('unitName') };
}

function recognise(head: string): 'block' | 'total' | 'index' | 'ignored' | null {
  if (means(head, 'block')) return 'block';
  if (means(head, 'total')) return 'total';
  if (means(head, 'index')) return 'index';
  return means(head, 'rank') || means(head, 'ignored') ? 'ignored' : null;
}

function ignored(table: RawTable, header: number, column: number, head: string): ImportProblem {
  return problem('warning', addressOf(table, header, column), 'ignoredColumn', { text: head });
}

/** By code, by "code. name", or by name without regard to diacritics and case. */
function leafFinder(known: readonly LeafName[] | null): (head: string) => LeafName | null {
  const byCode = new Map((known ?? []).map((leaf) => [leaf.code.toLowerCase(), leaf]));
  const byName = new Map((known ?? []).map((leaf) => [nameKey(leaf.name), leaf]));
  return (head) => {
    if (head === '') return null;
    const word = /^(\S+?)[.:)]?(?:\s|$)/.exec(head)?.[1] ?? head;
    return byCode.get(head.toLowerCase()) ?? byCode.get(word.toLowerCase()) ?? byName.get(nameKey(head)) ?? null;
  };
}

function nameKey(name: string): string {
  return fold(normaliseName(name));
}

/** "1.2. Chi phí thời gian" → code 1.2; a short word is its own code; a long heading gets one by its place. */
function ownLeaf(head: string, column: number): LeafName {
  const name = nfc(head);
  const match = /^([\dIVXivx]+(?:\.\d+)*|[A-Za-z]{1,4}\d+(?:\.\d+)*)[.:)]?\s+(.+)$/s.exec(name);
  if (match) return { code: match[1] ?? '', name: (match[2] ?? '').trim() };
  return { code: /\s/.test(name) || name.length > 24 ? `C${column + 1}` : name, name };
}

function duplicates(table: RawTable, header: number, columns: readonly WideColumn[]): readonly ImportProblem[] {
  const seen = new Set<string>();
  return columns.flatMap((column, at) => {
    if (column.kind !== 'leaf') return [];
    const { code } = column.leaf;
    if (!seen.has(code)) {
      seen.add(code);
      return [];
    }
    return [problem('error', addressOf(table, header, at), 'duplicateColumn', { code })];
  });
}

function looksNumeric(cell: RawCell): boolean {
  if (cell.kind === 'number') return true;
  if (cell.kind === 'formula') return cell.number !== undefined;
  return cell.kind === 'text' && /^[+-]?\d[\d.,\s]*(?:e[+-]?\d+)?%?$/i.test(cell.text.trim());
}

function filled(row: readonly RawCell[]): number {
  return row.filter((cell) => cell.kind !== 'empty').length;
}
