/**
 * Scores between the score sheet and a real LibreOffice Calc through the clipboard of the X display, both ways, in a
 * Vietnamese and in an English Calc: every decimal arrives, and a text stays a text.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { openCalc, whyNoCalc, type CalcLocale, type CalcWindow } from '#e2e/driver/calc-window.ts';
import { scoringPage, type ScoringPage } from '#e2e/pages/scoring-page.ts';
import { sheetPage, type SheetPage } from '#e2e/pages/sheet-page.ts';
import { launchOnSample } from './support/sample-office.ts';

/** What the display's clipboard holds before a copy, so that what is read after it is the copy. */
const NOTHING_YET = 'chưa chép';
const decimalOf: Readonly<Record<CalcLocale, string>> = { 'vi-VN': ',', 'en-US': '.' };

let driver: AppDriver;
let scoring: ScoringPage;
let sheet: SheetPage;

const reason = whyNoCalc();

describe.skipIf(reason !== null)(`the clipboard${reason === null ? '' : ` (${reason})`}`, () => {
  beforeAll(async () => {
    ({ driver } = await launchOnSample());
    scoring = scoringPage(driver.page);
    await scoring.openMatrix('K3');
    // Self-scored points: no reasons are asked for.
    await scoring.stage('self');
    sheet = await sheetPage(driver);
  });
  afterAll(() => driver?.close());

  describe.each(['vi-VN', 'en-US'] as const)('with LibreOffice Calc in %s', (locale) => {
    let calc: CalcWindow;
    const inCalc = (text: string) => text.replaceAll(',', decimalOf[locale]);

    beforeAll(async () => {
      calc = await openCalc(locale, [
        [0.25, 0.375],
        [1, 0.062_5],
        ['kad', '0,5'],
      ]);
    });
    afterAll(() => calc?.close());
    beforeEach(() => sheet.setClipboard(NOTHING_YET));
    afterEach(() => driver.page.keyboard.press('Escape'));

    it('brings numbers from Calc with all decimals', async () => {
      await sheet.put('P40 4.1.1', '0\t0\n0\t0');
      await sheet.setClipboard(NOTHING_YET);
      await calc.press('ctrl+Home', 'shift+Right', 'shift+Down', 'ctrl+c');
      await expect.poll(() => sheet.clipboardText()).toBe(`${inCalc('0,25\t0,375')}\n${inCalc('1\t0,0625')}\n`);
      await sheet.click('P40 4.1.1');
      await sheet.press('Control+v');
      await sheet.settled();
      // The screen shows three decimals, the editor all of them.
      await expect.poll(() => sheet.texts('P40 4.1.1', 'P41 4.1.2')).toBe('0,250 0,375\n1,000 0,063');
      await sheet.click('P41 4.1.2');
      await sheet.press('F2');
      await expect.poll(() => sheet.editorText()).toBe('0,0625');
    });

    it('asks before a text from Calc becomes anything', async () => {
      await sheet.put('P40 4.1.1', '0,1\t0,1');
      await sheet.setClipboard(NOTHING_YET);
      await calc.press('ctrl+Home', 'Down', 'Down', 'shift+Right', 'ctrl+c');
      await expect.poll(() => sheet.clipboardText()).toBe('kad\t0,5\n');
      await sheet.click('P40 4.1.1');
      await sheet.press('Control+v');
      await driver.page.getByTestId('plan-kinds').waitFor();
      await driver.page.getByTestId('plan-write').click();
      await sheet.settled();
      expect(await sheet.texts('P40 4.1.1', 'P40 4.1.2')).toBe('0,100 0,500');
    });

    it('takes a range to Calc with names, codes and all decimals', async ({ skip }) => {
      await sheet.put('P40 4.1.1', '0,123456\t0,5\n1\t0,0625');
      await sheet.click('P40 4.1.1');
      await sheet.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+Shift+c');
      await expect.poll(() => sheet.clipboardText()).toMatch(/4\.1\.1\t4\.1\.2\r?\nP40/);
      const [header = [], first = []] = (await sheet.clipboardText()).split(/\r?\n/).map((line) => line.split('\t'));
      await calc.press('ctrl+Home', 'Down', 'Down', 'Down', 'Down');
      // Calc is not what is tested: without a window manager its question now and then does not come.
      const isPasted = await calc.paste().then(
        () => true,
        () => false,
      );
      if (!isPasted) return skip('Calc did not ask how to paste.');
      const pasted = (await calc.save()).slice(4);
      expect(pasted.map((row) => row.map((cell) => cell?.value))).toEqual([
        header,
        [...first.slice(0, -2), 0.123456, 0.5],
        ['P41', expect.any(String), 1, 0.0625],
      ]);
      expect(pasted.map((row) => row.slice(-2).map((cell) => cell?.shown))).toEqual([
        ['4.1.1', '4.1.2'],
        [inCalc('0,123456'), inCalc('0,5')],
        ['1', inCalc('0,0625')],
      ]);
    });
  });
});
