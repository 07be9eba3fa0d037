/**
 * Entry of the worker thread that writes a workbook, so that packing 10 000 formulas never delays a score being saved.
 * Started by run-excel-job only, by path: as TypeScript under Node, as out/main/excel-worker.js in the app. It writes
 * the temporary file and brings it to disk; it must not touch the target. A bug here throws, and the parent hears of it.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { ExcelStep, ExcelWorkerInput, ExcelWorkerMessage } from './excel-job.ts';
import { writeWorkbook } from './write-workbook.ts';

const { model, temporaryPath } = workerData as ExcelWorkerInput;

function post(message: ExcelWorkerMessage): void {
  parentPort?.postMessage(message);
}

function progress(step: ExcelStep, done: number, total: number): void {
  post({ type: 'progress', step, done, total });
}

async function store(bytes: Uint8Array): Promise<void> {
  const file = await open(temporaryPath, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

const { bytes, formulas } = await writeWorkbook(model, (done, total) => {
  progress('layout', done, total);
  if (done === total) progress('pack', 0, 1);
});
progress('store', 0, 1);
try {
  await store(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  post({ type: 'stored', bytes: bytes.length, sha256, formulas });
} catch (cause) {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === undefined) throw cause;
  post({ type: 'refused', code });
}
