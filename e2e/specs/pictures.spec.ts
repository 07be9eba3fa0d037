/**
 * Pictures of every screen in light and dark into e2e/.artifacts, for whoever reviews a change, and the few of the
 * documents. Those are only written with CCHC_UPDATE_PICTURES=1, so that a test run leaves the tree as it was.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { PROJECT_FOLDER } from '#e2e/driver/launch-settings.ts';
import { logPage } from '#e2e/pages/log-page.ts';
import { rankingPage } from '#e2e/pages/ranking-page.ts';
import { reportsPage } from '#e2e/pages/reports-page.ts';
import { scoringPage } from '#e2e/pages/scoring-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { launchOnSample } from './support/sample-office.ts';

const MAX_DOCUMENT_BYTES = 250_000;
/** Our name of a picture → the file the documents show. */
const DOCUMENT_PICTURES: Readonly<Record<string, string>> = {
  'nhap-diem': 'scoring-light',
  'xep-hang': 'ranking-light',
  'bao-cao': 'reports-light',
};
const isUpdate = process.env['CCHC_UPDATE_PICTURES'] === '1';

describe.each([
  ['light', 'Sáng'],
  ['dark', 'Tối'],
] as const)('pictures in %s', (theme, label) => {
  let driver: AppDriver;
  beforeAll(async () => {
    ({ driver } = await launchOnSample());
    await shell(driver.page).chooseInUserMenu(label);
    await driver.page.locator(`html[data-theme=${theme}]`).waitFor();
  });
  afterAll(() => driver?.close());

  async function take(name: string): Promise<void> {
    // The pointer must not leave a hover or a tooltip behind.
    await driver.page.mouse.move(680, 4);
    await driver.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 150))));
    const path = await driver.screenshot(`${name}-${theme}`);
    expect(statSync(path).size).toBeGreaterThan(10_000);
    const document = DOCUMENT_PICTURES[name];
    if (isUpdate && theme === 'light' && document !== undefined) await driver.screenshot(document, { to: 'docs' });
  }

  it('Nhập điểm', async () => {
    const scoring = scoringPage(driver.page);
    await scoring.openMatrix('K3');
    await (await scoring.cell('P22', '4.2.1')).click();
    await driver.page.keyboard.type('0,5');
    await driver.page.keyboard.press('Enter');
    await scoring.settled();
    await (await scoring.cell('P22', '4.2.1')).click();
    await expect.poll(() => scoring.strip.innerText()).toMatch(/Cập nhật/);
    await take('nhap-diem');
    await driver.page.keyboard.type('1,5');
    await driver.page.keyboard.press('Enter');
    await scoring.bubble.waitFor();
    await take('nhap-diem-vuot-toi-da');
    await driver.page.keyboard.press('Escape');
    await (await scoring.cell('P35', '1.1.2')).click();
    await driver.page.keyboard.type('0,25');
    await driver.page.keyboard.press('Enter');
    await driver.page.getByTestId('reason-dialog').waitFor();
    await take('ly-do-giam');
    await driver.page.keyboard.press('Escape');
    await driver.page.getByTestId('reason-dialog').waitFor({ state: 'hidden' });
  });

  it('Nhập điểm by unit, with the history of a cell', async () => {
    const scoring = scoringPage(driver.page);
    await scoring.openUnit('P22');
    await (await scoring.unitCell('4.2.1', 'final')).click();
    await scoring.history();
    await take('theo-don-vi');
    await driver.page.getByTestId('panel-toggle').click();
  });

  it('Xếp hạng', async () => {
    const ranking = rankingPage(driver.page);
    await ranking.open('K3');
    await ranking.screen.locator('canvas').waitFor();
    await take('xep-hang');
    await ranking.openUnit('P14');
    await take('xep-hang-chi-tiet');
    await ranking.open('K1');
    await take('xep-hang-k1');
  });

  it('Báo cáo', async () => {
    const reports = reportsPage(driver.page);
    await reports.open();
    await reports.checked();
    await take('bao-cao-truoc');
    await driver.stubDialog(driver.path('Phu luc CCHC 2023.xlsx'));
    await reports.exportAndWait();
    await take('bao-cao');
  });

  it('Nhật ký', async () => {
    const log = logPage(driver.page);
    await log.open();
    await log.verify();
    await log.openDetails(2);
    await take('nhat-ky');
  });

  it('palette, menus and dialogs', async () => {
    const { page } = driver;
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await shell(page).palette.waitFor();
    await page.keyboard.type('thai');
    await take('bang-lenh');
    await page.keyboard.press('Escape');
    await shell(page).palette.waitFor({ state: 'hidden' });
    await shell(page).openImportDialog();
    await take('nhap-bang-diem');
    await page.keyboard.press('Escape');
    await page.getByTestId('import-dialog').waitFor({ state: 'hidden' });
    await shell(page).chooseInUserMenu('Giới thiệu chương trình');
    await page.getByTestId('about').waitFor();
    await take('gioi-thieu');
    await page.keyboard.press('Escape');
    await page.getByTestId('about').waitFor({ state: 'hidden' });
    await page.getByTestId('user-menu').click();
    await page.getByRole('menu').waitFor();
    await take('tuy-chon');
    await page.keyboard.press('Escape');
  });

  // Words, not colours: once is enough.
  it.runIf(theme === 'light')('English', async () => {
    const { page } = driver;
    await shell(page).chooseInUserMenu('English');
    await shell(page).goTo('ranking');
    await take('ranking-en');
    await shell(page).goTo('scoring');
    await page.getByTestId('result-mean').waitFor();
    await take('scoring-en');
    await shell(page).chooseInUserMenu('Tiếng Việt');
  });

  it('Bắt đầu', async () => {
    await shell(driver.page).closeFile();
    await take('bat-dau');
  });
});

it.each(Object.values(DOCUMENT_PICTURES))(
  'the documents have the picture %s, of a size that suits a repository',
  (name) => {
    const path = join(PROJECT_FOLDER, 'docs', 'images', `${name}.png`);
    expect(existsSync(path), `${path} is missing: run the e2e suite with CCHC_UPDATE_PICTURES=1`).toBe(true);
    expect(statSync(path).size).toBeLessThan(MAX_DOCUMENT_BYTES);
  },
);
