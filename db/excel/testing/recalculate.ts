/**
 * The oracle: a workbook without its cached results is computed anew by LibreOffice, and every formula cell must give
 * what the engine had written there. Called by tests (and by e2e on the exported file).
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { convertWithSoffice } from './soffice.ts';

interface Deviation {
  /** "Phụ lục I - K1!J7". */
  readonly at: string;
  readonly formula: string;
  readonly engine: number | string;
  readonly recalculated: unknown;
}

export interface Recalculation {
  readonly formulas: number;
  readonly deviations: readonly Deviation[];
}

const TOLERANCE = 1e-9;

/** Compare all formula cells of the .xlsx at `path` with LibreOffice's own results. */
export async function recalculate(path: string): Promise<Recalculation> {
  const folder = await mkdtemp(join(tmpdir(), 'recalculate-'));
  try {
    const original = await load(path);
    const expected = takeResults(original);
    const stripped = join(folder, 'stripped.xlsx');
    await writeFile(stripped, new Uint8Array(await original.xlsx.writeBuffer()));
    const out = join(folder, 'out');
    const computed = await load(await convertWithSoffice(stripped, 'xlsx', out));
    const deviations = expected.flatMap(({ sheet, address, formula, engine }) => {
      const { formula: kept, result } = computed.getWorksheet(sheet)?.getCell(address) ?? {};
      // A formula turned into a constant would agree with itself.
      const recalculated = kept === undefined ? { lost: formula } : result;
      return agrees(engine, recalculated) ? [] : [{ at: `${sheet}!${address}`, formula, engine, recalculated }];
    });
    return { formulas: expected.length, deviations };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Expected {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly engine: number | string;
}

/** Note every formula's cached result and remove it from the cell. */
function takeResults(workbook: ExcelJS.Workbook): readonly Expected[] {
  const expected: Expected[] = [];
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const { formula, result } = cell;
        if (formula === undefined || (cell.isMerged && cell.master !== cell)) return;
        if (typeof result !== 'number' && typeof result !== 'string') {
          throw new Error(`${sheet.name}!${cell.address} has no cached result`);
        }
        expected.push({ sheet: sheet.name, address: cell.address, formula, engine: result });
        cell.value = { formula } as ExcelJS.CellFormulaValue;
      });
    });
  });
  return expected;
}

function agrees(engine: number | string, recalculated: unknown): boolean {
  if (typeof engine === 'string') return engine === recalculated;
  return typeof recalculated === 'number' && Math.abs(engine - recalculated) <= TOLERANCE;
}

async function load(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await readFile(path);
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  return workbook;
}
