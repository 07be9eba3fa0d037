import ExcelJS from 'exceljs';
import type { Cell, Worksheet } from 'exceljs';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { EMPTY_CELL, type RawCell, type RawTable } from '#shared/reports/raw-table.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { listZip, unzipEntry } from './read-zip.ts';

/** Beyond Excel's own columns only by a damaged file; beyond these rows no score table of ours. */
const MAX_ROWS = 200_000;
const MAX_COLUMNS = 16_384;

/**
 * Sheets of an .xlsx as raw cells. The package is held against its limits, entry by entry as really unpacked, before
 * exceljs sees it. Formulas give their cached result, merged cells repeat their value, hidden sheets are read too.
 */
export async function readXlsx(file: Buffer): Promise<Result<readonly RawTable[], AppError>> {
  const fault = packageFault(file);
  if (fault !== null) return err(fault);
  const workbook = new ExcelJS.Workbook();
  try {
    const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer;
    // Validation over a full column would be spread over a million cells by exceljs; nothing here needs it.
    await workbook.xlsx.load(bytes, { ignoreNodes: ['dataValidations', 'conditionalFormatting', 'extLst'] });
  } catch {
    return err(appError('FILE_FORMAT', 'notXlsx'));
  }
  if (workbook.worksheets.some((sheet) => sheet.rowCount > MAX_ROWS || sheet.columnCount > MAX_COLUMNS)) {
    return err(appError('FILE_FORMAT', 'tooLarge'));
  }
  return ok(workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: readRows(sheet) })));
}

function packageFault(file: Buffer): AppError | null {
  const listed = listZip(file);
  if (!listed.ok) return appError('FILE_FORMAT', listed.error === 'tooMuch' ? 'zipBomb' : 'notXlsx');
  if (!listed.value.some((entry) => entry.name === 'xl/workbook.xml')) return appError('FILE_FORMAT', 'notXlsx');
  for (const entry of listed.value) {
    const unpacked = unzipEntry(file, entry);
    if (!unpacked.ok) return appError('FILE_FORMAT', unpacked.error === 'tooMuch' ? 'zipBomb' : 'notXlsx');
  }
  return null;
}

function readRows(sheet: Worksheet): readonly (readonly RawCell[])[] {
  const rows: RawCell[][] = [];
  sheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    while (rows.length < rowNumber - 1) rows.push([]);
    const cells: RawCell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, columnNumber) => {
      while (cells.length < columnNumber - 1) cells.push(EMPTY_CELL);
      cells.push(readCell(cell.isMerged ? cell.master : cell));
    });
    rows.push(cells);
  });
  return rows;
}

function readCell(cell: Cell): RawCell {
  // `.formula` and `.result`, because `.value` of a formula drops a result of 0, false or "".
  if (cell.formula !== undefined && cell.formula !== '') return formulaCell(cell.result);
  return plainCell(cell.value);
}

function formulaCell(result: unknown): RawCell {
  if (typeof result === 'number') return { kind: 'formula', text: String(result), number: result };
  if (isErrorValue(result)) return { kind: 'error', text: result.error };
  return { kind: 'formula', text: textOf(result) };
}

function plainCell(value: unknown): RawCell {
  if (value === null || value === undefined) return EMPTY_CELL;
  if (typeof value === 'number') return { kind: 'number', text: String(value), number: value };
  if (isErrorValue(value)) return { kind: 'error', text: value.error };
  const text = textOf(value);
  return text.trim() === '' ? EMPTY_CELL : { kind: 'text', text };
}

/** Text, rich text, links, dates (as the ISO day they show), booleans. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value as string | number | boolean);
  if ('richText' in value && Array.isArray(value.richText)) {
    return value.richText.map((run: { readonly text?: unknown }) => textOf(run.text)).join('');
  }
  return 'text' in value ? textOf(value.text) : '';
}

function isErrorValue(value: unknown): value is { readonly error: string } {
  return typeof value === 'object' && value !== null && 'error' in value && typeof value.error === 'string';
}
