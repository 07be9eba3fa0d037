/** First half of reading criteria: find the header and turn rows into records of text with their places. */
import type { ImportProblem } from '../contract/outputs.ts';
import { err, ok, type Result } from '../util/result.ts';
import { means, type HeaderWord } from './header-words.ts';
import { addressOf, problem } from './import-problem.ts';
import { cellText, EMPTY_CELL, type RawCell, type RawTable } from './raw-table.ts';

export interface CriteriaRow {
  readonly table: RawTable;
  readonly row: number;
  readonly maxColumn: number;
  readonly codeColumn: number;
  /** Columns of the level, parent and parameters, for addresses; -1 when the table has none. */
  readonly levelColumn: number;
  readonly parentColumn: number;
  readonly parametersColumn: number;
  readonly block: string;
  readonly blockName: string;
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly max: RawCell;
  readonly parent: string;
  readonly ruleKind: string;
  readonly ruleText: string;
  readonly evidence: string;
  readonly parameters: string;
}

const HEADER_SEARCH_ROWS = 20;
const REQUIRED = ['code', 'name', 'max'] as const satisfies readonly HeaderWord[];

/** Rows below the first header found; a table without one, or without rows, is an error. */
export function readCriteriaRows(
  tables: readonly RawTable[],
): Result<{ readonly rows: readonly CriteriaRow[] }, readonly ImportProblem[]> {
  for (const table of tables) {
    const header = table.rows.slice(0, HEADER_SEARCH_ROWS).findIndex((row) => isHeader(row));
    if (header < 0) continue;
    const rows = table.rows
      .map((cells, row) => ({ cells, row }))
      .slice(header + 1)
      .filter(({ cells }) => cells.some((cell) => cell.kind !== 'empty'))
      .map(({ cells, row }) => readRow(table, header, cells, row));
    if (rows.length === 0) return err([problem('error', addressOf(table, header, 0), 'noRows')]);
    return ok({ rows });
  }
  const name = tables[0]?.name ?? '';
  return err([problem('error', name, 'noHeader', { columns: 'khoi, cap, ma, ten, diem_toi_da' })]);
}

function isHeader(row: readonly RawCell[]): boolean {
  return REQUIRED.every((word) => columnOf(row, word) >= 0);
}

function columnOf(header: readonly RawCell[], word: HeaderWord): number {
  return header.findIndex((cell) => cell.kind !== 'empty' && means(cell.text, word));
}

function readRow(table: RawTable, headerRow: number, cells: readonly RawCell[], row: number): CriteriaRow {
  const header = table.rows[headerRow] ?? [];
  const column = (word: HeaderWord) => columnOf(header, word);
  const text = (word: HeaderWord) => cellText(cells[column(word)]);
  return {
    table,
    row,
    maxColumn: column('max'),
    codeColumn: column('code'),
    levelColumn: column('level'),
    parentColumn: column('parent'),
    parametersColumn: column('parameters'),
    block: text('block'),
    blockName: text('blockName'),
    level: text('level'),
    code: text('code'),
    name: text('name'),
    max: cells[column('max')] ?? EMPTY_CELL,
    parent: text('parent'),
    ruleKind: text('ruleKind'),
    ruleText: text('ruleText'),
    evidence: text('evidence'),
    parameters: text('parameters'),
  };
}
