/**
 * The score sheet as a spreadsheet, beside a bare AG Grid page (plain `createGrid`, no React) with the same rows,
 * columns and size: scrolling, opening an editor, editing a large block, dragging a range, memory.
 * Both windows are open; each rests while the other is measured.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { editCell, pressKey, showStage } from './bench-edit.ts';
import { readMemory } from './bench-memory.ts';
import type { BenchRow } from './bench-row.ts';
import { prepareApps, type Apps } from './bench-start.ts';
import type { PageSession } from './devtools.ts';
import { readBlock, type SampleBlock } from './sample-block.ts';
import { makeSheetOffice } from './sheet-office.ts';
import { sheetProbeSource } from './sheet-probe.ts';
import { compareSeries, median } from './statistics.ts';
import { openWindow, type WindowUnderTest } from './window-under-test.ts';

const UNITS = 110;
const MANY_UNITS = 10_600;
const LEAVES = 88;
const PEER = 'bare AG Grid page';
const SCROLL_FRAMES = 320;
const REST_MS = 150;
const MOVE_MS = 12;
const DRAGGED_CELLS = 40 * 20;
const MOST_PULLS = 40;
/** 40 rows and 20 columns have gone by. */
const IS_FAR = `(() => {
  const { scrollTop, scrollLeft } = document.querySelector('.ag-grid-viewport');
  return scrollTop >= 40 * 28 && scrollLeft >= 20 * 66;
})()`;

type Point = readonly [x: number, y: number];

interface Windows {
  readonly product: WindowUnderTest;
  readonly peer: WindowUnderTest;
}

/** All measurements; `rounds` of each on both sides. Making the large office file takes minutes. */
export async function benchSheet(rounds: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const small = await prepare(UNITS);
  await withWindows(small.apps, async ({ product, peer }) => {
    const scrolled = await scrollBoth({ product, peer }, rounds);
    rows.push(...scrollRows(`${UNITS} × ${LEAVES}`, scrolled));
    rows.push(await benchEditor({ product, peer }, small.block, rounds * 4));
    rows.push(await benchDrag(product.page, small.block, scrolled.theirs, rounds));
  });
  const large = await prepare(MANY_UNITS);
  await withWindows(large.apps, async (windows) => {
    if (process.platform === 'linux') rows.push(await benchLargeMemory(windows));
    rows.push(...scrollRows(`${MANY_UNITS} × ${LEAVES}`, await scrollBoth(windows, rounds)));
    rows.push(await benchRepaint(windows, large.block, rounds * 4));
  });
  return rows;
}

/** Once, both windows as they are after their start. */
async function benchLargeMemory({ product, peer }: Windows): Promise<BenchRow> {
  const [value, peerValue] = [await readMemory(product.pid), await readMemory(peer.pid)];
  const name = `memory of all processes, ${MANY_UNITS} units`;
  return { name, value, unit: 'MB', peerName: PEER, peerValue, ratio: value / peerValue, target: null };
}

async function prepare(unitCount: number): Promise<{ readonly block: SampleBlock; readonly apps: Apps }> {
  const block = await readBlock(await makeSheetOffice(unitCount));
  return { block, apps: await prepareApps(block) };
}

async function withWindows(apps: Apps, measure: (windows: Windows) => Promise<void>): Promise<void> {
  const [product, peer] = [await openWindow(apps.matrix), await openWindow(apps.bareGrid)];
  try {
    for (const { page } of [product, peer]) {
      await page.evaluate('window.bench.grid');
      await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      await page.evaluate(sheetProbeSource());
    }
    await measure({ product, peer });
  } finally {
    await Promise.all([product.close(), peer.close()]);
  }
}

interface Frames {
  readonly ours: readonly (readonly number[])[];
  readonly theirs: readonly (readonly number[])[];
}

async function scrollBoth({ product, peer }: Windows, rounds: number): Promise<Frames> {
  const [ours, theirs]: [(readonly number[])[], (readonly number[])[]] = [[], []];
  for (let round = -1; round < rounds; round++) {
    for (const [{ page }, series] of [
      [product, ours],
      [peer, theirs],
    ] as const) {
      await pause(REST_MS);
      const frames = await page.evaluate<readonly number[]>(`window.sheetBench.scroll(${SCROLL_FRAMES})`);
      // The first round warms both up.
      if (round >= 0) series.push(frames);
    }
  }
  return { ours, theirs };
}

function scrollRows(size: string, { ours, theirs }: Frames): BenchRow[] {
  const names = { peerName: PEER, unit: '%', target: 1.2 };
  return [
    compareShares({ ...names, name: `scrolling ${size}: frames over 25 ms` }, ours, theirs, 25, 25),
    compareSeries(
      { name: `scrolling ${size}: median frame`, peerName: PEER, unit: 'ms', target: null },
      ours.map(median),
      theirs.map(median),
    ),
  ];
}

/** Shares of long frames in percent, one per round. A peer without any counts as if it had one. */
function compareShares(
  names: Pick<BenchRow, 'name' | 'peerName' | 'unit' | 'target'>,
  ours: readonly (readonly number[])[],
  theirs: readonly (readonly number[])[],
  ourLimitMs: number,
  theirLimitMs: number,
): BenchRow {
  const share = (rounds: readonly (readonly number[])[], limitMs: number) =>
    rounds.map((frames) => (100 * frames.filter((length) => length > limitMs).length) / frames.length);
  const { fastestRatio: _, ...row } = compareSeries(names, share(ours, ourLimitMs), share(theirs, theirLimitMs));
  const least = 100 / SCROLL_FRAMES;
  return { ...row, ratio: row.value / Math.max(row.peerValue, least) };
}

