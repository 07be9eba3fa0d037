/** The tools around the score sheet in the real window: history of steps, find and replace, go to, filters by value. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { scoringPage, type ScoringPage } from '#e2e/pages/scoring-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { toolsPage, type ToolsPage } from '#e2e/pages/tools-page.ts';
import { findAccessibilityProblems } from './support/find-accessibility-problems.ts';
import { launchOnSample } from './support/sample-office.ts';

let driver: AppDriver;
let scoring: ScoringPage;
let tools: ToolsPage;

beforeAll(async () => {
  ({ driver } = await launchOnSample());
  scoring = scoringPage(driver.page);
  tools = toolsPage(driver.page);
  await driver.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768));
  await scoring.openMatrix('K3');
});
afterAll(() => driver?.close());

const press = (key: string): Promise<void> => driver.page.keyboard.press(key);
const id = (testId: string) => driver.page.getByTestId(testId);

async function focus(unit: string, leaf: string): Promise<void> {
  await (await scoring.cell(unit, leaf)).click();
}

async function picture(name: string): Promise<void> {
  await driver.screenshot(`cong-cu-${name}`);
}

describe('history of steps', () => {
  it('lists the own steps with names and goes back and forward by click', async () => {
    await scoring.type('P22', '4.2.1', '0,25');
    await scoring.settled();
    await scoring.type('P22', '4.2.1', '0,5');
    await scoring.settled();
    await scoring.type('P22', '4.2.1', '0,75');
    await scoring.settled();
    await focus('P22', '4.2.1');
    await press('Control+Shift+h');
    await tools.history.waitFor();
    await expect.poll(() => tools.historyLines.count()).toBe(3);
    expect(await tools.historyLines.first().innerText()).toMatch(/Nhập điểm[\s\S]*đang ở đây/);
    await picture('lich-su');
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);

    await tools.historyLines.nth(2).click();
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,250');
    await expect.poll(() => tools.historyLines.nth(2).getAttribute('aria-current')).toBe('step');
    expect(await tools.historyLines.first().innerText()).toContain('đã hoàn tác');

    await tools.historyLines.first().click();
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,750');
  });

  it('goes by keyboard, to before all steps and back, and follows new steps', async () => {
    await id('history-list').focus();
    await press('End');
    await press('Enter');
    await expect.poll(() => id('history-start').getAttribute('aria-current')).toBe('step');
    await expect.poll(() => shell(driver.page).undoButton.isDisabled()).toBe(true);
    await press('Home');
    await press('Enter');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,750');
    await scoring.type('P07', '5.3.1', '1');
    await scoring.settled();
    await expect.poll(() => tools.historyLines.count()).toBe(4);
    await press('Control+z');
    await expect.poll(() => tools.historyLines.first().innerText()).toContain('đã hoàn tác');
    await id('history-list').focus();
    await press('Escape');
    await tools.history.waitFor({ state: 'hidden' });
    expect(await tools.hasSheetFocus()).toBe(true);
  });
});

describe('find and replace', () => {
  it('finds units without diacritics, says which of how many, and goes round', async () => {
    await focus('P22', '4.2.1');
    await tools.find('thai');
    await expect.poll(() => tools.findCount.innerText()).toMatch(/^\d+ kết quả$/);
    const count = Number((await tools.findCount.innerText()).split(' ')[0]);
    expect(count).toBeGreaterThan(1);
    await press('Enter');
    await expect.poll(() => tools.findCount.innerText()).toMatch(new RegExp(`^\\d+/${count}$`));
    const first = await tools.findCount.innerText();
    // The bar keeps the keyboard while the sheet moves.
    expect(await id('find-text').evaluate((element) => element === document.activeElement)).toBe(true);
    for (let i = 0; i < count; i++) await press('F3');
    await expect.poll(() => tools.findCount.innerText()).toBe(first);
    await press('Shift+F3');
    await expect.poll(() => tools.findCount.innerText()).not.toBe(first);
    await picture('tim');
    await id('find-ignoreDiacritics').uncheck();
    await expect.poll(() => tools.findCount.innerText()).not.toMatch(new RegExp(`/${count}$`));
    await id('find-ignoreDiacritics').check();
    await tools.closeFind();
    expect(await tools.hasSheetFocus()).toBe(true);
  });

  it('jumps to a criterion by its name, and keeps looking with F3 in the sheet', async () => {
    await tools.find('5.3.1');
    await press('Enter');
    await expect.poll(() => tools.activeCell()).toMatch(/ 5\.3\.1$/);
    await tools.closeFind();
  });

  it('finds the whole cell only, in the selection only', async () => {
    await scoring.type('P22', '4.2.1', '0,75');
    await scoring.settled();
    await focus('P22', '4.2.1');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await tools.find('0,75');
    expect(await id('find-scope').inputValue()).toBe('selection');
    await expect.poll(() => tools.findCount.innerText()).toMatch(/\b1\b/);
    await id('find-wholeCell').check();
    await expect.poll(() => tools.findCount.innerText()).toMatch(/\b1\b/);
    await id('find-text').fill('0,7');
    await expect.poll(() => tools.findCount.innerText()).toBe('Không thấy');
    await id('find-wholeCell').uncheck();
    await tools.closeFind();
  });

  it('replaces in the selection as one step that one undo takes back', async () => {
    // Three equal values that no self-scored one stands above: at the stage of self-scoring nothing is a cut.
    await scoring.stage('self');
    for (const unit of ['P30', 'P31', 'P32']) {
      await scoring.type(unit, '4.2.1', '0,75');
      await scoring.settled();
    }
    await focus('P30', '4.2.1');
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await tools.find('0,75', 'replace');
    await id('replace-text').fill('1');
    await expect.poll(() => tools.findCount.innerText()).toMatch(/3/);
    await id('replace-all').click();
    await expect.poll(() => tools.findCount.innerText()).toBe('Đã thay 3 ô');
    await scoring.settled();
    await tools.closeFind();
    expect(await scoring.textOf('P32', '4.2.1')).toBe('1,000');
    await focus('P30', '4.2.1');
    await press('Control+z');
    await expect.poll(() => scoring.textOf('P32', '4.2.1')).toBe('0,750');
    expect(await scoring.textOf('P30', '4.2.1')).toBe('0,750');
  });

  it('shows what cannot be written before it writes anything', async () => {
    await focus('P30', '4.2.1');
    await press('Shift+ArrowDown');
    await tools.find('0,75', 'replace');
    await id('replace-text').fill('9');
    await expect.poll(() => tools.findCount.innerText()).toMatch(/2/);
    await id('replace-all').click();
    await expect.poll(() => id('plan-dialog').count()).toBe(1);
    await press('Escape');
    await id('plan-dialog').waitFor({ state: 'hidden' });
    await id('find-close').click();
    expect(await scoring.textOf('P30', '4.2.1')).toBe('0,750');
    await scoring.stage('final');
  });
});

describe('go to', () => {
  it('goes to a leaf by the start of its code, and to a unit by its name without diacritics', async () => {
    await focus('P22', '4.2.1');
    await press('Control+g');
    await tools.goTo.waitFor();
    await id('go-to-text').fill('5.3.1');
    await picture('den');
    await press('Enter');
    await expect.poll(() => tools.activeCell()).toBe('P22 5.3.1');
    await expect.poll(() => tools.hasSheetFocus()).toBe(true);
    await press('Control+g');
    await id('go-to-text').fill('p07');
    await press('Enter');
    await expect.poll(() => tools.activeCell()).toBe('P07 5.3.1');
  });

  it('offers recent ones first, and goes to another block', async () => {
    await press('Control+g');
    await expect.poll(() => id('go-to-item').first().innerText()).toContain('P07');
    expect(await id('go-to-item').first().innerText()).toContain('vừa đến');
    await id('go-to-text').fill('v03');
    await press('Enter');
    await expect.poll(() => tools.activeCell()).toMatch(/^V03 /);
    await scoring.openMatrix('K3');
  });

  it('goes by unit too', async () => {
    await scoring.openUnit('P22');
    await (await scoring.unitCell('4.2.1', 'final')).click();
    await press('Control+g');
    await id('go-to-text').fill('5.3.1');
    await press('Enter');
    await expect.poll(() => tools.activeCell()).toMatch(/^5\.3\.1 /);
    await press('Control+g');
    await id('go-to-text').fill('P23');
    await press('Enter');
    await expect.poll(() => id('unit-select').locator('option:checked').innerText()).toMatch(/^P23 /);
    await scoring.openMatrix('K3');
  });
});

describe('filters', () => {
  it('filters by values with counts, says how many are left, and takes it back', async () => {
    await tools.headerMenu('class');
    await tools.pick('filter');
    await tools.filterList.waitFor();
    const counts = await id('filter-value').allInnerTexts();
    const sum = counts.reduce((total, text) => total + Number(/(\d+)\s*$/.exec(text)?.[1] ?? 0), 0);
    expect(sum).toBe(63);
    await picture('loc-gia-tri');
    const [first = ''] = counts;
    const label = first.replace(/\s*\d+\s*$/, '').trim();
    const count = Number(/(\d+)\s*$/.exec(first)?.[1]);
    await press('Escape');
    await tools.filterTo('class', label);
    await expect.poll(() => tools.filterState.innerText()).toContain(`Đang lọc ${count}/63 đơn vị`);
    expect((await tools.rowCodes()).length).toBeLessThanOrEqual(count);
    await picture('dang-loc');
    await id('filter-off').click();
    await tools.filterState.waitFor({ state: 'hidden' });
  });
});
