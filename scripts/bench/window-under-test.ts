/**
 * Starts an Electron app – the product or a peer – the way a person's double click would, with nothing added but
 * Chromium's debugging port, and measures from the moment before its process exists. Called by the benchmarks.
 */
import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { readLaunchSettings } from '#e2e/driver/launch-settings.ts';
import { killTree } from '#e2e/driver/process-tree.ts';
import { connectDevTools, type PageSession } from './devtools.ts';
import { pageProbeSource } from './page-probe.ts';

const CLOSE_TIMEOUT_MS = 10_000;
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 100;

/** An app to start: its folder, where it keeps its own files, and its further arguments. */
export interface AppToMeasure {
  readonly folder: string;
  readonly userData: string;
  readonly args: readonly string[];
}

export interface WindowUnderTest {
  readonly pid: number;
  readonly page: PageSession;
  /** Wall clock in ms, right before the process was started. */
  readonly startedAt: number;
  close(): Promise<void>;
}

/** Starts the app and resolves when its page has loaded. */
export async function openWindow({ folder, userData, args }: AppToMeasure): Promise<WindowUnderTest> {
  const words = ['--remote-debugging-port=0', folder, `--user-data-dir=${userData}`, ...args];
  const startedAt = performance.timeOrigin + performance.now();
  const app = spawn(readLaunchSettings().executable, words, { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise<void>((resolve) => app.once('exit', () => resolve()));
  const { pid } = app;
  if (pid === undefined) throw new Error('The app could not be started.');
  const timer = globalThis.setTimeout(() => killTree(pid), START_TIMEOUT_MS);
  try {
    const devTools = await connectDevTools(await readAddress(app.stderr, gone), pageProbeSource());
    const page = await devTools.page;
    await untilLoaded(page);
    return {
      ...{ pid, page, startedAt },
      async close() {
        const closeTimer = globalThis.setTimeout(() => killTree(pid), CLOSE_TIMEOUT_MS);
        devTools.close();
        await gone;
        clearTimeout(closeTimer);
      },
    };
  } catch (error) {
    killTree(pid);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The line Chromium prints once its debugging port is open. */
function readAddress(stderr: NodeJS.ReadableStream, gone: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    void gone.then(() => reject(new Error(`The app ended before it had a page:\n${said}`)));
  });
}

/** Waits for the page's own document, with few questions so that the page is not disturbed while it starts. */
async function untilLoaded(page: PageSession): Promise<void> {
  for (;;) {
    await setTimeout(POLL_MS);
    const state = await page
      .evaluate<string>(`location.protocol === 'about:' ? '' : document.readyState + typeof window.bench`)
      .catch(() => '');
    if (state === 'completeobject') return;
    if (state === 'completeundefined') throw new Error('The page started before it could be measured.');
  }
}