/** A digit typed on a cell until its editor is painted; the editor is left with Esc. */
async function benchEditor({ product, peer }: Windows, block: SampleBlock, times: number): Promise<BenchRow> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let i = -2; i < times; i++) {
    for (const [{ page }, series] of [
      [product, ours],
      [peer, theirs],
    ] as const) {
      if (i < 0) await page.evaluate(`document.querySelector('.ag-grid-viewport').scrollTo(0, 0)`);
      await clickCell(page, cellOf(block, (i + 2) % 10, 0));
      await page.evaluate('window.sheetBench.watchEditor()');
      await pause(REST_MS);
      await pressKey(page, '1', '1', 49);
      const openMs = await page.evaluate<number>('window.sheetBench.editorMs()');
      if (i >= 0) series.push(openMs);
      await pressKey(page, 'Escape', '', 27);
      await pause(REST_MS);
    }
  }
  return compareSeries({ name: 'key press to painted editor', peerName: PEER, unit: 'ms', target: 1.2 }, ours, theirs);
}

async function benchRepaint({ product, peer }: Windows, block: SampleBlock, times: number): Promise<BenchRow> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  await showStage(product.page, 'self');
  for (const { page } of [product, peer]) {
    await page.evaluate(`document.querySelector('.ag-grid-viewport').scrollTo(0, 0)`);
  }
  await pause(REST_MS * 4);
  for (let i = -1; i < times; i++) {
    const cell = cellOf(block, (i + 1) % 10, Math.floor((i + 1) / 10) % 5);
    const text = Math.floor((i + 1) / 50) % 2 === 0 ? '0.1' : '0.2';
    const own = await editCell(product.page, cell, text.replace('.', ','));
    const bare = await editCell(peer.page, cell, text);
    if (i < 0) continue;
    ours.push(own.repaintMs);
    theirs.push(bare.repaintMs);
  }
  const name = `Enter to repainted cell, ${MANY_UNITS} units`;
  return compareSeries({ name, peerName: PEER, unit: 'ms', target: 1.5 }, ours, theirs);
}

/**
 * A range of at least 40 × 20 cells dragged with the mouse, past the lower right corner and back up: frames over
 * 50 ms, beside those of the bare page while it only scrolls.
 */
async function benchDrag(
  page: PageSession,
  block: SampleBlock,
  bareFrames: Frames['theirs'],
  rounds: number,
): Promise<BenchRow> {
  const ours: (readonly number[])[] = [];
  for (let round = -1; round < rounds; round++) {
    await page.evaluate(`document.querySelector('.ag-grid-viewport').scrollTo(0, 0)`);
    await pause(REST_MS);
    const box = await page.evaluate<{ left: number; top: number; right: number; bottom: number }>(`(() => {
      const cell = document.querySelector(${JSON.stringify(cellOf(block, 1, 0))});
      const first = cell.getBoundingClientRect();
      const view = document.querySelector('.ag-grid-viewport').getBoundingClientRect();
      const pinned = document.querySelector('.ag-row [col-id=total]').getBoundingClientRect();
      return { left: first.x + 20, top: first.y + 10, right: pinned.left - 30, bottom: view.bottom - 40 };
    })()`);
    const mouse = (type: string, x: number, y: number) =>
      page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
    await mouse('mousePressed', box.left, box.top);
    await page.evaluate('window.sheetBench.startFrames()');
    const go = async (steps: number, [x0, y0]: Point, [x1, y1]: Point) => {
      for (let i = 1; i <= steps; i++) {
        await mouse('mouseMoved', x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps);
        await pause(MOVE_MS);
      }
    };
    const [start, corner, beyond]: readonly [Point, Point, Point] = [
      [box.left, box.top],
      [box.right, box.bottom],
      [box.right + 60, box.bottom + 70],
    ];
    await go(60, start, corner);
    // Outside the sheet it scrolls on under the pointer.
    for (let i = 0; i < MOST_PULLS && !(await page.evaluate<boolean>(IS_FAR)); i++) await go(20, corner, beyond);
    await go(40, beyond, corner);
    const frames = await page.evaluate<readonly number[]>('window.sheetBench.stopFrames()');
    await mouse('mouseReleased', box.right, box.bottom);
    await pause(REST_MS);
    const count = await countSelected(page);
    if (count < DRAGGED_CELLS) throw new Error(`The drag selected only ${count} cells.`);
    if (round >= 0) ours.push(frames);
  }
  const names = { name: 'dragging a range over 40 × 20 cells: frames over 50 ms', peerName: `${PEER} scrolling` };
  return compareShares({ ...names, unit: '%', target: 1 }, ours, bareFrames, 50, 50);
}

/** As the status bar says it. */
async function countSelected(page: PageSession): Promise<number> {
  const text = await page.evaluate<string>(
    `document.querySelector('[data-testid=selection-sums] span')?.textContent ?? ''`,
  );
  return Number(text.replace(/\D/g, ''));
}

function cellOf(block: SampleBlock, u: number, l: number): string {
  return `[row-id="${block.unitIds[u] ?? ''}"] [col-id="${block.editableLeafIds[l] ?? ''}"]`;
}

async function clickCell(page: PageSession, cell: string): Promise<void> {
  const { x, y } = await page.evaluate<{ x: number; y: number }>(`(() => {
    const box = document.querySelector(${JSON.stringify(cell)}).getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  })()`);
  for (const type of ['mousePressed', 'mouseReleased']) {
    await page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }
}
