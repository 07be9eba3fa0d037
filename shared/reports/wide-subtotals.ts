import type { ImportProblem } from '../contract/outputs.ts';
import { columnName } from './addresses.ts';
import { addressOf, problem } from './import-problem.ts';
import { cellText, EMPTY_CELL } from './raw-table.ts';
import { readNumber, type AmbiguousDot } from './read-number.ts';
import type { WideSheet } from './wide-columns.ts';

interface Figures {
  readonly column: number;
  readonly head: string;
  readonly code: string;
  readonly maxMicro: number;
  /** Per unit row; null for a cell without a number. */
  readonly points: readonly (number | null)[];
  /** Half of the last decimal the column prints, in 10⁻⁶. */
  readonly halfStep: number;
}

/**
 * Columns of a table with its own maxima that are not criteria but sums of others: of all, or of a run beside them
 * (maximum and every row). Counted as criteria they would count everything twice, so each is an error.
 */
export function subtotalColumns(sheet: WideSheet, dot: AmbiguousDot): readonly ImportProblem[] {
  const columns = readFigures(sheet, dot);
  return columns.flatMap((sum, i) => {
    const parts = runsBeside(columns, i).find((run) => isSumOf(sum, run));
    if (parts === undefined) return [];
    const place = { first: columnName((parts[0]?.column ?? 0) + 1), last: columnName((parts.at(-1)?.column ?? 0) + 1) };
    const at = addressOf(sheet.table, sheet.header, sum.column);
    return [problem('error', at, 'subtotalColumn', { text: sum.head, ...place })];
  });
}

/** All others; then each run that starts right after the column or ends right before it, if its maxima add up. */
function runsBeside(columns: readonly Figures[], at: number): readonly (readonly Figures[])[] {
  const sum = columns[at];
  if (sum === undefined) return [];
  const after = columns.slice(at + 1);
  const before = columns.slice(0, at);
  const runs = [
    ...runsAddingUpTo(sum.maxMicro, [...before, ...after]).filter((run) => run.length === columns.length - 1),
    ...runsAddingUpTo(sum.maxMicro, after),
    ...runsAddingUpTo(sum.maxMicro, before.toReversed()).map((run) => run.toReversed()),
  ];
  // Two equal columns may be a coincidence; a single part is one only when its code says so ("Lĩnh vực 2", "2.1").
  return runs.filter((run) => run.length > 1 || isPart(run[0], sum));
}

/** The beginnings of a list whose maxima have this sum; maxima are above 0, so there is at most one. */
function runsAddingUpTo(maxMicro: number, list: readonly Figures[]): readonly (readonly Figures[])[] {
  let total = 0;
  for (const [i, figures] of list.entries()) {
    total += figures.maxMicro;
    if (total === maxMicro) return [list.slice(0, i + 1)];
    if (total > maxMicro) return [];
  }
  return [];
}

function isPart(part: Figures | undefined, whole: Figures): boolean {
  const number = /(?:^|\s)(\d+|[IVX]+)[.:]?$/.exec(whole.head)?.[1] ?? whole.code;
  return part !== undefined && part.code.startsWith(`${number}.`);
}

function isSumOf(sum: Figures, parts: readonly Figures[]): boolean {
  const rows = sum.points.map((points, row) => ({ points, parts: add(parts.map((part) => part.points[row] ?? 0)) }));
  const printed = rows.filter((row) => row.points !== null);
  const isEqual = (row: (typeof rows)[number]) => Math.abs((row.points ?? 0) - row.parts) <= sum.halfStep;
  return printed.some((row) => row.parts !== 0) && printed.every(isEqual);
}

function add(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function readFigures(sheet: WideSheet, dot: AmbiguousDot): readonly Figures[] {
  return sheet.columns.flatMap((kind, column): readonly Figures[] => {
    if (kind.kind !== 'leaf') return [];
    const read = (row: number) => {
      const cell = sheet.table.rows[row]?.[column] ?? EMPTY_CELL;
      const number = cell.kind === 'empty' ? null : readNumber(cell, dot);
      return number?.ok === true ? number.value.micro : null;
    };
    const maxMicro = read(sheet.maximumRow);
    if (maxMicro === null) return [];
    const points = sheet.unitRows.map(read);
    const decimals = Math.max(0, ...points.map(decimalsOf));
    const head = cellText(sheet.table.rows[sheet.header]?.[column]);
    return [{ column, head, code: kind.leaf.code, maxMicro, points, halfStep: 0.5 * 10 ** (6 - decimals) + 50 }];
  });
}

/** How many decimals a figure in 10⁻⁶ is printed with, at most six. */
function decimalsOf(micro: number | null): number {
  if (micro === null) return 0;
  let decimals = 6;
  for (let rest = Math.abs(micro); decimals > 0 && rest % 10 === 0; rest /= 10) decimals--;
  return decimals;
}
