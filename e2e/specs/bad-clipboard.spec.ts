/**
 * What a clipboard may hold that is no clean table: huge, ragged, hostile or unreadable contents, and numbers in every
 * Vietnamese and English form. Each is pasted with Ctrl+V from the system's clipboard into the score sheet and becomes a
 * plan or a sentence, never a wrong number, and the window answers all the while. The longest block of the page's main
 * thread is printed for the largest, not judged: it belongs to the machine.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { scoringPage } from '#e2e/pages/scoring-page.ts';
import { sheetPage, type SheetPage } from '#e2e/pages/sheet-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { launchOnSample } from './support/sample-office.ts';

const HOME = 'P40 4.1.1';
const MEGABYTE = 2 ** 20;

let driver: AppDriver;
let sheet: SheetPage;

beforeAll(async () => {
  ({ driver } = await launchOnSample());
  const scoring = scoringPage(driver.page);
  await scoring.openMatrix('K3');
  // Self-scored points: no reasons are asked for.
  await scoring.stage('self');
  sheet = await sheetPage(driver);
});
afterAll(() => driver?.close());
afterEach(async () => {
  const cancel = driver.page.getByTestId('plan-cancel');
  if (await cancel.isVisible()) await cancel.click();
  await sheet.settled();
});

const dialog = () => driver.page.getByTestId('plan-dialog');
const bubble = () => driver.page.getByTestId('cell-bubble');
const write = async (): Promise<void> => {
  await driver.page.getByTestId('plan-write').click();
  await sheet.settled();
};
const kinds = (): Promise<string> => driver.page.getByTestId('plan-kinds').innerText();
const base = (): Promise<void> => sheet.put(HOME, '0\t0\t0\n0\t0\t0\n0\t0\t0\n0\t0\t0');
const texts = (): Promise<string> => sheet.texts(HOME, 'P43 4.1.3');
const UNTOUCHED = Array.from({ length: 4 }, () => '0,000 0,000 0,000').join('\n');

/** Ctrl+V from the system's clipboard; the page is asked a question meanwhile and must answer it. */
async function paste(text: string, html?: string): Promise<void> {
  const { page } = driver;
  await sheet.setClipboard(text, html);
  await sheet.click(HOME);
  await page.evaluate(watchBlocks);
  await sheet.press('Control+v');
  expect(await page.evaluate(() => 'pong')).toBe('pong');
  await sheet.settled();
}

/** Prints how long the page could not answer since the paste began. */
async function sayLongestBlock(name: string): Promise<void> {
  console.log(`${name}: longest block ${Math.round(await driver.page.evaluate(readLongestBlock))} ms`);
}

describe('too much', () => {
  it.each([
    ['13 MB of text', () => 'x'.repeat(13 * MEGABYTE), /12 triệu ký tự/],
    ['10 MB of cells', () => '1\t1\n'.repeat((10 * MEGABYTE) / 4), /2 triệu/],
  ])('says so: %s', async (name, make, sentence) => {
    await base();
    await paste(make());
    await expect.poll(() => bubble().innerText()).toMatch(sentence);
    await sayLongestBlock(name);
    expect(await texts()).toBe(UNTOUCHED);
  });

  it('plans 10 MB in one cell as no number', async () => {
    await base();
    await paste('7'.repeat(10 * MEGABYTE));
    await expect.poll(kinds).toMatch(/1 không phải là số/);
    await sayLongestBlock('10 MB in one cell');
    await driver.page.getByTestId('plan-cancel').click();
    expect(await texts()).toBe(UNTOUCHED);
  });

  it('plans 1.000.001 cells, of which nearly all are outside the sheet', async () => {
    await base();
    await paste(Array.from({ length: 1_000_001 }, () => '0,5').join('\n'));
    await expect.poll(kinds, { timeout: 30_000 }).toMatch(/ngoài/);
    await sayLongestBlock('1.000.001 cells');
    await driver.page.getByTestId('plan-cancel').click();
    expect(await texts()).toBe(UNTOUCHED);
  });
});

describe('long work', () => {
  it.each([
    ['its button', () => driver.page.getByTestId('work-stop').click()],
    ['Esc', () => sheet.press('Escape')],
  ])('goes on while the sheet answers keys, and is stopped by %s', async (_, stop) => {
    await base();
    await sheet.setClipboard('0,5\n'.repeat(1_900_000));
    await sheet.click(HOME);
    await sheet.press('Control+v');
    const strip = driver.page.getByTestId('sheet-work');
    await strip.waitFor();
    await sheet.press('ArrowDown');
    expect(await sheet.selection()).toBe('P41 × 4.1.1 @ P41 4.1.1');
    await stop();
    await strip.waitFor({ state: 'detached' });
    await expect.poll(() => bubble().innerText()).toContain('chưa ghi ô nào');
    expect(await dialog().isVisible()).toBe(false);
    expect(await texts()).toBe(UNTOUCHED);
  });
});

