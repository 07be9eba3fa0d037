/** What travels between runExcelJob and its worker. Data only: importing this file does nothing. */
import type { WorkbookModel } from '#shared/reports/sheet-model.ts';

/** Handed to the worker as its workerData. */
export interface ExcelWorkerInput {
  readonly model: WorkbookModel;
  /** Where to write; the parent renames it over the target once everything is on disk. */
  readonly temporaryPath: string;
}

export type ExcelStep = 'layout' | 'pack' | 'store';

export interface ExcelProgress {
  readonly step: ExcelStep;
  readonly done: number;
  readonly total: number;
}

export interface ExcelFile {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly formulas: number;
}

export type ExcelWorkerMessage =
  | ({ readonly type: 'progress' } & ExcelProgress)
  | ({ readonly type: 'stored' } & ExcelFile)
  /** The file system refused; `code` is Node's (ENOSPC, EACCES…). */
  | { readonly type: 'refused'; readonly code: string };
