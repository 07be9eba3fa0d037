/** Page object of the screen "Xếp hạng": speaks in block and unit codes and in printed figures. */
import type { Locator, Page } from 'playwright';

export interface RankedRow {
  readonly code: string;
  readonly rank: string;
  readonly index: string;
  readonly className: string;
  /** Kinds of marks: tied, tied-in-print, neighbour, missing, evidence, capped… */
  readonly marks: readonly string[];
}

export interface RankingPage {
  readonly screen: Locator;
  readonly panel: Locator;
  /** Goes to the screen if it is not shown, and to the block. */
  open(blockCode: string): Promise<void>;
  row(unitCode: string): Locator;
  readRow(unitCode: string): Promise<RankedRow>;
  /** All rows of the block in the order shown. */
  readRows(): Promise<readonly RankedRow[]>;
  /** "91,16 %". */
  meanText(): Promise<string>;
  /** Class name → [this block, whole cycle]. */
  classCounts(): Promise<Readonly<Record<string, readonly [number, number]>>>;
  find(text: string): Promise<void>;
  sortBy(column: string): Promise<void>;
  openUnit(unitCode: string): Promise<void>;
  setCap(className: string, reason: string, source: string): Promise<void>;
  liftCap(): Promise<void>;
}

export function rankingPage(page: Page): RankingPage {
  const screen = page.getByTestId('ranking-screen');
  const table = page.getByTestId('ranking-table');
  const row = (code: string): Locator => table.locator(`[data-testid=ranking-row][data-unit="${code}"]`);
  const form = page.getByTestId('cap-form');

  /** Reads the table in one go: a hundred rows cell by cell would take seconds. */
  function read(code: string | null): Promise<readonly RankedRow[]> {
    return table.evaluate((element, only) => {
      const rows = [...element.querySelectorAll<HTMLElement>('[data-testid=ranking-row]')];
      const textOf = (within: Element, selector: string) => within.querySelector(selector)?.textContent?.trim() ?? '';
      return rows
        .filter((each) => only === null || each.dataset['unit'] === only)
        .map((each) => ({
          code: each.dataset['unit'] ?? '',
          rank: textOf(each, '.col-rank'),
          index: textOf(each, '.col-index'),
          className: textOf(each, '.class-mark'),
          marks: [...each.querySelectorAll<HTMLElement>('[data-mark]')].map((mark) => mark.dataset['mark'] ?? ''),
        }));
    }, code);
  }

  return {
    screen,
    panel: page.getByTestId('unit-panel'),
    row,
    async open(blockCode) {
      if (!(await screen.isVisible())) await page.getByTestId('nav-ranking').click();
      await page.getByTestId(`block-${blockCode}`).click();
      await page.locator(`[data-testid=block-${blockCode}][aria-selected=true]`).waitFor();
      await table.locator('[data-testid=ranking-row]').first().waitFor();
    },
    async readRow(unitCode) {
      const [found] = await read(unitCode);
      if (found === undefined) throw new Error(`${unitCode} is not in the table`);
      return found;
    },
    readRows: () => read(null),
    meanText: async () => (await page.getByTestId('block-mean').innerText()).trim(),
    async classCounts() {
      const rows = await page
        .getByTestId('class-counts')
        .locator('tbody tr')
        .evaluateAll((all) => all.map((each) => [...each.children].map((cell) => cell.textContent?.trim() ?? '')));
      return Object.fromEntries(rows.map(([name = '', here, all]) => [name, [Number(here), Number(all)] as const]));
    },
    find: (text) => page.locator('.ranking-find input').fill(text),
    sortBy: (column) => table.locator('thead').getByRole('button', { name: column, exact: false }).first().click(),
    async openUnit(unitCode) {
      await row(unitCode).locator('.unit-name').click();
      await page.getByTestId('unit-panel').waitFor();
    },
    async setCap(className, reason, source) {
      await form.locator('select').selectOption({ label: className });
      const [reasonBox, sourceBox] = [form.locator('textarea').nth(0), form.locator('textarea').nth(1)];
      await reasonBox.fill(reason);
      await sourceBox.fill(source);
      await form.locator('button[type=submit]').click();
    },
    liftCap: () => form.getByRole('button', { name: /Bỏ khống chế|Lift/ }).click(),
  };
}
