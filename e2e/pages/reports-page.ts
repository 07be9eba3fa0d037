/** Page object of the screen "Báo cáo". The save dialog is answered by the driver. */
import type { Locator, Page } from 'playwright';

const EXPORT_MS = 60_000;

export interface ReportsPage {
  readonly screen: Locator;
  readonly preflight: Locator;
  readonly exportButton: Locator;
  readonly progress: Locator;
  readonly receipt: Locator;
  readonly problem: Locator;
  open(): Promise<void>;
  toggleAnnex(code: 'I' | 'II' | 'III'): Promise<void>;
  giveDecision(number: string, date: string): Promise<void>;
  leaveDecisionBlank(): Promise<void>;
  /** Waits until the checks are done. */
  checked(): Promise<void>;
  warnings(): Promise<readonly string[]>;
  /** Presses export and waits for the receipt; gives the SHA-256 it names. */
  exportAndWait(): Promise<string>;
}

export function reportsPage(page: Page): ReportsPage {
  const screen = page.getByTestId('reports-screen');
  const preflight = page.getByTestId('preflight');
  const exportButton = page.getByTestId('export');
  const receipt = page.getByTestId('receipt');
  return {
    screen,
    preflight,
    exportButton,
    receipt,
    progress: page.getByTestId('export-progress'),
    problem: screen.getByTestId('error-notice'),
    async open() {
      if (!(await screen.isVisible())) await page.getByTestId('nav-reports').click();
      await screen.waitFor();
    },
    toggleAnnex: (code) => page.getByTestId(`annex-${code}`).click(),
    async giveDecision(number, date) {
      await screen.getByRole('radio').nth(1).check();
      await screen.getByRole('textbox').nth(0).fill(number);
      await screen.getByRole('textbox').nth(1).fill(date);
    },
    leaveDecisionBlank: () => screen.getByRole('radio').nth(0).check(),
    async checked() {
      // While the check runs the button keeps the focus and is only said to be disabled.
      await page.locator('[data-testid=export]:not([aria-disabled="true"])').waitFor();
    },
    warnings: () => preflight.locator('li').allInnerTexts(),
    async exportAndWait() {
      const before = (await receipt.isVisible()) ? await receipt.innerText() : '';
      await exportButton.click();
      await page.waitForFunction(
        (old) => {
          const shown = document.querySelector<HTMLElement>('[data-testid=receipt]');
          return shown !== null && shown.innerText !== old;
        },
        before,
        { timeout: EXPORT_MS },
      );
      return (await page.getByTestId('receipt-sha256').innerText()).trim();
    },
  };
}
