/**
 * The peer of the export benchmark: the shortest exceljs program, as a worker entry, that writes the same cells with the
 * same styles to a file. No checks, no print set-up, no hash, nothing brought to disk.
 */
import ExcelJS from 'exceljs';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkbookModel } from '#shared/reports/sheet-model.ts';
import { cellStyle } from '../cell-styles.ts';

const { model, path } = workerData as { readonly model: WorkbookModel; readonly path: string };

const workbook = new ExcelJS.Workbook();
for (const { name, rows } of model.sheets) {
  const sheet = workbook.addWorksheet(name);
  rows.forEach(({ cells }, r) => {
    cells.forEach((content, c) => {
      if (content === null) return;
      const cell = sheet.getCell(r + 1, c + 1);
      if (content.kind === 'text') cell.value = content.text;
      if (content.kind === 'number') cell.value = content.value;
      if (content.kind === 'formula') cell.value = { formula: content.formula, result: content.result };
      cell.style = cellStyle(content.style);
    });
  });
}
await workbook.xlsx.writeFile(path);
parentPort?.postMessage('written');
