/**
 * Cold start: from before the process exists until something is painted, for the product and its peers in turn. The
 * user-data folder of each app has been used once before, as on every day but the first; the operating system's file
 * cache is warm.
 */
import { makeSharedFolder, readLaunchSettings } from '#e2e/driver/launch-settings.ts';
import type { BenchRow } from './bench-row.ts';
import { makeBareGrid, makeEmptyWindow, type BareGridData } from './make-peers.ts';
import type { SampleBlock } from './sample-block.ts';
import { compareSeries } from './statistics.ts';
import { openWindow, type AppToMeasure } from './window-under-test.ts';

const SHELL_TARGET = 1.4;
const GRID_TARGET = 1.2;

interface Contestant {
  readonly app: AppToMeasure;
  readonly mark: 'shell' | 'grid';
  readonly timesMs: number[];
}

/** The apps every benchmark with windows needs, with their own user data. */
export interface Apps {
  readonly empty: AppToMeasure;
  readonly bareGrid: AppToMeasure;
  /** The product without a file. */
  readonly shell: AppToMeasure;
  /** The product with the sample year on its command line. */
  readonly matrix: AppToMeasure;
}

/** Builds the peers; the bare grid gets the size the product's grid has on the screen. */
export async function prepareApps(block: SampleBlock): Promise<Apps> {
  const { appFolder } = readLaunchSettings();
  const app = (name: string, folder: string, ...args: string[]): AppToMeasure => {
    return { folder, userData: makeSharedFolder(`user-data-${name}`), args };
  };
  const matrix = app('matrix', appFolder, block.officePath);
  const product = await lookAtGrid(matrix);
  const folder = await makeBareGrid({
    columns: block.columns,
    rows: block.rows,
    rowCount: block.unitCount,
    box: product.box,
  });
  const bareGrid = app('bare', folder);
  const peer = await lookAtGrid(bareGrid);
  if (product.size !== peer.size) throw new Error(`The grids differ: ${product.size} and ${peer.size} rows × columns.`);
  return { empty: app('empty', makeEmptyWindow()), bareGrid, shell: app('shell', appFolder), matrix };
}

/** Medians of `repetitions` starts of each app, one after the other. */
export async function benchStart(apps: Apps, repetitions: number): Promise<BenchRow[]> {
  const contestant = (app: AppToMeasure, mark: Contestant['mark']): Contestant => ({ app, mark, timesMs: [] });
  const empty = contestant(apps.empty, 'shell');
  const shell = contestant(apps.shell, 'shell');
  const bareGrid = contestant(apps.bareGrid, 'grid');
  const matrix = contestant(apps.matrix, 'grid');
  for (let round = -1; round < repetitions; round++) {
    for (const { app, mark, timesMs } of [empty, shell, bareGrid, matrix]) {
      const timeMs = await measureStart(app, mark, app !== apps.empty);
      // The first round only fills the caches of the user-data folders.
      if (round >= 0) timesMs.push(timeMs);
    }
  }
  return [
    compareSeries(
      { name: 'cold start to painted shell', peerName: 'empty window', unit: 'ms', target: SHELL_TARGET },
      shell.timesMs,
      empty.timesMs,
    ),
    compareSeries(
      { name: 'cold start to painted matrix', peerName: 'bare AG Grid page', unit: 'ms', target: GRID_TARGET },
      matrix.timesMs,
      bareGrid.timesMs,
    ),
    compareSeries(
      { name: 'bare AG Grid page, for scale', peerName: 'empty window', unit: 'ms', target: null },
      bareGrid.timesMs,
      empty.timesMs,
    ),
  ];
}

async function measureStart(app: AppToMeasure, mark: Contestant['mark'], mustWatch: boolean): Promise<number> {
  const window = await openWindow(app);
  try {
    const paintedAt = await window.page.evaluate<number>(`window.bench.${mark}`);
    if (mustWatch && (await window.page.evaluate<boolean>('window.bench.isLate'))) {
      throw new Error('The page was there before the probe; its first paint says nothing about its shell.');
    }
    return paintedAt - window.startedAt;
  } finally {
    await window.close();
  }
}

async function lookAtGrid(app: AppToMeasure): Promise<{ box: BareGridData['box']; size: string }> {
  const { page, close } = await openWindow(app);
  await page.evaluate('window.bench.grid');
  const answer = await page.evaluate<{ box: BareGridData['box']; size: string }>(`(() => {
    const { width, height } = document.querySelector('.ag-root-wrapper').getBoundingClientRect();
    const root = document.querySelector('[aria-colcount]');
    return { box: { width, height }, size: root.ariaRowCount + ' × ' + root.ariaColCount };
  })()`);
  await close();
  return answer;
}
