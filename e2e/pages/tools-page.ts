/** Page object of the tools around the score sheet: find bar, go-to box, history, filters, columns, menus, F1. */
import type { Locator, Page } from 'playwright';

export interface ToolsPage {
  readonly findBar: Locator;
  readonly findCount: Locator;
  readonly goTo: Locator;
  readonly history: Locator;
  readonly historyLines: Locator;
  readonly filterList: Locator;
  readonly filterState: Locator;
  readonly columns: Locator;
  readonly menu: Locator;
  readonly keySheet: Locator;
  /** Opens find or replace and types what is looked for; waits for the count. */
  find(text: string, mode?: 'find' | 'replace'): Promise<void>;
  closeFind(): Promise<void>;
  /** Code of the row and of the column the sheet stands on. */
  activeCell(): Promise<string>;
  /** True when the keyboard is on a cell of the sheet. */
  hasSheetFocus(): Promise<boolean>;
  header(columnId: string): Locator;
  headerMenu(columnId: string): Promise<void>;
  pick(entry: string): Promise<void>;
  /** Opens the filter of a column and leaves only these values. */
  filterTo(columnId: string, ...labels: readonly string[]): Promise<void>;
  rowCodes(): Promise<readonly string[]>;
  /** Ids of the columns in the document that are frozen at the left. */
  frozen(): Promise<readonly string[]>;
  widthOf(columnId: string): Promise<number>;
}

/** The tools of this window. */
export function toolsPage(page: Page): ToolsPage {
  const filterList = page.getByTestId('filter-list');
  const menu = page.getByTestId('sheet-menu');
  const findBar = page.getByTestId('find-bar');

  const self: ToolsPage = {
    findBar,
    findCount: page.getByTestId('find-count'),
    goTo: page.getByTestId('go-to'),
    history: page.getByTestId('history-panel'),
    historyLines: page.getByTestId('history-line'),
    filterList,
    filterState: page.getByTestId('filter-state'),
    columns: page.getByTestId('column-panel'),
    menu,
    keySheet: page.getByTestId('key-sheet'),
    async find(text, mode = 'find') {
      await page.keyboard.press(mode === 'find' ? 'Control+f' : 'Control+h');
      await findBar.waitFor();
      await page.getByTestId('find-text').fill(text);
    },
    async closeFind() {
      await page.getByTestId('find-text').press('Escape');
      await findBar.waitFor({ state: 'hidden' });
    },
    activeCell: () =>
      page.evaluate(() => {
        const cell = document.querySelector('.sheet-active');
        const row = cell?.closest('[row-id]')?.getAttribute('row-id') ?? '';
        const code = document.querySelector(`[row-id="${row}"] [col-id=code]`)?.textContent?.trim() ?? '';
        const column = cell?.getAttribute('col-id') ?? '';
        const header = document.querySelector(`.ag-header-cell[col-id="${column}"] .ag-header-cell-text`);
        return `${code} ${header?.textContent?.trim().split(/[\n/]/)[0]?.trim() ?? ''}`;
      }),
    hasSheetFocus: () => page.evaluate(() => document.activeElement?.closest('.ag-cell') !== null),
    header: (columnId) => page.locator(`.ag-header-cell[col-id="${columnId}"]`),
    async headerMenu(columnId) {
      await self.header(columnId).locator('.ag-header-cell-text').click({ button: 'right' });
      await menu.waitFor();
    },
    async pick(entry) {
      await page.getByTestId(`cell-${entry}`).click();
      await menu.waitFor({ state: 'hidden' });
    },
    async filterTo(columnId, ...labels) {
      await self.headerMenu(columnId);
      await self.pick('filter');
      await filterList.waitFor();
      const all = page.getByTestId('filter-all');
      if (!(await all.isChecked())) await all.check();
      await all.uncheck();
      for (const label of labels) {
        await page.getByTestId('filter-value').filter({ hasText: label }).first().locator('input').check();
      }
      await page.getByTestId('filter-apply').click();
      await filterList.waitFor({ state: 'hidden' });
    },
    rowCodes: () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.ag-row[row-id]')]
          .map((row) => ({
            at: Number(row.getAttribute('row-index')),
            code: row.querySelector('[col-id=code]')?.textContent?.trim() ?? '',
          }))
          .filter(({ code }) => code !== '')
          .sort((a, b) => a.at - b.at)
          .map(({ code }) => code),
      ),
    frozen: () =>
      page.evaluate(() =>
        [...(document.querySelector('.ag-row .ag-grid-pinned-left-cells')?.querySelectorAll('[col-id]') ?? [])].map(
          (cell) => cell.getAttribute('col-id') ?? '',
        ),
      ),
    widthOf: async (columnId) => Math.round((await self.header(columnId).boundingBox())?.width ?? 0),
  };
  return self;
}
