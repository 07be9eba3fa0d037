/**
 * A paste of a whole block from the system's clipboard: Ctrl+V until the plan is painted, and the confirming click until
 * everything is on disk and repainted. The first line of the clipboard holds the codes of the leaves, as a copy with
 * headers does, because sums stand between the leaves of the sheet. There is no peer; the limit is named.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { makeSharedFolder, readLaunchSettings } from '#e2e/driver/launch-settings.ts';
import { showStage } from './bench-edit.ts';
import type { BenchRow } from './bench-row.ts';
import type { PageSession } from './devtools.ts';
import { pasteProbeSource, type PasteTimes } from './paste-probe.ts';
import { readBlock, type SampleBlock } from './sample-block.ts';
import { makeSheetOffice } from './sheet-office.ts';
import { median, spread } from './statistics.ts';
import { openWindow } from './window-under-test.ts';

const UNITS = 110;
const LIMIT_MS = 1_500;
const REST_MS = 600;
const CTRL = 2;
/** Shares of the largest points, in turn, so that every paste changes every cell. */
const SHARES = [1, 0.5] as const;

/** Medians of `repetitions` pastes of one window; the first one, which warms up, is not counted. */
export async function benchPaste(repetitions: number): Promise<BenchRow[]> {
  const block = await readBlock(await makeSheetOffice(UNITS));
  const userData = makeSharedFolder('user-data-paste');
  const { page, close } = await openWindow({
    folder: readLaunchSettings().appFolder,
    userData,
    args: [block.officePath],
  });
  const series: PasteTimes[] = [];
  try {
    await page.evaluate('window.bench.grid');
    await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await page.evaluate(pasteProbeSource());
    // Self-scored points: no reasons are asked for.
    await showStage(page, 'self');
    for (let round = 0; round <= repetitions; round++) {
      const times = await paste(page, tableOf(block, SHARES[round % SHARES.length] ?? 1));
      if (round > 0) series.push(times);
    }
  } finally {
    await close();
  }
  const cells = block.unitCount * block.leaves.length;
  const row = (name: string, read: (times: PasteTimes) => number, isJudged: boolean): BenchRow => {
    const values = series.map(read);
    const value = median(values);
    const names = { name: `paste of ${cells} cells: ${name}`, unit: 'ms', peerName: `limit ${LIMIT_MS} ms` };
    const target = isJudged ? 1 : null;
    return {
      ...names,
      ...{ value, peerValue: LIMIT_MS, ratio: value / LIMIT_MS, target },
      ...{ spread: spread(values), repetitions: values.length },
    };
  };
  return [
    row('Ctrl+V to painted plan', ({ planMs }) => planMs, false),
    row('confirmed to on disk', ({ savedMs }) => savedMs, false),
    row('confirmed to on disk and repainted', ({ doneMs }) => doneMs, false),
    row('longest block of the main thread', ({ longestBlockMs }) => longestBlockMs, false),
    row('in all', ({ planMs, doneMs }) => planMs + doneMs, true),
  ];
}

/** The clipboard of another program: codes above, a line per unit; points of a survey stay blank, being locked. */
function tableOf({ leaves, unitCount }: SampleBlock, share: number): string {
  const points = leaves.map(({ maxMicro, isSurvey }) =>
    isSurvey ? '' : String((maxMicro * share) / 1_000_000).replace('.', ','),
  );
  const rows = Array.from({ length: unitCount }, () => points.join('\t'));
  return [leaves.map(({ code }) => code).join('\t'), ...rows].join('\r\n');
}

async function paste(page: PageSession, text: string): Promise<PasteTimes> {
  await page.send('Runtime.evaluate', {
    expression: `window.pasteBench.copy(${JSON.stringify(text)})`,
    userGesture: true,
  });
  await page.evaluate(`document.querySelector('.ag-grid-viewport').scrollTo(0, 0)`);
  await pause(REST_MS);
  await click(page, '.ag-row[row-index="0"] .ag-grid-scrolling-cells .ag-cell');
  await page.evaluate('window.pasteBench.watch()');
  await pause(REST_MS);
  const key = { key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86, modifiers: CTRL };
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await page.evaluate('window.pasteBench.planned()');
  await pause(REST_MS);
  await click(page, '[data-testid=plan-write]');
  return page.evaluate<PasteTimes>('window.pasteBench.done()');
}

async function click(page: PageSession, selector: string): Promise<void> {
  const { x, y } = await page.evaluate<{ x: number; y: number }>(`(() => {
    const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  })()`);
  for (const type of ['mousePressed', 'mouseReleased']) {
    await page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }
}
