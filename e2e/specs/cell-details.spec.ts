/**
 * The details of a cell in the real window: declared data whose rule gives the points while one types, threads of
 * comments, documents with files, and the mark of what changed since a milestone.
 */
import { readFile, writeFile } from 'node:fs/promises';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { cellDetailsPage, type CellDetailsPage } from '#e2e/pages/cell-details-page.ts';
import { scoringPage, type ScoringPage } from '#e2e/pages/scoring-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { launchOnSample } from './support/sample-office.ts';

const UNIT = 'P22';
/** A unit whose ratio was never cut: the first cut has to ask. */
const UNCUT = 'P05';
const RATIO_LEAF = '1.1.4';

let driver: AppDriver;
let scoring: ScoringPage;
let details: CellDetailsPage;

beforeAll(async () => {
  ({ driver } = await launchOnSample());
  scoring = scoringPage(driver.page);
  details = cellDetailsPage(driver.page);
});
afterAll(() => driver?.close());

const press = (key: string): Promise<void> => driver.page.keyboard.press(key);

async function focus(unit: string, leaf: string): Promise<void> {
  await scoring.openMatrix('K3');
  await (await scoring.cell(unit, leaf)).click();
}

async function middleOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error('Not in sight.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function classesOf(unit: string, leaf: string): Promise<string> {
  return (await (await scoring.cell(unit, leaf)).getAttribute('class')) ?? '';
}

/** Escape ends the panel's turn: the keyboard is on the cell again. */
function isOnSheet(): Promise<boolean> {
  return driver.page.evaluate(() => document.activeElement?.closest('[role=gridcell]') !== null);
}

describe('declared data', () => {
  it('gives the points at every key, writes both, and the rank follows', async () => {
    await focus(UNCUT, RATIO_LEAF);
    await press('Alt+k');
    await details.field('numerator').waitFor();
    const focused = () => driver.page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    await expect.poll(focused).toBe('declared-numerator');
    const rank = Number(await scoring.rankOf(UNCUT));
    await details.declare('denominator', '40');
    await details.declare('numerator', '10');
    await expect.poll(() => details.outcome.innerText()).toMatch(/0,00 điểm[^]*25,00 % dưới ngưỡng 70 %/);
    await details.declare('numerator', '30,5');
    await expect.poll(() => details.outcome.innerText()).toMatch(/76,25 % ×/);
    await details.declare('numerator', '30.5');
    await expect.poll(() => details.outcome.innerText()).toMatch(/76,25 % ×/);
    await details.declare('numerator', '50');
    await expect.poll(() => details.outcome.innerText()).toBe('Tử số 50 lớn hơn mẫu số 40');
    await details.declare('numerator', '1');
    await press('Enter');
    // Below the self-scored points: nothing is written without a reason.
    await expect.poll(() => details.panel.innerText()).toContain('Thấp hơn điểm tự chấm: cần ghi lý do.');
    await driver.page.getByTestId('declared-reason').fill('Số liệu không khớp báo cáo');
    await press('Enter');
    await expect.poll(() => driver.page.getByTestId('declared-saved').innerText()).toMatch(/Đã ghi: 1\/40 = 2,50 %/);
    await expect.poll(() => scoring.textOf(UNCUT, RATIO_LEAF)).toBe('0,000');
    await expect.poll(async () => Number(await scoring.rankOf(UNCUT))).toBeGreaterThan(rank);
    await press('Escape');
    await expect.poll(isOnSheet).toBe(true);
    await press('Control+z');
    await expect.poll(async () => Number(await scoring.rankOf(UNCUT))).toBe(rank);
  });

  it('says what it does not understand, asks about "1.234", and gives up with Esc', async () => {
    await focus(UNCUT, RATIO_LEAF);
    await details.open('declared');
    const before = await details.field('numerator').inputValue();
    await details.declare('numerator', 'abc');
    await expect.poll(() => details.panel.innerText()).toContain('Không phải là số');
    await details.declare('numerator', '1.234');
    await details.panel.getByRole('button', { name: '1234', exact: true }).click();
    expect(await details.field('numerator').inputValue()).toBe('1234');
    await details.field('numerator').press('Escape');
    expect(await details.field('numerator').inputValue()).toBe(before);
  });

  it('makes a leaf not applicable where nothing arose', async () => {
    await focus(UNCUT, RATIO_LEAF);
    await details.open('declared');
    await details.declare('numerator', '0');
    await details.declare('denominator', '0');
    await expect.poll(() => details.outcome.innerText()).toMatch(/Mẫu số 0: không phát sinh/);
    await details.field('numerator').press('Escape');
  });
});

