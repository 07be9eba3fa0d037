/**
 * The tools around the score sheet in the real window: history of steps, find and replace, go to, filters, sort over
 * several columns, frozen and hidden columns, zoom, what is remembered, menus and the F1 sheet.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { scoringPage, type ScoringPage } from '#e2e/pages/scoring-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { toolsPage, type ToolsPage } from '#e2e/pages/tools-page.ts';
import { findAccessibilityProblems } from './support/find-accessibility-problems.ts';
import { launchOnSample } from './support/sample-office.ts';

let driver: AppDriver;
let office: string;
let scoring: ScoringPage;
let tools: ToolsPage;

beforeAll(async () => {
  ({ driver, office } = await launchOnSample());
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
    await expect.poll(() => tools.historyLines.first().innerText()).toMatch(/Nhập điểm[\s\S]*đang ở đây/);
    await picture('lich-su');
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);

    await tools.historyLines.nth(2).click();
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,250');
    await expect.poll(() => tools.historyLines.nth(2).getAttribute('aria-current')).toBe('step');
    await expect.poll(() => tools.historyLines.first().innerText()).toContain('đã hoàn tác');

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
    await expect.poll(() => tools.hasSheetFocus()).toBe(true);
  });
});

describe('find and replace', () => {
  it('finds units without diacritics, says which of how many, and goes round', async () => {
    await focus('P22', '4.2.1');
    await tools.find('thai');
    await expect.poll(() => tools.findCount.innerText()).toMatch(/^([2-9]|\d{2,}) kết quả$/);
    const count = Number((await tools.findCount.innerText()).split(' ')[0]);
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
    await expect.poll(() => tools.hasSheetFocus()).toBe(true);
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
    await expect.poll(() => id('find-scope').inputValue()).toBe('selection');
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
    await expect.poll(() => tools.findCount.innerText()).toMatch(/^(\d+\/)?3( |$)/);
    await id('replace-all').click();
    await expect.poll(() => tools.findCount.innerText()).toBe('Đã thay 3 ô');
    await scoring.settled();
    await tools.closeFind();
    await expect.poll(() => scoring.textOf('P32', '4.2.1')).toBe('1,000');
    await focus('P30', '4.2.1');
    await press('Control+z');
    await expect.poll(() => scoring.textOf('P32', '4.2.1')).toBe('0,750');
    await expect.poll(() => scoring.textOf('P30', '4.2.1')).toBe('0,750');
  });

  it('shows what cannot be written before it writes anything', async () => {
    await focus('P30', '4.2.1');
    await press('Shift+ArrowDown');
    await tools.find('0,75', 'replace');
    await id('replace-text').fill('9');
    await expect.poll(() => tools.findCount.innerText()).toMatch(/^(\d+\/)?2( |$)/);
    await id('replace-all').click();
    await expect.poll(() => id('plan-dialog').count()).toBe(1);
    await press('Escape');
    await id('plan-dialog').waitFor({ state: 'hidden' });
    await id('find-close').click();
    await expect.poll(() => scoring.textOf('P30', '4.2.1')).toBe('0,750');
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
    await expect.poll(() => id('go-to-item').first().innerText()).toContain('vừa đến');
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

describe('filters and sort', () => {
  it('filters by values with counts, says how many are left, and takes it back', async () => {
    await tools.headerMenu('class');
    await tools.pick('filter');
    await tools.filterList.waitFor();
    const countOf = (text: string) => Number(/(\d+)\s*$/.exec(text)?.[1] ?? 0);
    await expect
      .poll(async () => (await id('filter-value').allInnerTexts()).reduce((sum, text) => sum + countOf(text), 0))
      .toBe(63);
    await picture('loc-gia-tri');
    const first = await id('filter-value').first().innerText();
    const label = first.replace(/\s*\d+\s*$/, '').trim();
    const count = countOf(first);
    await press('Escape');
    await tools.filterTo('class', label);
    await expect.poll(() => tools.filterState.innerText()).toContain(`Đang lọc ${count}/63 đơn vị`);
    await expect.poll(async () => (await tools.rowCodes()).length).toBeLessThanOrEqual(count);
    await picture('dang-loc');
    await id('filter-off').click();
    await tools.filterState.waitFor({ state: 'hidden' });
  });

  it('filters by a condition on numbers, keeps rows still while typing, and filters again when asked', async () => {
    await scoring.type('P22', '4.2.1', '0,75');
    await scoring.settled();
    const leaf = (await (await scoring.cell('P22', '4.2.1')).getAttribute('col-id')) ?? '';
    await focus('P22', '4.2.1');
    await press('Alt+ArrowDown');
    await tools.filterList.waitFor();
    await id('filter-condition').selectOption('between');
    await id('filter-from').fill('abc');
    await id('filter-apply').click();
    await expect.poll(() => tools.filterList.innerText()).toContain('Nhập số');
    await id('filter-from').fill('0,75');
    await id('filter-to').fill('0.75');
    await id('filter-apply').click();
    await tools.filterState.waitFor();
    await expect.poll(() => tools.rowCodes()).toContain('P22');
    await expect.poll(() => tools.rowCodes()).not.toContain('P01');
    const before = await tools.rowCodes();
    await scoring.type('P22', '4.2.1', '0,8');
    await scoring.settled();
    expect(await tools.rowCodes()).toEqual(before);
    await id('filter-again').click();
    await expect.poll(() => tools.rowCodes()).not.toContain('P22');
    // Off and on again without losing it, though no row is left to stand on.
    await press('Control+Shift+l');
    await expect.poll(() => tools.filterState.count()).toBe(0);
    await press('Control+Shift+l');
    await tools.filterState.waitFor();
    await tools.headerMenu(leaf);
    await tools.pick('clearFilter');
    await tools.filterState.waitFor({ state: 'hidden' });
    await scoring.type('P22', '4.2.1', '0,75');
    await scoring.settled();
  });

  it('sorts by one column, then by another, and shows the order of both', async () => {
    await tools.headerMenu('class');
    await tools.pick('sortUp');
    await tools.headerMenu('unit');
    await tools.pick('thenDown');
    const rank = (columnId: string) =>
      tools
        .header(columnId)
        .locator('.sheet-header-sort')
        .evaluate((element) => getComputedStyle(element, '::after').content);
    await expect.poll(() => rank('class')).toBe('"1"');
    await expect.poll(() => rank('unit')).toBe('"2"');
    await picture('sap-xep');
    await tools.headerMenu('unit');
    await tools.pick('clearSort');
    await expect.poll(async () => (await tools.rowCodes()).join()).toMatch(/P02,P03,P04|P04,P05,P06/);
  });
});

describe('columns and size', () => {
  it('hides and shows columns by field, finds them by name, never hides all', async () => {
    await id('tool-columns').click();
    await tools.columns.waitFor();
    await picture('cot');
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    const shown = await id('columns-shown').innerText();
    await id('columns-search').fill('4.2.1');
    await driver.page.locator('.column-line:not(.is-group)').filter({ hasText: '4.2.1' }).locator('input').uncheck();
    await expect.poll(() => id('columns-shown').innerText()).not.toBe(shown);
    await id('columns-all').click();
    await expect.poll(() => id('columns-shown').innerText()).toBe(shown);
    await id('column-unit').waitFor({ state: 'hidden' });
    await id('columns-search').fill('');
    await id('column-unit').locator('input').uncheck();
    await expect.poll(() => tools.header('unit').count()).toBe(0);
    await id('columns-reset').click();
    await expect.poll(() => tools.header('unit').count()).toBe(1);
    await id('columns-search').press('Escape');
    await tools.columns.waitFor({ state: 'hidden' });
  });

  it('freezes up to a column and lets go', async () => {
    const leaf = (await (await scoring.cell('P01', '1.1.1')).getAttribute('col-id')) ?? '';
    const before = await tools.frozen();
    expect(before).not.toContain(leaf);
    await tools.headerMenu(leaf);
    await tools.pick('freeze');
    await expect.poll(() => tools.frozen()).toContain(leaf);
    await picture('co-dinh');
    await tools.headerMenu(leaf);
    await tools.pick('unfreeze');
    await expect.poll(() => tools.frozen()).toEqual(before);
    await tools.headerMenu('rank');
    expect(await id('cell-freeze').isDisabled()).toBe(true);
    expect(await id('cell-freeze').innerText()).toContain('bên phải');
    await press('Escape');
  });

  it('zooms with keys and with the wheel, within bounds', async () => {
    await focus('P01', '1.1.1');
    const usual = await tools.widthOf('unit');
    await press('Control+=');
    await press('Control+=');
    await expect.poll(() => id('zoom-state').innerText()).toBe('120 %');
    await expect.poll(() => tools.widthOf('unit')).toBe(Math.round(usual * 1.2));
    await press('Control+-');
    await expect.poll(() => id('zoom-state').innerText()).toBe('110 %');
    await press('Control+0');
    await expect.poll(() => id('zoom-state').count()).toBe(0);
    await expect.poll(() => tools.widthOf('unit')).toBe(usual);
    await driver.page.keyboard.down('Control');
    for (let i = 0; i < 8; i++) await driver.page.mouse.wheel(0, -100);
    await driver.page.keyboard.up('Control');
    await expect.poll(() => id('zoom-state').innerText()).toBe('160 %');
    const textSizePx = (percent: number) =>
      expect
        .poll(() =>
          driver.page.evaluate(() => getComputedStyle(document.querySelector('.ag-cell') as Element).fontSize),
        )
        .toBe(`${(13 * percent) / 100}px`);
    await textSizePx(160);
    await picture('phong-to');
    await id('zoom-state').click();
    await expect.poll(() => tools.widthOf('unit')).toBe(usual);
    await textSizePx(100);
  });

  it('comes back to the same widths after zooming in and out, and after another sheet was shown', async () => {
    const widths = () => driver.page.evaluate(readHeaderWidths);
    await focus('P01', '1.1.1');
    const usual = await widths();
    for (const key of ['=', '=', '=', '=', '=', '=', ...'---------', '=', '=', '=']) await press(`Control+${key}`);
    await expect.poll(() => id('zoom-state').count()).toBe(0);
    await expect.poll(widths).toEqual(usual);

    await scoring.openUnit('P22');
    const form = await widths();
    for (const key of ['=', '=', '-', '-']) await press(`Control+${key}`);
    await expect.poll(widths).toEqual(form);
    await scoring.openMatrix('K3');
    await expect.poll(widths).toEqual(usual);
  });

  it('hides what is selected with its key', async () => {
    const leaf = (await (await scoring.cell('P01', '1.1.1')).getAttribute('col-id')) ?? '';
    await focus('P01', '1.1.1');
    await press('Alt+0');
    await expect.poll(() => tools.header(leaf).count()).toBe(0);
    await id('tool-columns').click();
    await id('columns-all').click();
    await expect.poll(() => tools.header(leaf).count()).toBe(1);
    await id('columns-close').click();
  });
});

describe('menus', () => {
  it('does what it says to the cell, and says why not', async () => {
    await (await scoring.cell('P22', '4.2.1')).click({ button: 'right' });
    await tools.menu.waitFor();
    await picture('menu-o');
    expect(await id('cell-fillSeries').isDisabled()).toBe(true);
    expect(await id('cell-fillSeries').innerText()).toContain('hai ô');
    await tools.pick('filterByValue');
    await expect.poll(() => tools.filterState.innerText()).toMatch(/Đang lọc \d+\/63/);
    await id('filter-off').click();
    await (await scoring.resultCell('P22', 'rank')).click({ button: 'right' });
    await tools.menu.waitFor();
    expect(await id('cell-edit').isDisabled()).toBe(true);
    await press('Escape');
    await tools.menu.waitFor({ state: 'hidden' });
  });

  it('opens with Shift+F10 and is walked by keyboard', async () => {
    await focus('P22', '4.2.1');
    await press('Shift+F10');
    await tools.menu.waitFor();
    await press('Escape');
    await tools.menu.waitFor({ state: 'hidden' });
    await expect.poll(() => tools.hasSheetFocus()).toBe(true);
  });

  it('copies and pastes by menu', async () => {
    await scoring.stage('self');
    await scoring.type('P30', '4.2.1', '0,5');
    await scoring.settled();
    await (await scoring.cell('P30', '4.2.1')).click({ button: 'right' });
    await tools.menu.waitFor();
    await tools.pick('copy');
    await (await scoring.cell('P31', '4.2.1')).click({ button: 'right' });
    await tools.menu.waitFor();
    await tools.pick('paste');
    await expect.poll(() => scoring.textOf('P31', '4.2.1')).toBe('0,500');
    await scoring.settled();
    await scoring.stage('final');
  });
});

describe('F1', () => {
  it('lists every key of the table, searchable', async () => {
    await focus('P22', '4.2.1');
    await press('F1');
    await tools.keySheet.waitFor();
    const rows = id('key-row');
    const all = await rows.count();
    expect(all).toBeGreaterThan(70);
    await picture('phim');
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    await id('keys-search').fill('dien xuong');
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.innerText()).toContain('Ctrl+D');
    await press('Escape');
    await tools.keySheet.waitFor({ state: 'hidden' });
    await expect.poll(() => tools.hasSheetFocus()).toBe(true);
  });
});

describe('what is remembered', () => {
  it('brings widths, hidden and frozen columns, sort, filter and zoom back after a restart, by orientation', async () => {
    const leaf = (await (await scoring.cell('P01', '1.1.1')).getAttribute('col-id')) ?? '';
    await focus('P01', '1.1.1');
    await press('Control+=');
    await tools.headerMenu(leaf);
    await tools.pick('freeze');
    await tools.headerMenu('unit');
    await tools.pick('sortDown');
    await tools.filterTo('class', 'Tốt');
    await expect.poll(() => tools.filterState.innerText()).toMatch(/Đang lọc \d+\/63/);
    const filtered = await tools.filterState.innerText();
    const box = await tools.header('code').boundingBox();
    if (!box) throw new Error('no header');
    await driver.page.mouse.move(box.x + box.width - 1, box.y + box.height / 2);
    await driver.page.mouse.down();
    await driver.page.mouse.move(box.x + box.width + 39, box.y + box.height / 2, { steps: 4 });
    await driver.page.mouse.up();
    await expect.poll(() => tools.widthOf('code')).toBeGreaterThan(90);
    const width = await tools.widthOf('code');
    await id('tool-columns').click();
    await id('column-rank').locator('input').uncheck();
    await id('columns-close').click();
    await expect.poll(() => tools.header('rank').count()).toBe(0);

    driver = await driver.relaunch({ office });
    await shell(driver.page).opened();
    scoring = scoringPage(driver.page);
    tools = toolsPage(driver.page);
    await scoring.openMatrix('K3');
    await expect.poll(() => id('zoom-state').innerText()).toBe('110 %');
    await expect.poll(() => tools.filterState.innerText()).toBe(filtered);
    await expect.poll(() => tools.widthOf('code')).toBe(width);
    await expect.poll(() => tools.header('rank').count()).toBe(0);
    await expect.poll(() => tools.frozen()).toContain(leaf);
    await expect.poll(() => tools.header('unit').locator('.sheet-header-sort').getAttribute('data-sort')).toBe('desc');

    await scoring.openUnit('P22');
    await expect.poll(() => id('zoom-state').count()).toBe(0);
    await scoring.openMatrix('K1');
    await expect.poll(() => id('zoom-state').count()).toBe(0);
    await scoring.openMatrix('K3');
    await expect.poll(() => id('zoom-state').innerText()).toBe('110 %');
    await id('filter-off').click();
    await id('tool-columns').click();
    await id('columns-reset').click();
    await id('columns-close').click();
    await expect.poll(() => tools.header('rank').count()).toBe(1);
  });
});

describe('in the dark', () => {
  it('shows every tool without a barrier', async () => {
    await driver.setTheme('dark');
    await shell(driver.page).opened();
    await scoring.openMatrix('K3');
    await focus('P05', '1.1.2');
    await tools.find('thai', 'replace');
    await press('Enter');
    await id('tool-columns').click();
    await tools.columns.waitFor();
    await tools.headerMenu('rank');
    await tools.pick('filter');
    await tools.filterList.waitFor();
    await driver.screenshot('cong-cu-tim-cot-loc-dark');
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    await press('Escape');
    await id('columns-close').click();
    await tools.closeFind();
    await id('tool-history').click();
    await tools.history.waitFor();
    await (await scoring.cell('P05', '1.1.2')).click({ button: 'right' });
    await tools.menu.waitFor();
    await driver.screenshot('cong-cu-lich-su-menu-dark');
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    await press('Escape');
    await id('history-close').click();
    await press('Control+g');
    await tools.goTo.waitFor();
    await driver.screenshot('cong-cu-den-dark');
    await press('Escape');
    await press('F1');
    await tools.keySheet.waitFor();
    await driver.screenshot('cong-cu-phim-dark');
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    await press('Escape');
  });
});

/** Runs in the page: painted widths of the column headers in the document. */
function readHeaderWidths(): Readonly<Record<string, number>> {
  const headers = [...document.querySelectorAll<HTMLElement>('.ag-header-cell[col-id]')];
  return Object.fromEntries(headers.map((each) => [each.getAttribute('col-id') ?? '', each.offsetWidth]));
}
