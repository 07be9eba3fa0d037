/**
 * WorkbookModel → the bytes of an .xlsx file, through exceljs. Called by the Excel worker (and by tests in process).
 * Uses only the part of exceljs 4.4.0 that was found sound; the traps it walks round are named where they are avoided.
 * A model that would make a file Excel repairs or misreads is a bug of its builder, so it throws.
 */
import ExcelJS from 'exceljs';
import type { CellValue, Worksheet } from 'exceljs';
import { areaAddress, cellAddress, columnName, onSheet } from '#shared/reports/addresses.ts';
import { sheetNameFaults } from '#shared/reports/sheet-names.ts';
import type { Area, CellModel, SheetModel, WorkbookModel } from '#shared/reports/sheet-model.ts';
import { cellStyle, runFont } from './cell-styles.ts';
import { formulaFault } from './formula-fault.ts';
import { replaceZipEntry } from './replace-zip-entry.ts';

export interface WrittenWorkbook {
  readonly bytes: Uint8Array;
  readonly formulas: number;
}

/** Inches; 22 mm above and below, 30 mm left, 18 mm right, page number 10 mm from the edge (Nghị định 30/2020). */
const MARGINS = { top: 0.87, bottom: 0.87, left: 1.18, right: 0.71, header: 0.4, footer: 0.4 };
const PAPER = { A4: 9, A3: 8 } as const;
const MAX_CELL_TEXT = 32_767;
/** Column widths are counted in digits of the default font, Times New Roman 12: 8 pixels at 96 dpi. */
const POINTS_PER_CHARACTER = 6;
/** exceljs fixes the default font; a machine without Calibri then draws every column wider. */
const DEFAULT_FONT = /(?<=<fonts [^>]*>)<font>(?:(?!<\/font>).)*"Calibri".*?<\/font>/;
const OUR_DEFAULT_FONT = '<font><sz val="12"/><color theme="1"/><name val="Times New Roman"/><family val="1"/></font>';

/** Write the workbook; `onSheetDone` is told after each sheet was laid out. */
export async function writeWorkbook(
  model: WorkbookModel,
  onSheetDone?: (done: number, total: number) => void,
): Promise<WrittenWorkbook> {
  const names = model.sheets.map((sheet) => sheet.name);
  const faults = sheetNameFaults(names);
  if (faults.length > 0 || names.length === 0) throw new Error(`Bad sheet names: ${faults.join(' | ')}`);

  const workbook = new ExcelJS.Workbook();
  Object.assign(workbook, model.properties, { lastModifiedBy: model.properties.creator });
  // Excel computes everything anew on opening; until then every reader sees the engine's cached results.
  workbook.calcProperties.fullCalcOnLoad = true;
  let formulas = 0;
  for (const [index, sheet] of model.sheets.entries()) {
    formulas += writeSheet(workbook.addWorksheet(sheet.name), sheet);
    onSheetDone?.(index + 1, model.sheets.length);
  }
  for (const { name, sheet, area } of model.definedNames) {
    workbook.definedNames.add(onSheet(sheet, areaAddress(area, 'both')), name);
  }
  const packed = Buffer.from(await workbook.xlsx.writeBuffer());
  const bytes = replaceZipEntry(packed, 'xl/styles.xml', (xml) => {
    if (!DEFAULT_FONT.test(xml)) throw new Error('The default font is not where it was');
    return xml.replace(DEFAULT_FONT, OUR_DEFAULT_FONT);
  });
  return { bytes, formulas };
}

