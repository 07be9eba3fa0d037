/** The screen "Báo cáo": checks beforehand, the workbook and its receipt, progress, cancel, and targets that refuse. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { makeSharedFolder } from '#e2e/driver/launch-settings.ts';
import { logPage } from '#e2e/pages/log-page.ts';
import { rankingPage } from '#e2e/pages/ranking-page.ts';
import { reportsPage, type ReportsPage } from '#e2e/pages/reports-page.ts';
import { recalculate } from '#db/excel/testing/recalculate.ts';
import { launchOnSample } from './support/sample-office.ts';
import { readRankingAnnex } from './support/read-ranking-annex.ts';

let driver: AppDriver;
let reports: ReportsPage;

beforeAll(async () => {
  ({ driver } = await launchOnSample());
  reports = reportsPage(driver.page);
  await reports.open();
  await reports.checked();
});
afterAll(() => driver?.close());

/** A target in a folder of its own, so that anything left behind shows. */
function newTarget(name = 'phu-luc.xlsx'): string {
  return `${makeSharedFolder('export')}/${name}`;
}

function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

describe('the checks before an export', () => {
  it('name what a reader must know, unit by unit, and the size of the job', async () => {
    await expect.poll(async () => (await reports.warnings()).join('\n')).toMatch(/số liệu mô phỏng/);
    const warnings = (await reports.warnings()).join('\n');
    expect(warnings).toMatch(/K3: 6 đơn vị sát ngưỡng xếp loại|K3: \d+ đơn vị sát ngưỡng xếp loại: .*P22/);
    expect(warnings).toMatch(/K3: 2 đơn vị đồng hạng: .*P52.*P61/);
    expect(warnings).toMatch(/Số hoặc ngày quyết định để trống/);
    expect(await reports.preflight.innerText()).toMatch(/110 đơn vị · 11 trang tính/);
    expect(await reports.preflight.locator('[data-severity=error]').count()).toBe(0);
  });

  it('do not let an export without an annex begin', async () => {
    for (const code of ['I', 'II', 'III'] as const) await reports.toggleAnnex(code);
    await expect.poll(() => reports.screen.innerText()).toContain('Chọn ít nhất một phụ lục');
    expect(await reports.exportButton.isDisabled()).toBe(true);
    for (const code of ['I', 'II', 'III'] as const) await reports.toggleAnnex(code);
    await reports.checked();
  });

  it('hold a wrong date', async () => {
    await reports.giveDecision('123/QĐ-BCA-V03', '31/02/2023');
    await expect.poll(() => reports.screen.innerText()).toContain('Ngày chưa đúng');
    expect(await reports.exportButton.isDisabled()).toBe(true);
    await reports.leaveDecisionBlank();
    await reports.checked();
  });
});

describe('an export', () => {
  it('with a decision prints its number and date, and its receipt is true', async () => {
    const target = newTarget();
    await reports.giveDecision('123', '05/11/2023');
    await reports.checked();
    await expect.poll(async () => (await reports.warnings()).join()).not.toMatch(/để trống/);
    await driver.stubDialog(target);
    const shown = await reports.exportAndWait();
    expect(shown).toBe(sha256Of(target));
    expect(await reports.receipt.innerText()).toContain(basename(target));
    const { texts } = await readRankingAnnex(target, 'K3');
    expect(texts.join('\n')).toMatch(/Kèm theo Quyết định số 123.* ngày 05 tháng 11 năm 2023/);
    expect(texts.join('\n')).toContain('SỐ LIỆU MÔ PHỎNG');
    expect(readdirSync(dirname(target))).toEqual([basename(target)]);
  });

  it('without one leaves the dots to fill in by hand', async () => {
    const target = newTarget('trong.xlsx');
    await reports.leaveDecisionBlank();
    await reports.checked();
    await driver.stubDialog(target);
    expect(await reports.exportAndWait()).toBe(sha256Of(target));
    const { texts } = await readRankingAnnex(target, 'K1');
    expect(texts.join('\n')).toMatch(/Kèm theo Quyết định số ….* ngày …+ tháng …+ năm …+/);
  });

  it('of one annex holds that annex and what it is computed from', async () => {
    const target = newTarget('phu-luc-iii.xlsx');
    await reports.toggleAnnex('I');
    await reports.toggleAnnex('II');
    await reports.checked();
    await driver.stubDialog(target);
    await reports.exportAndWait();
    expect((await recalculate(target)).deviations).toEqual([]);
    await expect(readRankingAnnex(target, 'K1')).rejects.toThrow('No annex I');
    await reports.toggleAnnex('I');
    await reports.toggleAnnex('II');
    await reports.checked();
  });

  it('carries a class cap with its reason', async () => {
    const ranking = rankingPage(driver.page);
    await ranking.open('K3');
    await ranking.openUnit('P35');
    await ranking.setCap('Tốt', 'Có cán bộ bị kỷ luật (mô phỏng)', 'Kết luận 01/KL (mô phỏng)');
    await expect.poll(() => ranking.readRow('P35')).toMatchObject({ className: 'Tốt' });
    await reports.open();
    await reports.checked();
    expect((await reports.warnings()).join('\n')).toMatch(/K3: 1 đơn vị bị khống chế xếp loại: .*P35/);
    const target = newTarget('khong-che.xlsx');
    await driver.stubDialog(target);
    await reports.exportAndWait();
    const annex = await readRankingAnnex(target, 'K3');
    expect(annex.rows[0]).toMatchObject({ rank: 1, className: 'Tốt' });
    expect(annex.texts.join('\n')).toMatch(/khống chế.*Có cán bộ bị kỷ luật \(mô phỏng\).*Kết luận 01\/KL/);
    expect((await recalculate(target)).deviations).toEqual([]);
  });

  it('stands in the log with its SHA-256', async () => {
    const target = newTarget('nhat-ky.xlsx');
    await reports.open();
    await reports.checked();
    await driver.stubDialog(target);
    const sha256 = await reports.exportAndWait();
    const log = logPage(driver.page);
    await log.open();
    await log.search(sha256);
    await expect.poll(() => log.readRows()).toMatchObject([{ step: expect.stringContaining('nhat-ky.xlsx') }]);
    await log.search('');
    await reports.open();
    await reports.checked();
  });
});

