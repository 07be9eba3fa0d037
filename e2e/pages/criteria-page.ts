/** Page object of Bộ tiêu chí: the tree, the form of the selected node, issuing. Codes name the rows. */
import type { Locator, Page } from 'playwright';

const SET_ROW = 'set';

export interface TreeRowText {
  readonly code: string;
  readonly level: string;
  readonly name: string;
  readonly sum: string;
  readonly max: string;
  readonly wrong: boolean;
}

export interface CriteriaPage {
  readonly tree: Locator;
  readonly state: Locator;
  readonly form: Locator;
  readonly tryOutcome: Locator;
  readonly issueDialog: Locator;
  open(): Promise<void>;
  block(code: string): Promise<void>;
  rows(): Promise<readonly TreeRowText[]>;
  row(code: string): Promise<TreeRowText>;
  select(code: string): Promise<void>;
  selectSet(): Promise<void>;
  /** Types into a field of the form; the field keeps the keyboard. */
  type(field: string, text: string): Promise<void>;
  choose(field: string, value: string): Promise<void>;
  save(): Promise<void>;
  press(button: string): Promise<void>;
  problems(): Promise<readonly string[]>;
  /** Opens the dialog and waits for what it says. */
  openIssue(): Promise<void>;
  places(): Promise<readonly string[]>;
  /** Code → the lines of what changed. */
  differences(): Promise<Readonly<Record<string, string>>>;
  confirmIssue(): Promise<void>;
  closeDialog(): Promise<void>;
}

export function criteriaPage(page: Page): CriteriaPage {
  const tree = page.getByTestId('criteria-tree');
  const form = page.locator('.criteria-form');
  const issueDialog = page.getByTestId('issue-dialog');
  const rowOf = (code: string) => tree.locator(`[data-testid=criteria-row][data-code="${code}"]`);

  async function rows(): Promise<readonly TreeRowText[]> {
    return tree.getByTestId('criteria-row').evaluateAll((found) =>
      found.map((row) => {
        const text = (at: number) => row.children[at]?.textContent?.trim() ?? '';
        return {
          code: row.getAttribute('data-code') ?? '',
          level: row.getAttribute('data-level') ?? '',
          name: text(1),
          sum: text(3),
          max: text(4),
          wrong: row.getAttribute('data-problem') === 'true',
        };
      }),
    );
  }

  return {
    tree,
    form,
    issueDialog,
    state: page.getByTestId('criteria-state'),
    tryOutcome: page.getByTestId('try-outcome'),
    async open() {
      await page.getByTestId('nav-criteria').click();
      await rowOf(SET_ROW).waitFor();
    },
    async block(code) {
      await page.getByTestId(`block-${code}`).click();
      await rowOf(SET_ROW).waitFor();
    },
    rows,
    async row(code) {
      const found = (await rows()).find((row) => row.code === code);
      if (!found) throw new Error(`No row ${code}`);
      return found;
    },
    async select(code) {
      await rowOf(code).click();
      await page.locator(`[data-testid=criteria-row][data-code="${code}"][aria-selected=true]`).waitFor();
      await page.getByTestId('node-form').waitFor();
    },
    async selectSet() {
      await rowOf(SET_ROW).click();
      await page.getByTestId('set-form').waitFor();
    },
    type: (field, text) => page.getByTestId(field).fill(text),
    choose: async (field, value) => void (await page.getByTestId(field).selectOption(value)),
    async save() {
      await form.locator('button[type=submit]').click();
      await form.locator('button[type=submit]:disabled').waitFor();
    },
    press: (button) => page.getByTestId(button).click(),
    problems: () => form.locator('.details-problem').allInnerTexts(),
    async openIssue() {
      await page.getByTestId('criteria-issue').click();
      await issueDialog.waitFor();
      await issueDialog.getByTestId('issue-refused').or(issueDialog.getByTestId('criteria-diff')).first().waitFor();
    },
    places: () => page.getByTestId('criteria-places').locator('li').allInnerTexts(),
    differences: async () =>
      Object.fromEntries(
        await page
          .getByTestId('criteria-diff')
          .locator('tbody tr')
          .evaluateAll((found) =>
            found.map((row) => [
              row.getAttribute('data-code') ?? row.getAttribute('data-kind') ?? '',
              [...row.querySelectorAll('p')].map((line) => line.textContent).join(' | '),
            ]),
          ),
      ) as Record<string, string>,
    async confirmIssue() {
      await page.getByTestId('issue-confirm').click();
      await issueDialog.waitFor({ state: 'hidden' });
    },
    async closeDialog() {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Đóng|Close)$/ })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
  };
}
