/**
 * One edited cell, from Enter: until the new text is painted, in the product and in the bare grid in turn, and until the
 * data service says it is on disk, beside the bare transaction. Both windows are open all the time; each rests while
 * the other is measured.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Apps } from './bench-start.ts';
import { meanChangesPerBatch, openBareTransaction } from './bare-transaction.ts';
import type { BenchRow } from './bench-row.ts';
import type { PageSession } from './devtools.ts';
import type { EditTimes } from './page-probe.ts';
import { copyOffice, type SampleBlock } from './sample-block.ts';
import { compareSeries } from './statistics.ts';
import { openWindow } from './window-under-test.ts';

const REPAINT_TARGET = 1.3;
const COLUMNS = 6;
const ROWS = 12;
/** Rest before Enter and between edits: the frames of what came before are over. */
const REST_MS = 120;
const TEXTS = ['0.1', '0.2'];

interface Series {
  readonly repaintMs: number[];
  readonly domMs: number[];
  readonly taskMs: number[];
  readonly savedMs: number[];
}

/** Repaint and save times of `edits` edits on each side. */
export async function benchEdit(apps: Apps, block: SampleBlock, edits: number): Promise<BenchRow[]> {
  const transaction = openBareTransaction(copyOffice(block.officePath, 'bare-transaction.cchc'));
  const [product, peer] = [await openWindow(apps.matrix), await openWindow(apps.bareGrid)];
  const [ours, theirs] = [emptySeries(), emptySeries()];
  const bareSaveMs: number[] = [];
  try {
    for (const { page } of [product, peer]) {
      await page.evaluate('window.bench.grid');
      await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    }
    await showStage(product.page, 'self');
    const leafIds = block.editableLeafIds.slice(0, COLUMNS);
    const cells = leafIds.flatMap((leafId) =>
      block.unitIds.slice(0, ROWS).map((unitId) => `[row-id="${unitId}"] [col-id="${leafId}"]`),
    );
    for (let i = 0; i < edits; i++) {
      const cell = cells[i % cells.length] ?? '';
      const text = TEXTS[Math.floor(i / cells.length) % TEXTS.length] ?? '';
      add(ours, await editCell(product.page, cell, text.replace('.', ',')));
      add(theirs, await editCell(peer.page, cell, text));
      bareSaveMs.push(transaction.write());
    }
  } finally {
    await Promise.all([product.close(), peer.close()]);
    transaction.close();
  }
  const changes = meanChangesPerBatch(block.officePath, edits);
  // A cell that was "không áp dụng" logs a second change.
  if (Math.round(changes) !== 1) throw new Error(`An edit logged ${changes} changes; the bare transaction logs one.`);
  const repaint = {
    name: 'Enter to repainted cell',
    peerName: 'bare AG Grid page',
    unit: 'ms',
    target: REPAINT_TARGET,
  };
  const save = { peerName: 'bare better-sqlite3 transaction', unit: 'ms', target: null };
  return [
    compareSeries(repaint, ours.repaintMs, theirs.repaintMs),
    compareSeries(
      { ...repaint, name: 'Enter to repainted cell, p95', target: null },
      ours.repaintMs,
      theirs.repaintMs,
      0.95,
    ),
    compareSeries({ ...repaint, name: 'Enter to new text in the document', target: null }, ours.domMs, theirs.domMs),
    compareSeries({ ...repaint, name: 'main-thread work of an edit', target: null }, ours.taskMs, theirs.taskMs),
    compareSeries({ ...save, name: 'Enter to on disk, p50' }, ours.savedMs, bareSaveMs),
    compareSeries({ ...save, name: 'Enter to on disk, p99' }, ours.savedMs, bareSaveMs, 0.99),
  ];
}

function emptySeries(): Series {
  return { repaintMs: [], domMs: [], taskMs: [], savedMs: [] };
}

function add(series: Series, times: EditTimes & { readonly taskMs: number }): void {
  series.repaintMs.push(times.repaintMs);
  series.domMs.push(times.domMs);
  series.taskMs.push(times.taskMs);
  if (times.savedMs !== null) series.savedMs.push(times.savedMs);
}

/** Types into a cell as a person would: click, digits, Enter. */
export async function editCell(page: PageSession, cell: string, text: string): Promise<EditTimes & { taskMs: number }> {
  const selector = JSON.stringify(cell);
  const { x, y } = await page.evaluate<{ x: number; y: number }>(`(() => {
    const box = document.querySelector(${selector}).getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  })()`);
  for (const type of ['mousePressed', 'mouseReleased']) {
    await page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }
  await page.evaluate(`window.bench.watchEdit(${selector})`);
  for (const key of text) await pressKey(page, key, key, key === ',' ? 188 : key === '.' ? 190 : key.charCodeAt(0));
  await pause(REST_MS);
  const before = await taskSeconds(page);
  await pressKey(page, 'Enter', '\r', 13);
  const times = await page.evaluate<EditTimes>('window.bench.edited()');
  await pause(REST_MS);
  return { ...times, taskMs: ((await taskSeconds(page)) - before) * 1000 };
}

export async function pressKey(
  page: PageSession,
  key: string,
  text: string,
  windowsVirtualKeyCode: number,
): Promise<void> {
  const code = key.length > 1 ? key : '';
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text, windowsVirtualKeyCode });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode });
}

/** Seconds the page's main thread has worked so far. */
async function taskSeconds(page: PageSession): Promise<number> {
  await page.send('Performance.enable');
  const { metrics } = await page.send<{ metrics: readonly { name: string; value: number }[] }>(
    'Performance.getMetrics',
  );
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

/** Chooses the scores shown: with "điểm tự chấm" a lower value needs no reason. */
export async function showStage(page: PageSession, stage: 'self' | 'final'): Promise<void> {
  await page.evaluate(`(() => {
    const select = document.querySelector('[data-testid="stage-select"]');
    select.value = '${stage}';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
  await pause(REST_MS);
}
