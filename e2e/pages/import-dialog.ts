/** Page object of the dialog "Kỳ mới từ bảng điểm". The open dialogs are answered by the driver. */
import type { Locator, Page } from 'playwright';

const READ_MS = 30_000;

export interface ImportDialog {
  readonly dialog: Locator;
  readonly problem: Locator;
  readonly preview: Locator;
  readonly commitButton: Locator;
  chooseScores(): Promise<void>;
  chooseCriteria(): Promise<void>;
  name(text: string): Promise<void>;
  year(text: string): Promise<void>;
  blanks(meaning: 'missing' | 'notApplicable' | 'zero'): Promise<void>;
  dot(meaning: 'ask' | 'thousands' | 'decimal'): Promise<void>;
  /** Presses preview and waits for either figures or a refusal. */
  runPreview(): Promise<void>;
  /** Presses import and waits until the dialog is gone. */
  commit(): Promise<void>;
  /** Address → sentence of every bad cell shown. */
  problems(): Promise<Readonly<Record<string, string>>>;
  cancel(): Promise<void>;
}

export function importDialog(page: Page): ImportDialog {
  const dialog = page.getByTestId('import-dialog');
  const preview = page.getByTestId('import-preview');
  const problem = dialog.getByTestId('error-notice');
  const commitButton = page.getByTestId('import-commit');
  return {
    dialog,
    preview,
    problem,
    commitButton,
    chooseScores: () => page.getByTestId('choose-importScores').click(),
    chooseCriteria: () => page.getByTestId('choose-importCriteria').click(),
    name: (text) => dialog.getByRole('textbox').nth(0).fill(text),
    year: (text) => dialog.getByRole('textbox').nth(1).fill(text),
    blanks: async (meaning) => void (await dialog.locator('select').nth(0).selectOption(meaning)),
    dot: async (meaning) => void (await page.getByTestId('ambiguous-dot').selectOption(meaning)),
    async runPreview() {
      await page.getByTestId('import-run-preview').click();
      await preview.or(problem).first().waitFor({ timeout: READ_MS });
      await page.locator('[data-testid=import-run-preview]:enabled').waitFor({ timeout: READ_MS });
    },
    async commit() {
      await commitButton.click();
      await dialog.waitFor({ state: 'hidden', timeout: READ_MS });
    },
    problems: async () =>
      Object.fromEntries(
        await preview
          .locator('.import-problems tbody tr')
          .evaluateAll((rows) =>
            rows.map((row) => [row.children[1]?.textContent ?? '', row.children[2]?.textContent ?? ''] as const),
          ),
      ),
    async cancel() {
      await dialog.getByRole('button', { name: /^(Hủy|Cancel)$/ }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
  };
}