describe('unclean tables', () => {
  it('leaves alone what a ragged row does not reach', async () => {
    await base();
    await paste('0,1\t0,2\n0,3\n0,4\t0,5\t0,6');
    if (await dialog().isVisible()) await write();
    expect(await texts()).toBe('0,100 0,200 0,000\n0,300 0,000 0,000\n0,400 0,500 0,600\n0,000 0,000 0,000');
  });

  it('runs nothing that HTML brings along', async () => {
    await base();
    const evil = 'window.pasted = true';
    await paste(
      '0,25\t0,5',
      `<script>${evil}</script><table onclick="${evil}"><tr><td>0,25<script>${evil};0,9</script></td>` +
        `<td><img src="x:" onerror="${evil}"><svg onload="${evil}"></svg><iframe src="javascript:${evil}"></iframe>` +
        `0,5<style>9</style></td></tr></table>`,
    );
    expect(await texts()).toBe(UNTOUCHED.replace('0,000 0,000', '0,250 0,500'));
    expect(await driver.page.evaluate(() => 'pasted' in window)).toBe(false);
  });

  it.each([
    ['formulas', '=1+1\t=SUM(A1:A2)\t@A1', 3],
    ['control characters', '0,\u00015\t0,5\u0007\t\u001b[1m1', 3],
    ['bidirectional and lone surrogates', '\u202e5,0\t\ud8001\t1\udc00', 3],
    ['dates and times', '1/2\t01/02/2023\t1:30', 3],
    ['words', 'không\tđạt\tNaN', 3],
  ])('takes no number out of %s', async (_, text, problems) => {
    await base();
    await paste(text);
    await expect.poll(kinds).toBe(`${problems} không phải là số`);
    expect(await driver.page.getByTestId('plan-write').isEnabled()).toBe(false);
    await driver.page.getByTestId('plan-cancel').click();
    expect(await texts()).toBe(UNTOUCHED);
  });

  it('finds units by names in decomposed Unicode, in another order', async () => {
    await base();
    const names = ['Công an tỉnh Gia Lai', 'Công an tỉnh Kon Tum'].map((name) => name.normalize('NFD'));
    await paste(`Đơn vị\t4.1.1\n${names[0]}\t0,7\n${names[1]}\t0,3`.normalize('NFD'));
    await write();
    expect(await texts()).toBe('0,300 0,000 0,000\n0,700 0,000 0,000\n0,000 0,000 0,000\n0,000 0,000 0,000');
  });

  it('says that a picture is nothing to paste', async () => {
    await base();
    await sheet.click(HOME);
    // The versions of Electron put pictures on the clipboard in different ways; the event they raise is this one.
    await driver.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(8)], 'image.png', { type: 'image/png' }));
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect.poll(() => bubble().innerText()).toMatch(/không có gì để dán/);
    expect(await texts()).toBe(UNTOUCHED);
  });
});

/** Shown three decimals of what was written; a question or a refusal leaves the cell at 0. */
const NUMBERS: readonly (readonly [text: string, shown: string])[] = [
  ['0,5', '0,500'],
  ['0.5', '0,500'],
  [' 0,5 ', '0,500'],
  ['\u00a00,5\u202f', '0,500'],
  [',5', '0,500'],
  ['.5', '0,500'],
  ['+0,5', '0,500'],
  ['0,50', '0,500'],
  ['1', '1,000'],
  ['01', '1,000'],
  ['1,0', '1,000'],
  ['1.00', '1,000'],
  ['0,125', '0,125'],
  ['0.125', '0,125'],
  ['0,0625', '0,063'],
];
const NO_NUMBERS: readonly string[] = [
  '1.250',
  '1.000.000',
  '1,000,000',
  '1.000,5',
  '1,000.5',
  '1 000',
  "1'000",
  '-0,5',
  '−0,5',
  '(0,5)',
  '50%',
  '50 %',
  '0,5 điểm',
  '5e-1',
  '0x1',
  '1/2',
  '½',
  '0,1234567',
  '0,5,5',
  '0..5',
  '1.2.3',
  'Infinity',
  '9999999999999999999999',
];

describe('numbers', () => {
  it.each(NUMBERS)('reads "%s" as %s', async (text, shown) => {
    await sheet.put(HOME, '0');
    await paste(text);
    expect(await dialog().isVisible()).toBe(false);
    await expect.poll(() => sheet.texts(HOME, HOME)).toBe(shown);
  });

  it.each(NO_NUMBERS)('asks or refuses before "%s" becomes anything', async (text) => {
    await sheet.put(HOME, '0');
    await paste(text);
    await dialog().waitFor();
    expect(await driver.page.getByTestId('plan-write').isEnabled()).toBe(false);
    await driver.page.getByTestId('plan-cancel').click();
    expect(await sheet.texts(HOME, HOME)).toBe('0,000');
  });

  it('is on disk as shown', async () => {
    await shell(driver.page).saved();
  });
});

interface BlockWatch {
  longestBlockMs?: number;
}

/** Runs in the page: the longest time the main thread could not begin anything new. */
function watchBlocks(): void {
  const watch = window as unknown as BlockWatch;
  const isWatching = watch.longestBlockMs !== undefined;
  watch.longestBlockMs = 0;
  if (isWatching) return;
  let last = performance.now();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    watch.longestBlockMs = Math.max(watch.longestBlockMs ?? 0, now - last);
    last = now;
    setTimeout(() => port2.postMessage(null), 4);
  };
  port2.postMessage(null);
}

/** Runs in the page. */
function readLongestBlock(): number {
  return (window as unknown as BlockWatch).longestBlockMs ?? 0;
}
