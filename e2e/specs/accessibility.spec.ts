/** Every screen in every theme passes axe, fits its window, and the main job needs no mouse. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type AppDriver } from '#e2e/driver/app-driver.ts';
import { logPage } from '#e2e/pages/log-page.ts';
import { rankingPage } from '#e2e/pages/ranking-page.ts';
import { reportsPage } from '#e2e/pages/reports-page.ts';
import { scoringPage } from '#e2e/pages/scoring-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { startPage } from '#e2e/pages/start-page.ts';
import { findAccessibilityProblems } from './support/find-accessibility-problems.ts';
import { launchOnSample } from './support/sample-office.ts';

const THEMES = [
  ['light', 'Sáng'],
  ['dark', 'Tối'],
  ['contrast', 'Tương phản cao'],
] as const;

/** Places a person works at; each leaves the window so that the next can follow. */
const PLACES: readonly { readonly name: string; readonly go: (driver: AppDriver) => Promise<void> }[] = [
  { name: 'Nhập điểm, matrix', go: ({ page }) => scoringPage(page).openMatrix('K3') },
  {
    name: 'Nhập điểm, a cell with a message and the details beside it',
    async go({ page }) {
      const scoring = scoringPage(page);
      await (await scoring.cell('P22', '4.2.1')).click();
      await scoring.history().catch(() => undefined);
      await (await scoring.cell('P22', '4.2.1')).click();
      await page.keyboard.type('7');
      await page.keyboard.press('Enter');
      await scoring.bubble.waitFor();
    },
  },
  {
    name: 'Nhập điểm, one unit',
    async go({ page }) {
      await page.keyboard.press('Escape');
      await scoringPage(page).openUnit('P22');
    },
  },
  {
    name: 'Xếp hạng with a unit opened',
    async go({ page }) {
      await rankingPage(page).open('K3');
      await rankingPage(page).openUnit('P22');
    },
  },
  {
    name: 'Báo cáo',
    async go({ page }) {
      await reportsPage(page).open();
      await reportsPage(page).checked();
    },
  },
  {
    name: 'Nhật ký with a step opened and the chain checked',
    async go({ page }) {
      const log = logPage(page);
      await log.open();
      await log.openDetails(1);
      await log.verify();
    },
  },
  {
    name: 'the command palette',
    async go({ page }) {
      await page.keyboard.press('Control+k');
      await shell(page).palette.waitFor();
      await page.keyboard.type('thai binh');
    },
  },
  {
    name: 'the import dialog',
    async go({ page }) {
      await page.keyboard.press('Escape');
      await shell(page).palette.waitFor({ state: 'hidden' });
      await shell(page).openImportDialog();
    },
  },
  {
    name: 'the user menu',
    async go({ page }) {
      await page.keyboard.press('Escape');
      await page.getByTestId('import-dialog').waitFor({ state: 'hidden' });
      await page.getByTestId('user-menu').click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'Bắt đầu with recent files',
    async go({ page }) {
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'hidden' });
      await shell(page).closeFile();
    },
  },
];

describe('every place', () => {
  let driver: AppDriver;
  beforeAll(async () => {
    ({ driver } = await launchOnSample());
    await shell(driver.page).closeFile();
  });
  afterAll(() => driver?.close());

  describe.each(THEMES)('in the theme "%s"', (theme, label) => {
    beforeAll(async () => {
      await startPage(driver.page).openRecent('nam-mau.cchc');
      await shell(driver.page).opened();
      await shell(driver.page).chooseInUserMenu(label);
      await driver.page.locator(`html[data-theme=${theme}]`).waitFor();
    });

    it.each(PLACES)('$name passes axe and needs no sideways scroll', async ({ go }) => {
      await go(driver);
      expect(await findAccessibilityProblems(driver.page)).toEqual([]);
      const { wide, inner } = await driver.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        inner: window.innerWidth,
      }));
      expect(wide).toBeLessThanOrEqual(inner);
    });
  });
});

describe('the main job by keyboard alone', () => {
  let driver: AppDriver;
  beforeAll(async () => {
    driver = await launchApp();
    await shell(driver.page).started();
  });
  afterAll(() => driver?.close());

  const press = (key: string): Promise<void> => driver.page.keyboard.press(key);

  /** Presses Tab until the focus is on it, as a person would; a focus nobody can see does not count. */
  async function tabTo(testId: string): Promise<void> {
    for (let i = 0; i < 60; i++) {
      const at = await driver.page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement)) return { testId: '', ring: false };
        const own = getComputedStyle(element);
        const after = getComputedStyle(element, '::after');
        const ring = [own, after].some(
          ({ outlineStyle, outlineWidth, boxShadow }) =>
            (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
        );
        return { testId: element.closest<HTMLElement>('[data-testid]')?.dataset['testid'] ?? '', ring };
      });
      if (at.testId === testId) {
        expect(at.ring, `focus ring on ${testId}`).toBe(true);
        return;
      }
      await press('Tab');
    }
    throw new Error(`Tab never came to ${testId}`);
  }

  it('opens the sample year', async () => {
    await driver.stubDialog(driver.path('nam-mau.cchc'));
    await tabTo('start-sample');
    await press('Enter');
    await shell(driver.page).opened();
  });

  it('goes to a cell by name, types, and sees the rank move', async () => {
    const scoring = scoringPage(driver.page);
    await press('Control+k');
    await shell(driver.page).palette.waitFor();
    await driver.page.keyboard.type('cong an tinh thai binh');
    await press('Enter');
    await expect.poll(() => scoring.strip.innerText()).toContain('P22');
    await press('Control+k');
    await shell(driver.page).palette.waitFor();
    await driver.page.keyboard.type('4.2.1 k3');
    await press('Enter');
    await expect.poll(() => scoring.strip.innerText()).toMatch(/4\.2\.1[\s\S]*P22/);
    await shell(driver.page).palette.waitFor({ state: 'hidden' });
    await driver.page.keyboard.type('0,5');
    await press('Enter');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,500');
    await expect.poll(() => scoring.rankOf('P22')).toBe('10');
    await shell(driver.page).saved();
  });

  it('looks at the ranking, exports, and checks the log', async () => {
    await press('Control+3');
    await rankingPage(driver.page).screen.waitFor();
    await press('Control+4');
    const reports = reportsPage(driver.page);
    await reports.checked();
    const target = driver.path('ban-phim.xlsx');
    await driver.stubDialog(target);
    await tabTo('export');
    await press('Enter');
    await reports.receipt.waitFor({ timeout: 60_000 });
    expect(existsSync(target)).toBe(true);
    await press('Control+5');
    await tabTo('verify-chain');
    await press('Enter');
    await expect.poll(() => logPage(driver.page).chain.getAttribute('data-ok')).toBe('true');
  });

  it('takes the score back', async () => {
    await press('Control+1');
    const scoring = scoringPage(driver.page);
    await scoring.strip.waitFor();
    await press('Control+z');
    await expect.poll(async () => (await shell(driver.page).toasts.allInnerTexts()).join()).toMatch(/Đã hoàn tác/);
  });
});