describe('an export that is cancelled', () => {
  it('in the save dialog does nothing', async () => {
    await driver.stubDialog(null);
    await reports.exportButton.click();
    await driver.page.locator('[data-testid=export]:enabled').waitFor();
    expect(await reports.receipt.count()).toBe(0);
    expect(await reports.problem.count()).toBe(0);
  });

  it('shows its progress, stops at once and leaves no file behind', async () => {
    const target = newTarget('huy.xlsx');
    await driver.stubDialog(target);
    // The click comes from inside the page, in the very moment the button appears: an export takes about a second.
    const said = driver.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const observer = new MutationObserver(() => {
            const cancel = document.querySelector<HTMLButtonElement>('[data-testid=export-cancel]');
            if (!cancel) return;
            observer.disconnect();
            resolve(document.querySelector<HTMLElement>('[data-testid=export-progress]')?.innerText ?? '');
            cancel.click();
          });
          observer.observe(document.body, { childList: true, subtree: true });
        }),
    );
    await reports.exportButton.click();
    expect(await said).toMatch(/\d+\/\d+/);
    await reports.progress.waitFor({ state: 'detached' });
    await reports.checked();
    expect(await reports.receipt.count()).toBe(0);
    expect(await reports.problem.count()).toBe(0);
    expect(existsSync(target)).toBe(false);
    await expect.poll(() => readdirSync(dirname(target))).toEqual([]);
  });

  it('leaves an older file of that name as it was', async () => {
    const target = newTarget('cu.xlsx');
    writeFileSync(target, 'old', { mode: 0o666 });
    await driver.stubDialog(target);
    const cancelled = driver.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            const cancel = document.querySelector<HTMLButtonElement>('[data-testid=export-cancel]');
            if (!cancel) return;
            observer.disconnect();
            cancel.click();
            resolve();
          });
          observer.observe(document.body, { childList: true, subtree: true });
        }),
    );
    await reports.exportButton.click();
    await cancelled;
    await reports.progress.waitFor({ state: 'detached' });
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(dirname(target))).toEqual(['cu.xlsx']);
  });
});

describe('a target that refuses', () => {
  it('because its folder cannot be written is said, and the app goes on', async () => {
    const target = newTarget('khong-ghi.xlsx');
    chmodSync(dirname(target), 0o555);
    await driver.stubDialog(target);
    await reports.exportButton.click();
    await reports.problem.waitFor();
    expect(await reports.problem.getAttribute('data-reason')).toBe('DB_READONLY.readOnlyFolder');
    expect(await reports.problem.innerText()).toMatch(/Thư mục chỉ đọc[\s\S]*Chọn thư mục/);
  });

  it('because it is a folder is said', async () => {
    const target = newTarget('thu-muc.xlsx');
    mkdirSync(target);
    await driver.stubDialog(target);
    await reports.exportButton.click();
    await expect.poll(() => reports.problem.getAttribute('data-reason')).toBe('FILE_FORMAT.exists');
    expect(readdirSync(dirname(target))).toEqual(['thu-muc.xlsx']);
  });

  it('because another holds it is said, keeps the old file and leaves nothing beside it', async () => {
    // On Windows an open workbook refuses to be replaced. Elsewhere a file of somebody else in a folder with the sticky
    // bit does so with the same error; that takes two users, which the tests have when they run as root.
    const target = newTarget('dang-mo.xlsx');
    if (process.getuid?.() === 0) {
      writeFileSync(target, 'old', { mode: 0o644 });
      chmodSync(dirname(target), 0o1777);
    } else {
      console.log('reports.spec: not root, so the target refuses by being a folder with content');
      mkdirSync(`${target}/inside`, { recursive: true });
    }
    await driver.stubDialog(target);
    await reports.exportButton.click();
    const expected = process.getuid?.() === 0 ? 'FILE_LOCKED.targetOpen' : 'FILE_FORMAT.exists';
    await expect.poll(() => reports.problem.getAttribute('data-reason')).toBe(expected);
    expect(readdirSync(dirname(target))).toEqual([basename(target)]);
    if (process.getuid?.() === 0) {
      expect(readFileSync(target, 'utf8')).toBe('old');
      expect(await reports.problem.innerText()).toMatch(/Tệp cũ còn nguyên/);
    }
  });

  it('does not stand in the way of the next export', async () => {
    const target = newTarget('duoc.xlsx');
    await driver.stubDialog(target);
    expect(await reports.exportAndWait()).toBe(sha256Of(target));
    expect(await reports.problem.count()).toBe(0);
  });
});
