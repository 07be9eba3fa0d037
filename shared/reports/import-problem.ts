/** Findings of the import readers. Reasons are a closed list; shared/wording has (or gets) a sentence for each. */
import type { ImportProblem } from '../contract/outputs.ts';
import type { SetProblemReason } from '../scoring/set-problem.ts';
import { cellAddress } from './addresses.ts';
import type { RawTable } from './raw-table.ts';

export const IMPORT_REASONS = [
  'noHeader',
  'noRows',
  'emptyCode',
  'duplicateCode',
  'unknownLevel',
  'parentMissing',
  'tooDeep',
  'rule',
  'noMaxima',
  'maxDiffers',
  'unknownColumn',
  'duplicateColumn',
  'missingLeafColumn',
  'ignoredColumn',
  'ignoredRow',
  'ignoredSheet',
  'unknownBlock',
  'notInBlock',
  'duplicateUnit',
  'emptyUnit',
  'notANumber',
  'ambiguousNumber',
  'tooLarge',
  'negative',
  'overMax',
  'errorCell',
  'formulaCells',
  'rounded',
  'dotTakenAsDecimal',
  'printedTotalDiffers',
  'printedIndexDiffers',
  'unitNameDiffers',
  'unitNotThen',
  'subtotalColumn',
] as const;
export type ImportReason = (typeof IMPORT_REASONS)[number] | SetProblemReason;

/** A finding; `at` is a place as `addressOf` gives it. */
export function problem(
  severity: ImportProblem['severity'],
  at: string,
  reason: ImportReason,
  params: ImportProblem['params'] = {},
): ImportProblem {
  return { severity, at, reason, params };
}

/** "Sheet1!C7"; row and column from 0. */
export function addressOf(table: RawTable, row: number, column: number): string {
  return `${table.name}!${cellAddress(row + 1, column + 1)}`;
}