function writeSheet(target: Worksheet, sheet: SheetModel): number {
  sheet.columns.forEach((widthPt, index) => {
    target.getColumn(index + 1).width = widthPt / POINTS_PER_CHARACTER;
  });
  let formulas = 0;
  sheet.rows.forEach((rowModel, rowIndex) => {
    const row = target.getRow(rowIndex + 1);
    if (rowModel.heightPt !== null) row.height = rowModel.heightPt;
    rowModel.cells.forEach((cellModel, columnIndex) => {
      if (cellModel === null) return;
      const cell = row.getCell(columnIndex + 1);
      if (cellModel.kind !== 'blank') {
        cell.value = cellValue(cellModel, () => `${sheet.name}!${cellAddress(rowIndex + 1, columnIndex + 1)}`);
      }
      cell.style = cellStyle(cellModel.style, 'decimals' in cellModel ? cellModel.decimals : undefined);
      if (cellModel.kind === 'formula') formulas++;
    });
  });
  // Merged without styles: the default would copy the first cell's style object over the borders of the others.
  for (const area of sheet.merges) target.mergeCellsWithoutStyle(area.top, area.left, area.bottom, area.right);
  setUpView(target, sheet);
  setUpPrint(target, sheet);
  return formulas;
}

function cellValue(cell: Exclude<CellModel, { kind: 'blank' }>, where: () => string): CellValue {
  switch (cell.kind) {
    case 'text':
      // A string is stored as a shared string, so "=1+1" from a unit's name stays text and is never computed.
      return cleanText(cell.text, where);
    case 'number':
      return finite(cell.value, where);
    case 'formula': {
      const fault = formulaFault(cell.formula);
      if (fault !== null) throw new Error(`${where()}: ${fault}`);
      const result = typeof cell.result === 'number' ? finite(cell.result, where) : cleanText(cell.result, where);
      return { formula: cell.formula, result };
    }
    case 'runs':
      return {
        richText: cell.runs.map((run) => ({
          text: cleanText(run.text, where),
          font: runFont(cell.style, run.bold, run.italic),
        })),
      };
  }
}

/** exceljs writes NaN and Infinity as they are, and Excel then calls the whole file damaged. */
function finite(value: number, where: () => string): number {
  if (!Number.isFinite(value)) throw new Error(`${where()}: not a finite number`);
  return value;
}

function cleanText(text: string, where: () => string): string {
  if (text.length > MAX_CELL_TEXT) throw new Error(`${where()}: more text than a cell holds`);
  // Lone surrogates and U+FFFE/U+FFFF are not XML; exceljs removes the other control characters itself.
  return text.toWellFormed().replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}

function setUpView(target: Worksheet, sheet: SheetModel): void {
  if (sheet.frozen === null) return;
  const { rows, columns } = sheet.frozen;
  target.views = [
    {
      state: 'frozen',
      xSplit: columns,
      ySplit: rows,
      topLeftCell: cellAddress(rows + 1, columns + 1),
      activeCell: 'A1',
      showGridLines: false,
    },
  ];
}

function setUpPrint(target: Worksheet, sheet: SheetModel): void {
  const { paper, landscape, pagesAcross, repeatedRows, repeatedColumns, area } = sheet.print;
  target.pageSetup = {
    paperSize: PAPER[paper] as NonNullable<Worksheet['pageSetup']['paperSize']>,
    orientation: landscape ? 'landscape' : 'portrait',
    // fitToPage together with outline properties is written in the wrong order; this writer never sets the latter.
    fitToPage: true,
    fitToWidth: pagesAcross,
    fitToHeight: 0,
    // Each annex is numbered on its own.
    firstPageNumber: 1,
    horizontalCentered: true,
    margins: MARGINS,
    printArea: printArea(area),
    ...(repeatedRows !== null && { printTitlesRow: repeatedRows.join(':') }),
    ...(repeatedColumns > 0 && { printTitlesColumn: `A:${columnName(repeatedColumns)}` }),
  };
  target.headerFooter.differentFirst = true;
  target.headerFooter.oddHeader = '&C&"Times New Roman,Regular"&13&P';
}

/** exceljs puts one `$` before each corner, which fixes the column; the row's own `$` comes with the address. */
function printArea(area: Area): string {
  return `${cellAddress(area.top, area.left, 'row')}:${cellAddress(area.bottom, area.right, 'row')}`;
}
