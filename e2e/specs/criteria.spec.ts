/**
 * Bộ tiêu chí in the window: a maximum that breaks the sum is shown where it breaks and cannot be issued; repaired and
 * issued, score grid and ranking follow; a rule is built by the form and tried; bad input is refused at its field.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { criteriaPage, type CriteriaPage } from '#e2e/pages/criteria-page.ts';
import { rankingPage, type RankingPage } from '#e2e/pages/ranking-page.ts';
import { scoringPage, type ScoringPage } from '#e2e/pages/scoring-page.ts';
import { shell, type ShellPage } from '#e2e/pages/shell.ts';
import { findAccessibilityProblems } from './support/find-accessibility-problems.ts';
import { launchOnSample } from './support/sample-office.ts';

let driver: AppDriver;
let office: string;
let frame: ShellPage;
let criteria: CriteriaPage;
let ranking: RankingPage;
let scoring: ScoringPage;

function bind(to: AppDriver): void {
  driver = to;
  frame = shell(driver.page);
  criteria = criteriaPage(driver.page);
  ranking = rankingPage(driver.page);
  scoring = scoringPage(driver.page);
}

beforeAll(async () => {
  const opened = await launchOnSample();
  office = opened.office;
  bind(opened.driver);
  await driver.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1366, 768));
  await criteria.open();
});
afterAll(() => driver?.close());

const press = (keys: string) => driver.page.keyboard.press(keys);

describe('a maximum that breaks the sum', () => {
  it('shows the set of the block with its sums', async () => {
    expect(await criteria.row('set')).toMatchObject({ sum: '100,00', max: '100,00', wrong: false });
    expect(await criteria.row('1.1')).toMatchObject({ level: 'criterion', sum: '3,00', max: '3,00' });
    expect(await criteria.state.innerText()).toBe('Có hiệu lực: phiên bản 1');
  });

  it('turns the sums wrong while it is typed, at every level above', async () => {
    await criteria.select('1.1.4');
    await criteria.type('node-max', '1,75');
    await expect.poll(() => criteria.row('1.1')).toMatchObject({ sum: '4,00', max: '3,00', wrong: true });
    expect(await criteria.row('set')).toMatchObject({ sum: '101,00', wrong: true });
    await criteria.save();
    await expect.poll(() => criteria.state.innerText()).toMatch(/đang sửa 1 chỗ, chưa ban hành · 2 chỗ chưa đúng/);
  });

  it('is not issued, and the refusal leads to the place', async () => {
    await criteria.openIssue();
    expect(await criteria.places()).toEqual([
      expect.stringMatching(/Cả bộ tiêu chí\s+Tổng điểm tối đa là 101 khác thang điểm 100/),
      expect.stringMatching(/1\.1 Kế hoạch CCHC năm\s+Tổng điểm tối đa của các mục con là 4 khác điểm của mục 3/),
    ]);
    expect(await driver.page.getByTestId('issue-confirm').getAttribute('aria-disabled')).toBe('true');
    await criteria.issueDialog.getByRole('button', { name: /1\.1 Kế hoạch/ }).click();
    await expect.poll(() => criteria.form.locator('h2').innerText()).toBe('Tiêu chí 1.1');
  });

  it('is repaired by taking the sum and lowering another leaf', async () => {
    await criteria.press('take-sum');
    await expect.poll(() => criteria.row('1.1')).toMatchObject({ sum: '4,00', max: '4,00', wrong: false });
    expect(await criteria.row('I')).toMatchObject({ sum: '15,00', max: '14,00', wrong: true });
    await criteria.select('1.3.3');
    await criteria.type('node-max', '0,5');
    await criteria.save();
    await criteria.select('1.3');
    await criteria.press('take-sum');
    await expect.poll(() => criteria.row('I')).toMatchObject({ sum: '14,00', max: '14,00', wrong: false });
    expect(await criteria.row('set')).toMatchObject({ sum: '100,00', wrong: false });
  });

  it('is issued with what it does to scored cells said before; grid and ranking follow; undo takes all back', async () => {
    await frame.goTo('ranking');
    const before = await ranking.readRows();
    await criteria.open();
    await criteria.openIssue();
    expect(await criteria.differences()).toMatchObject({
      '1.1.4': 'Điểm tối đa0,751,75',
      '1.3.3': 'Điểm tối đa1,500,50',
    });
    const consequences = await driver.page.getByTestId('criteria-consequences').innerText();
    expect(consequences).toMatch(/1\.3\.3\s+Số liệu kê khai cho điểm khác/);
    await driver.screenshot('criteria-issue');
    await criteria.confirmIssue();
    await expect.poll(() => criteria.state.innerText()).toBe('Có hiệu lực: phiên bản 2');
    await frame.goTo('ranking');
    await expect
      .poll(async () => (await ranking.readRows()).map(({ index }) => index))
      .not.toEqual(before.map(({ index }) => index));
    await frame.goTo('scoring');
    const unit = before[0]!.code;
    await expect
      .poll(async () => Number((await scoring.textOf(unit, '1.3.3')).replace(',', '.')))
      .toBeLessThanOrEqual(0.5);
    await frame.goTo('ranking');
    await frame.undoButton.click();
    await expect
      .poll(async () => (await ranking.readRows()).map(({ index }) => index))
      .toEqual(before.map(({ index }) => index));
    await criteria.open();
    expect(await criteria.state.innerText()).toMatch(/phiên bản 1 · đang sửa 4 chỗ/);
  });
});

describe('a rule built by the form', () => {
  it('adds a leaf by key, codes it, and tries its ratio rule with the engine', async () => {
    await criteria.select('1.1.4');
    await driver.page.locator('[data-code="1.1.4"]').focus();
    await press('Insert');
    await expect.poll(() => criteria.form.locator('h2').innerText()).toBe('Tiêu chí thành phần 1.1.5');
    await criteria.type('node-max', '2');
    await criteria.type('node-name', 'Tỷ lệ nhiệm vụ số hóa');
    await criteria.choose('rule-kind', 'ratio');
    await criteria.type('rule-floor', '60');
    const tryIt = driver.page.getByTestId('try-it');
    await tryIt.getByTestId('declared-numerator').fill('9');
    await tryIt.getByTestId('declared-denominator').fill('10');
    await expect.poll(() => criteria.tryOutcome.innerText()).toMatch(/1,8/);
    await tryIt.getByTestId('declared-numerator').fill('5');
    await expect.poll(() => criteria.tryOutcome.innerText()).toMatch(/^0 điểm/);
    await driver.screenshot('criteria-try-it');
    await criteria.save();
    expect(await criteria.row('1.1.5')).toMatchObject({ name: 'Tỷ lệ nhiệm vụ số hóa', max: '2,00' });
  });

  it.each([
    ['an overlap', { 'rule-1-from': '60' }, 'Các khoảng chồng lên nhau'],
    ['a gap', { 'rule-1-from': '80' }, 'Giữa các khoảng có chỗ trống'],
    ['an open end', { 'rule-1-from': '70', 'rule-1-to': '100' }, 'Các khoảng không phủ hết giá trị có thể có'],
    [
      'points above the maximum',
      { 'rule-1-to': '', 'rule-1-points': '2,5' },
      'Điểm của một mức (2,5) lớn hơn điểm tối đa 2',
    ],
  ] as const)('refuses %s at its field and stays', async (_, fields, sentence) => {
    await criteria.choose('rule-kind', 'step');
    for (const [field, text] of Object.entries(fields)) await criteria.type(field, text);
    await expect.poll(() => criteria.problems()).toEqual([sentence]);
    await driver.page.locator('[data-code="1.2"]').click();
    await expect.poll(() => frame.toasts.last().innerText()).toMatch(/còn chỗ sai/);
    expect(await criteria.form.locator('h2').innerText()).toBe('Tiêu chí thành phần 1.1.5');
  });

  it('refuses a code twice and a missing name, and goes back to what is stored', async () => {
    await criteria.press('node-revert');
    await criteria.type('node-code', '1.1.1');
    await criteria.type('node-name', '');
    await expect.poll(() => criteria.problems()).toEqual(['Mã bị trùng', 'Thiếu tên']);
    await criteria.press('node-revert');
    expect(await criteria.problems()).toEqual([]);
    await frame.closeToasts();
  });
});

describe('the tree by keyboard', () => {
  it('moves, indents and removes with the selection kept, each one step of undo', async () => {
    await driver.page.locator('[data-code="1.1.5"]').focus();
    await press('Alt+ArrowUp');
    const order = async () => (await criteria.rows()).map(({ code }) => code).filter((code) => code.startsWith('1.1.'));
    await expect.poll(order).toEqual(['1.1.1', '1.1.2', '1.1.3', '1.1.5', '1.1.4']);
    await press('Alt+ArrowLeft');
    await expect.poll(async () => (await criteria.row('1.1.5')).level).toBe('criterion');
    await press('Alt+ArrowRight');
    await expect.poll(async () => (await criteria.row('1.1.5')).level).toBe('subCriterion');
    await press('Delete');
    await expect.poll(order).toEqual(['1.1.1', '1.1.2', '1.1.3', '1.1.4']);
    await press('Control+z');
    await expect.poll(order).toEqual(['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5']);
  });

  it('numbers anew when asked', async () => {
    await criteria.choose('criteria-numbering', 'decimal');
    await expect.poll(async () => (await criteria.rows())[1]?.code).toBe('1');
    await criteria.choose('criteria-numbering', 'roman');
    await expect.poll(async () => (await criteria.rows())[1]?.code).toBe('I');
  });

  it('is accessible, with the form of a branch and of a leaf', async () => {
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    await criteria.selectSet();
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
  });
});

it('keeps the edited set over a restart', async () => {
  await criteria.selectSet();
  await criteria.type('set-name', 'Bộ tiêu chí K1 – sửa năm 2024');
  await criteria.save();
  await frame.saved();
  const rows = await criteria.rows();
  bind(await driver.relaunch({ office }));
  await frame.opened();
  await criteria.open();
  expect(await criteria.rows()).toEqual(rows);
  expect(await criteria.state.innerText()).toMatch(/phiên bản 1 · đang sửa/);
  await criteria.select('1.1.4');
  await driver.setTheme('dark');
  await criteria.open();
  await criteria.select('1.1.4');
  await driver.screenshot('criteria-dark');
  await criteria.press('criteria-discard');
  await expect.poll(() => criteria.state.innerText()).toBe('Có hiệu lực: phiên bản 1');
});
