/** Which blocks the units of each sheet may belong to: those of the criteria, or the sheet's own. */
import type { ImportProblem } from '../contract/outputs.ts';
import { err, ok, type Result } from '../util/result.ts';
import { addressOf, problem } from './import-problem.ts';
import { cellText } from './raw-table.ts';
import type { ImportedBlock } from './read-criteria.ts';
import type { AmbiguousDot } from './read-number.ts';
import type { WideSheet } from './wide-columns.ts';
import { criteriaOfMaxima } from './wide-maxima.ts';
import { subtotalColumns } from './wide-subtotals.ts';

const OWN_BLOCK = 'K1';

export type BlocksOfSheet = ReadonlyMap<WideSheet, readonly ImportedBlock[]>;

/**
 * Sheets that can be score tables. With criteria every one that was understood; without, those with a row of maxima,
 * and those with figures, which are then refused by name for want of one.
 */
export function usableSheets(sheets: readonly WideSheet[], hasCriteria: boolean): readonly WideSheet[] {
  if (hasCriteria) return sheets;
  const usable = sheets.filter(
    ({ maximumRow, problems }) => maximumRow >= 0 || problems.some(({ severity }) => severity === 'error'),
  );
  return usable.length > 0 ? usable : sheets.slice(0, 1);
}

/** Without criteria each sheet is a block of its own maxima; several are named after their sheets. */
export function settleBlocks(
  sheets: readonly WideSheet[],
  criteria: readonly ImportedBlock[] | null,
  cycleName: string,
  dot: AmbiguousDot,
): Result<BlocksOfSheet, readonly ImportProblem[]> {
  if (criteria !== null) return ok(new Map(sheets.map((sheet) => [sheet, criteria])));
  const blocks = new Map<WideSheet, readonly ImportedBlock[]>();
  const problems: ImportProblem[] = [];
  const taken = new Set<string>();
  for (const sheet of sheets) {
    const { name } = sheet.table;
    const names =
      sheets.length === 1 ? { blockCode: OWN_BLOCK, blockName: cycleName } : { blockCode: name, blockName: name };
    const own = criteriaOfMaxima(sheet, dot, names);
    if (!own.ok) {
      problems.push(...own.error);
      continue;
    }
    problems.push(...subtotalColumns(sheet, dot));
    const named = splitByColumn(sheet, own.value);
    for (const { blockCode } of named) {
      const at = addressOf(sheet.table, sheet.header, 0);
      if (taken.has(blockCode)) problems.push(problem('error', at, 'duplicateCode', { code: blockCode }));
      taken.add(blockCode);
    }
    blocks.set(sheet, named);
  }
  return problems.length > 0 ? err(problems) : ok(blocks);
}

/** A table with blocks but one row of maxima: every block has the same criteria. */
function splitByColumn(sheet: WideSheet, own: ImportedBlock): readonly ImportedBlock[] {
  const column = sheet.columns.findIndex(({ kind }) => kind === 'block');
  if (column < 0) return [own];
  const codes = new Set(sheet.unitRows.map((row) => cellText(sheet.table.rows[row]?.[column])));
  return [...codes].filter((code) => code !== '').map((code) => ({ ...own, blockCode: code, blockName: code }));
}