describe('comments', () => {
  it('open with Shift+F2, form a thread, mark the cell until the thread is closed', async () => {
    await focus(UNIT, '4.2.1');
    expect(await classesOf(UNIT, '4.2.1')).not.toContain('score-comment');
    await press('Shift+F2');
    await details.panel.getByTestId('comment-new').waitFor();
    await expect
      .poll(() => driver.page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
      .toBe('comment-new');
    await driver.page.keyboard.type('Thiếu quyết định phê duyệt?');
    await press('Control+Enter');
    await expect.poll(() => details.threads.count()).toBe(1);
    await details.reply('Thiếu quyết định', 'Đã gửi bổ sung.');
    await expect.poll(() => details.threads.innerText()).toMatch(/Thiếu quyết định phê duyệt\?[^]*Đã gửi bổ sung\./);
    await expect.poll(() => classesOf(UNIT, '4.2.1')).toContain('score-comment');
    await details.pressInThread('Thiếu quyết định', 'Đóng trao đổi');
    await expect.poll(() => classesOf(UNIT, '4.2.1')).not.toContain('score-comment');
    await details.panel.getByText('Đã đóng (1)').click();
    await details.pressInThread('Thiếu quyết định', 'Mở lại');
    await expect.poll(() => classesOf(UNIT, '4.2.1')).toContain('score-comment');
    await expect.poll(() => details.threads.count()).toBe(1);
  });

  it('belong to their cell', async () => {
    await focus(UNIT, '4.2.2');
    await details.open('comments');
    await expect.poll(() => details.panel.innerText()).toContain('Chưa có trao đổi nào về ô này.');
  });
});

describe('evidence', () => {
  it('is attached with its file, saved as a copy, removed and brought back', async () => {
    await focus(UNIT, '4.2.1');
    await details.open('evidence');
    const source = driver.path('Quyết định 12.pdf');
    await writeFile(source, 'nội dung mô phỏng');
    await driver.stubDialog(source);
    const { page } = driver;
    await page.getByTestId('evidence-add').click();
    await page.getByTestId('evidence-number').fill('12/QĐ-CAT');
    await page.getByTestId('evidence-date').fill('31/02/2023');
    await page.getByTestId('evidence-choose').click();
    await expect.poll(() => page.getByTestId('evidence-file').innerText()).toBe('Quyết định 12.pdf');
    await page.getByTestId('evidence-attach').click();
    await expect.poll(() => details.panel.innerText()).toContain('Ngày không đúng');
    await page.getByTestId('evidence-date').fill('5/3/2023');
    await page.getByTestId('evidence-summary').fill('Phê duyệt kế hoạch');
    await press('Enter');
    const item = details.evidence.filter({ hasText: '12/QĐ-CAT' });
    await item.waitFor();
    expect(await item.innerText()).toMatch(
      /Số 12\/QĐ-CAT, ngày 05\/03\/2023[^]*Phê duyệt kế hoạch[^]*Quyết định 12\.pdf/,
    );
    const copy = driver.path('bản sao.pdf');
    await driver.stubDialog(copy);
    await item.getByRole('button', { name: 'Lưu bản sao…' }).click();
    await expect.poll(() => readFile(copy, 'utf8').catch(() => '')).toBe('nội dung mô phỏng');
    await item.getByRole('button', { name: 'Bỏ', exact: true }).click();
    await item.waitFor({ state: 'detached' });
    await page.getByTestId('undo').click();
    await item.waitFor();
  });

  it('takes files dropped on the panel from outside, and nothing dropped elsewhere', async () => {
    await focus(UNIT, '4.2.2');
    await details.open('comments');
    const source = driver.path('Biên bản thả vào.pdf');
    await writeFile(source, 'thả từ ngoài');
    const { page } = driver;
    const address = page.url();
    // Beside panel and sheet: the window must not go to the file.
    await driver.dropFiles([source], await middleOf(page.getByTestId('formula-strip')));
    await driver.dropFiles([source], await middleOf(details.panel), () => details.dropNow.waitFor());
    await expect.poll(() => page.getByTestId('evidence-file').innerText()).toBe('Biên bản thả vào.pdf');
    expect(page.url()).toBe(address);
    await details.dropNow.waitFor({ state: 'detached' });
    await page.getByTestId('evidence-number').fill('7/BB');
    await page.getByTestId('evidence-attach').click();
    const item = details.evidence.filter({ hasText: '7/BB' });
    await item.waitFor();
    const copy = driver.path('bản sao thả.pdf');
    await driver.stubDialog(copy);
    await item.getByRole('button', { name: 'Lưu bản sao…' }).click();
    await expect.poll(() => readFile(copy, 'utf8').catch(() => '')).toBe('thả từ ngoài');
  });

  it('takes files dropped on a cell of the sheet, and goes to that cell for them', async () => {
    await focus(UNIT, '4.2.2');
    const { page } = driver;
    const source = driver.path('Kế hoạch thả vào ô.pdf');
    await writeFile(source, 'thả vào ô');
    const name = page.locator('.ag-row', { has: page.getByText('P23', { exact: true }) }).locator('[col-id=unit]');
    await driver.dropFiles([source], await middleOf(name));
    expect(await page.getByTestId('evidence-file').count()).toBe(0);
    const cell = await scoring.cell('P23', '4.2.1');
    await driver.dropFiles([source], await middleOf(cell), async () => {
      await expect.poll(() => cell.getAttribute('class')).toContain('sheet-drop');
    });
    await expect.poll(() => page.getByTestId('evidence-file').innerText()).toBe('Kế hoạch thả vào ô.pdf');
    expect(await details.panel.innerText()).toMatch(/4\.2\.1\s*·\s*P23/);
    await page.getByTestId('evidence-number').fill('8/KH');
    await page.getByTestId('evidence-attach').click();
    await details.evidence.filter({ hasText: '8/KH' }).waitFor();
    expect(await cell.getAttribute('class')).not.toContain('sheet-drop');
  });

  it('refuses an empty file and something that is no file, in words', async () => {
    await focus(UNIT, '4.2.2');
    await details.open('evidence');
    const { page } = driver;
    const empty = driver.path('trống.pdf');
    await writeFile(empty, '');
    await driver.stubDialog(empty);
    await page.getByTestId('evidence-add').click();
    await page.getByTestId('evidence-choose').click();
    await page.getByTestId('evidence-attach').click();
    await expect.poll(() => details.panel.getByTestId('error-notice').innerText()).toContain('“trống.pdf” trống');
    await press('Escape');
    await details.dropMadeFile();
    await expect.poll(() => details.dropRefused.innerText()).toMatch(/Chỉ gắn được tệp có trên máy này/);
    expect(await details.evidence.filter({ hasText: /trống\.pdf|từ trang khác/ }).count()).toBe(0);
  });
});

describe('milestones', () => {
  it('mark what changes after them, at once and without rebuilding the sheet', async () => {
    await focus(UNIT, '4.2.1');
    const { page } = driver;
    await page.evaluate(() => document.querySelector('.ag-root')?.setAttribute('data-built-once', 'yes'));
    await page.getByTestId('milestones-open').click();
    await page.getByTestId('milestone-set').click();
    await expect.poll(() => page.getByTestId('milestone-dialog').innerText()).toContain('Chưa ghi tên mốc.');
    await page.getByTestId('milestone-name').fill('Đã tiếp nhận tự chấm');
    await press('Enter');
    await page.getByTestId('milestone-dialog').waitFor({ state: 'detached' });
    await shell(page).saved();
    expect(await classesOf(UNIT, '4.2.1')).not.toContain('score-changed');
    await scoring.type(UNIT, '4.2.1', '1');
    await scoring.settled();
    await expect.poll(() => classesOf(UNIT, '4.2.1')).toContain('score-changed');
    expect(await classesOf('P23', '4.2.1')).not.toContain('score-changed');
    expect(await page.evaluate(() => document.querySelector('.ag-root')?.getAttribute('data-built-once'))).toBe('yes');
    await page.getByTestId('milestones-open').click();
    await expect.poll(() => page.getByTestId('milestone-list').innerText()).toMatch(/Đã tiếp nhận tự chấm[^]*gần nhất/);
    await press('Escape');
  });
});

describe('history', () => {
  it('says who wrote each of the three values', async () => {
    await focus(UNIT, '4.2.1');
    await details.open('history');
    await expect.poll(() => driver.page.getByTestId('author-final').innerText()).toMatch(/Sau giải trình\s+1,00\s+\S/);
    await expect.poll(() => driver.page.getByTestId('author-self').innerText()).toMatch(/\d\d\/\d\d\/\d{4}/);
  });
});
