/** Page object of explanation rounds inside Thẩm định: the dialog of the rounds, the tab of a cell, acts on many rows. */
import type { Locator, Page } from 'playwright';

export interface ExplanationsPage {
  readonly card: Locator;
  readonly answer: Locator;
  readonly decision: Locator;
  readonly dialog: Locator;
  /** Opens a round over everything that is proposed; answers how many cells the button promised. */
  openRound(deadline: string): Promise<number>;
  /** Numbers of a row of the dialog: waiting, explained, accepted, rejected. */
  counts(): Promise<readonly number[]>;
  openDialog(): Promise<void>;
  closeDialog(): Promise<void>;
  closeRound(): Promise<void>;
  /** Forms of the tab that is open. */
  recordAnswer(text: string, documentNo?: string): Promise<void>;
  accept(points: string | null): Promise<void>;
  reject(reason: string): Promise<void>;
  /** The dialog for the chosen rows, at one of its steps. */
  many(step: 'open' | 'answer' | 'accept' | 'reject'): Promise<void>;
}

export function explanationsPage(page: Page): ExplanationsPage {
  const panel = page.getByTestId('side-panel');
  const dialog = page.getByTestId('rounds-dialog');
  const card = panel.getByTestId('explanation-card').first();

  const self: ExplanationsPage = {
    card,
    dialog,
    answer: card.getByTestId('explanation-answer'),
    decision: card.getByTestId('explanation-decision'),
    async openDialog() {
      await page.getByTestId('rounds-open').click();
      await dialog.waitFor();
    },
    async closeDialog() {
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    },
    async openRound(deadline) {
      await self.openDialog();
      await dialog.getByTestId('round-new').click();
      await dialog.getByTestId('round-unit').first().waitFor();
      await dialog.getByTestId('round-deadline').fill(deadline);
      const button = dialog.getByTestId('round-open');
      const count = Number(/\d+/.exec(await button.innerText())?.[0]);
      await button.click();
      await dialog.getByTestId('round-row').first().waitFor();
      return count;
    },
    async counts() {
      const cells = await dialog.getByTestId('round-row').first().locator('.rounds-count').allInnerTexts();
      return cells.map(Number);
    },
    closeRound: () => dialog.getByTestId('round-close').first().click(),
    async recordAnswer(text, documentNo) {
      await card.getByTestId('answer-text').fill(text);
      if (documentNo !== undefined) {
        await card.locator('summary').click();
        await card.getByTestId('answer-number').fill(documentNo);
      }
      await card.getByTestId('answer-send').click();
    },
    async accept(points) {
      await card.getByTestId('explain-accept').click();
      if (points !== null) await card.getByTestId('accept-points').fill(points);
      await card.getByTestId('accept-send').click();
    },
    async reject(reason) {
      await card.getByTestId('explain-reject').click();
      await card.getByTestId('reject-reason').fill(reason);
      await card.getByTestId('reject-send').click();
    },
    async many(step) {
      await page.getByTestId('explain-many').click();
      await page.getByTestId(`batch-${step}`).check();
    },
  };
  return self;
}
