/**
 * Writes a workbook in a worker thread and puts it in the place of the target, whole or not at all: temporary file
 * beside the target → fsync → rename. Called by db/service for every export. After a failure or a cancel the target is
 * as it was and no temporary file is left.
 */
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { WorkbookModel } from '#shared/reports/sheet-model.ts';
import type { ExcelFile, ExcelProgress, ExcelWorkerInput, ExcelWorkerMessage } from './excel-job.ts';
import { fileRefusal } from './file-refusal.ts';

export interface ExcelJob {
  readonly model: WorkbookModel;
  readonly targetPath: string;
}

export interface ExcelJobOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExcelProgress) => void;
}

/**
 * Write `job.model` to `job.targetPath`. Errors: CANCELLED, DISK_FULL, DB_READONLY (folder), FILE_LOCKED (target open
 * elsewhere), NOT_FOUND (folder), FILE_FORMAT exists (target is a folder), INTERNAL.
 */
export async function runExcelJob(
  workerUrl: string | URL,
  job: ExcelJob,
  options: ExcelJobOptions = {},
): Promise<Result<ExcelFile, AppError>> {
  // Same folder as the target, so that the rename stays inside one file system and is atomic.
  const temporaryPath = join(dirname(job.targetPath), `.${randomUUID()}.xlsx.tmp`);
  const written = await runWorker(workerUrl, { model: job.model, temporaryPath }, job.targetPath, options);
  const result = written.ok ? await replaceTarget(temporaryPath, job.targetPath, written.value) : written;
  if (!result.ok) await rm(temporaryPath, { force: true }).catch(() => undefined);
  return result;
}

function runWorker(
  workerUrl: string | URL,
  input: ExcelWorkerInput,
  targetPath: string,
  { signal, onProgress }: ExcelJobOptions,
): Promise<Result<ExcelFile, AppError>> {
  if (signal?.aborted) return Promise.resolve(err(appError('CANCELLED', 'cancelled')));
  return new Promise((resolve) => {
    // No inherited execArgv: a test runner's or debugger's loaders have no business in this thread.
    const worker = new Worker(workerUrl, { workerData: input, execArgv: [] });
    let outcome: Result<ExcelFile, AppError> | null = null;
    const settle = (result: Result<ExcelFile, AppError>) => {
      outcome ??= result;
    };
    const cancel = () => {
      settle(err(appError('CANCELLED', 'cancelled')));
      void worker.terminate();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: ExcelWorkerMessage) => {
      if (message.type === 'progress') {
        if (outcome === null) onProgress?.({ step: message.step, done: message.done, total: message.total });
      } else if (message.type === 'stored') {
        settle(ok({ bytes: message.bytes, sha256: message.sha256, formulas: message.formulas }));
      } else {
        settle(err(fileRefusal(message.code, 'creating', targetPath)));
      }
    });
    worker.on('error', (cause) => {
      settle(err(appError('INTERNAL', 'bug', { message: cause instanceof Error ? cause.message : String(cause) })));
    });
    // Only after the thread is gone is the temporary file closed and safe to rename or remove.
    worker.on('exit', () => {
      signal?.removeEventListener('abort', cancel);
      resolve(outcome ?? err(appError('INTERNAL', 'bug', { message: 'worker ended without a result' })));
    });
  });
}

async function replaceTarget(
  temporaryPath: string,
  targetPath: string,
  file: ExcelFile,
): Promise<Result<ExcelFile, AppError>> {
  try {
    await rename(temporaryPath, targetPath);
  } catch (cause) {
    return err(fileRefusal((cause as NodeJS.ErrnoException).code ?? '', 'replacing', targetPath));
  }
  await syncFolder(dirname(targetPath));
  return ok(file);
}

/** Bring the rename itself to disk. Windows cannot open folders and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
