/** Page object of the dialog "Giải thích con số này". */
import type { Locator, Page } from 'playwright';

export interface ExplainedLine {
  readonly level: number;
  readonly text: string;
  readonly value: string;
}

export interface ExplainDialogPage {
  readonly dialog: Locator;
  /** Waits until the lines are there. */
  opened(): Promise<void>;
  lines(): Promise<readonly ExplainedLine[]>;
  /** The line that has the keyboard. */
  focused(): Promise<ExplainedLine>;
  /** Keys, one after the other. */
  press(...keys: readonly string[]): Promise<void>;
  copy(): Promise<string>;
  close(): Promise<void>;
}

export function explainDialog(page: Page): ExplainDialogPage {
  const dialog = page.getByTestId('explain-dialog');
  const rows = dialog.getByTestId('explain-row');
  const read = (all: readonly Element[]): readonly ExplainedLine[] =>
    all.map((row) => ({
      level: Number(row.getAttribute('aria-level')),
      text: (row.querySelector('.explain-label') as HTMLElement | null)?.innerText ?? '',
      value: row.querySelector('.explain-value')?.textContent ?? '',
    }));
  return {
    dialog,
    opened: () => rows.first().waitFor(),
    lines: () => rows.evaluateAll(read),
    async focused() {
      const [line] = await dialog.locator('[data-testid=explain-row]:focus').evaluateAll(read);
      if (!line) throw new Error('No line has the keyboard');
      return line;
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async copy() {
      // The page may write the clipboard but not read it, so what it writes is caught on the way.
      await page.evaluate(() => {
        const { clipboard } = navigator;
        const write = clipboard.writeText.bind(clipboard);
        clipboard.writeText = (text) => {
          document.body.dataset['copied'] = text;
          return write(text);
        };
      });
      await page.getByTestId('explain-copy').click();
      await page.locator('body[data-copied]').waitFor({ state: 'attached' });
      return page.evaluate(() => document.body.dataset['copied'] ?? '');
    },
    async close() {
      await page.getByTestId('explain-close').click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}
