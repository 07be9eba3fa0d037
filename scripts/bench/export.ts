/**
 * How long the export of all annexes of the sample year takes, from engine results to a renamed file on disk, beside a
 * bare exceljs program writing the same cells. Both run in a fresh worker, so both load exceljs. Alone:
 * `node scripts/bench/export.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { runExcelJob } from '#db/excel/run-excel-job.ts';
import { buildSampleYear } from '#db/sample/build-sample-year.ts';
import { buildAnnexes } from '#shared/reports/build-annexes.ts';
import { annexInputOfDraft } from '#shared/reports/testing/annex-input-of-draft.ts';
import type { WorkbookModel } from '#shared/reports/sheet-model.ts';
import type { BenchRow } from './bench-row.ts';
import { compareSeries } from './statistics.ts';

const REPETITIONS = 9;
const TARGET_RATIO = 1.3;
const WORKER = new URL('../../db/excel/excel-worker.ts', import.meta.url);
const PEER = new URL('../../db/excel/testing/bare-writer.ts', import.meta.url);

/** One row; ours and the peer take turns after a warm-up of each. */
export async function benchExport(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-export-'));
  try {
    const input = annexInputOfDraft(buildSampleYear(), { annexes: ['I', 'II', 'III'], decision: null });
    const model = buildAnnexes(input);
    const ours = () => writeOurs(() => buildAnnexes(input), join(folder, 'ours.xlsx'));
    const peer = () => writeBare(model, join(folder, 'bare.xlsx'));
    await ours();
    await peer();
    const values: number[] = [];
    const peerValues: number[] = [];
    for (let i = 0; i < REPETITIONS; i++) {
      values.push(await timed(ours));
      peerValues.push(await timed(peer));
    }
    const cells = model.sheets.reduce(
      (sum, { rows }) => sum + rows.reduce((all, row) => all + row.cells.filter((cell) => cell !== null).length, 0),
      0,
    );
    return [
      compareSeries(
        {
          name: `export annexes I–III (${cells} cells)`,
          unit: 'ms',
          peerName: 'bare exceljs, same cells',
          target: TARGET_RATIO,
        },
        values,
        peerValues,
      ),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function writeOurs(build: () => WorkbookModel, targetPath: string): Promise<void> {
  const result = await runExcelJob(WORKER, { model: build(), targetPath });
  if (!result.ok) throw new Error(`Export failed: ${result.error.code} ${result.error.reason}`);
}

function writeBare(model: WorkbookModel, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(PEER, { workerData: { model, path }, execArgv: [] });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Peer ended with ${code}`));
    });
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const row of await benchExport()) process.stdout.write(`${JSON.stringify(row)}\n`);
}
