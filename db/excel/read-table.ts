/**
 * A file somebody sent → raw tables. Called by db/service for imports; the only place that decides what kind of file it
 * is. Nothing is interpreted here: the readers of shared/reports do that.
 */
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { RawTable } from '#shared/reports/raw-table.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { decodeText } from './decode-text.ts';
import { parseCsv } from './parse-csv.ts';

const MAX_FILE_BYTES = 60 * 2 ** 20;
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];
/** Compound file: the old .xls, and also an encrypted .xlsx. */
const COMPOUND_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Read a .csv (one table) or .xlsx (one per sheet). Errors: NOT_FOUND file, DB_READONLY readOnlyFile (no right to read), FILE_FORMAT tooLarge, oldXls,
 * notXlsx, notCsv, encoding, zipBomb.
 */
export async function readTables(path: string): Promise<Result<readonly RawTable[], AppError>> {
  const file = await readWhole(path);
  if (!file.ok) return file;
  const name = basename(path);
  const result = await readBytes(file.value, name);
  return result.ok ? result : err({ ...result.error, params: { name, ...result.error.params } });
}

async function readBytes(bytes: Buffer, name: string): Promise<Result<readonly RawTable[], AppError>> {
  const extension = extname(name).toLowerCase();
  if (startsWith(bytes, COMPOUND_MAGIC) || extension === '.xls') return err(appError('FILE_FORMAT', 'oldXls'));
  if (startsWith(bytes, ZIP_MAGIC)) {
    // Fetched when first needed: exceljs takes longer to load than everything else the data process starts with.
    const { readXlsx } = await import('./read-xlsx.ts');
    return readXlsx(bytes);
  }
  if (extension === '.xlsx' || extension === '.xlsm') return err(appError('FILE_FORMAT', 'notXlsx'));
  if (!['.csv', '.tsv', '.txt'].includes(extension)) return err(appError('FILE_FORMAT', 'notXlsx'));
  const text = decodeText(bytes);
  if (!text.ok) return err(appError('FILE_FORMAT', 'encoding'));
  const parsed = parseCsv(text.value);
  if ('faultLine' in parsed) return err(appError('FILE_FORMAT', 'notCsv', { line: parsed.faultLine }));
  return ok([{ name: name.slice(0, name.length - extension.length), rows: parsed.rows }]);
}

async function readWhole(path: string): Promise<Result<Buffer, AppError>> {
  const params = { name: basename(path) };
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MAX_FILE_BYTES) return err(appError('FILE_FORMAT', 'tooLarge', params));
      return ok(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (cause) {
    switch ((cause as NodeJS.ErrnoException).code) {
      case 'EACCES':
      case 'EPERM':
        return err(appError('DB_READONLY', 'readOnlyFile', params));
      case 'EBUSY':
        return err(appError('FILE_LOCKED', 'openElsewhere', params));
      default:
        return err(appError('NOT_FOUND', 'file', params));
    }
  }
}

function startsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
