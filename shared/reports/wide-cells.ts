/** Second half of reading a wide score table: one unit's row → cells, with what was odd about each by address. */
import type { ImportProblem } from '../contract/outputs.ts';
import type { CellDraft, NodeDraft } from '../domain/cycle-draft.ts';
import { checkPoints } from '../scoring/check-points.ts';
import { formatMicro } from '../util/decimal.ts';
import { saysNotArisen } from './header-words.ts';
import { addressOf, problem } from './import-problem.ts';
import { cellText, EMPTY_CELL, type RawCell } from './raw-table.ts';
import { readNumber, type AmbiguousDot } from './read-number.ts';
import type { WideSheet } from './wide-columns.ts';

export interface RowRules {
  /** Leaves of the unit's block by code. */
  readonly leaves: ReadonlyMap<string, NodeDraft>;
  readonly blanks: 'missing' | 'notApplicable' | 'zero';
  readonly ambiguousDot: AmbiguousDot;
}

export interface ReadRow {
  readonly cells: readonly CellDraft[];
  readonly problems: readonly ImportProblem[];
  readonly blanks: number;
  /** Addresses of cells rounded to six decimals, and of formulas whose cached result was taken. */
  readonly rounded: readonly string[];
  readonly formulas: readonly string[];
}

/** Printed in the register; the office's own word. */
const NOT_ARISEN = 'Không phát sinh';

/** Read one unit's row. A published table holds final values, so points go to the final stage only. */
export function readWideRow(sheet: WideSheet, row: number, rules: RowRules): ReadRow {
  const cells: CellDraft[] = [];
  const problems: ImportProblem[] = [];
  const rounded: string[] = [];
  const formulas: string[] = [];
  let blanks = 0;
  for (const [column, { kind, ...rest }] of sheet.columns.entries()) {
    if (kind !== 'leaf' || !('leaf' in rest)) continue;
    const cell = sheet.table.rows[row]?.[column] ?? EMPTY_CELL;
    const at = addressOf(sheet.table, row, column);
    const leaf = rules.leaves.get(rest.leaf.code);
    if (leaf === undefined) {
      // A leaf of another block: fine as long as nothing is said about it here.
      if (!isNothing(cell)) problems.push(problem('error', at, 'notInBlock', { code: rest.leaf.code }));
      continue;
    }
    if (cell.kind === 'formula') formulas.push(at);
    if (cellText(cell) === '' || saysNotArisen(cellText(cell))) {
      const draft = emptyCell(leaf, cellText(cell) === '' ? rules.blanks : 'notApplicable');
      if (draft === null || cellText(cell) === '') blanks++;
      if (draft !== null) cells.push(draft);
      continue;
    }
    const read = readNumber(cell, rules.ambiguousDot);
    const text = cellText(cell);
    if (!read.ok) {
      problems.push(problem('error', at, read.error, { text, code: leaf.code }));
      continue;
    }
    // A deduction may be printed with its sign; it is stored as a positive number.
    const micro = leaf.section === 'penalty' ? Math.abs(read.value.micro) : read.value.micro;
    const fault = checkPoints(micro, leaf.maxMicro);
    if (fault !== null) {
      const max = formatMicro(leaf.maxMicro, { locale: 'vi' });
      problems.push(problem('error', at, fault, { text, code: leaf.code, max }));
      continue;
    }
    if (read.value.rounded) rounded.push(at);
    cells.push(draftCell(leaf.code, micro, null));
  }
  return { cells, problems, blanks, rounded, formulas };
}

function isNothing(cell: RawCell): boolean {
  return cellText(cell) === '' || saysNotArisen(cellText(cell));
}

function emptyCell(leaf: NodeDraft, means: RowRules['blanks']): CellDraft | null {
  switch (means) {
    case 'missing':
      return null;
    case 'zero':
      return draftCell(leaf.code, 0, null);
    case 'notApplicable':
      return draftCell(leaf.code, null, NOT_ARISEN);
  }
}

function draftCell(leafCode: string, finalMicro: number | null, notApplicableReason: string | null): CellDraft {
  return {
    leafCode,
    selfMicro: null,
    appraisedMicro: null,
    finalMicro,
    declared: null,
    notApplicableReason,
    cutReason: '',
    evidence: [],
  };
}
