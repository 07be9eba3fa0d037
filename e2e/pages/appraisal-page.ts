/** Page object of the screen "Thẩm định": speaks in unit codes, leaf codes and typed text. */
import type { Locator, Page } from 'playwright';
import type { CellFilter } from '#shared/appraisal/cell-rules.ts';

type ColumnName = 'pick' | 'self' | 'appraised' | 'final' | 'reason' | 'explanation' | 'evidence' | 'declared';

export interface AppraisalPage {
  readonly screen: Locator;
  readonly phrases: Locator;
  readonly reason: Locator;
  /** Criterion by criterion: this leaf in the units of this block. */
  openLeaf(blockCode: string, leafCode: string): Promise<void>;
  /** One unit whole. */
  openUnit(blockCode: string, unitCode: string): Promise<void>;
  filter(name: CellFilter): Promise<void>;
  /** A cell of the row whose code is this one; scrolls to it. */
  cell(rowCode: string, column: ColumnName): Promise<Locator>;
  textOf(rowCode: string, column: ColumnName): Promise<string>;
  type(rowCode: string, column: ColumnName, text: string): Promise<void>;
  /** Codes of the rows in sight, from top to bottom. */
  rowCodes(): Promise<readonly string[]>;
  /** Done and all of a progress line. */
  progress(which: 'own' | 'block'): Promise<readonly [number, number]>;
  pickAll(): Promise<void>;
  accept(): Promise<void>;
}

export function appraisalPage(page: Page): AppraisalPage {
  const screen = page.getByTestId('appraisal-screen');
  const grid = screen.locator('[data-testid^=appraisal-grid]');

  async function choose(testId: string, code: string): Promise<void> {
    const select = page.getByTestId(testId);
    const option = select.locator('option').filter({ hasText: new RegExp(`^${code.replaceAll('.', '\\.')} · `) });
    await select.selectOption({ label: (await option.textContent()) ?? '' });
  }

  async function show(orientation: 'leaf' | 'unit', blockCode: string): Promise<void> {
    if (!(await screen.isVisible())) await page.getByTestId('nav-appraisal').click();
    await page.getByTestId(`appraisal-${orientation}`).click();
    await choose('block-select', blockCode);
    await page.getByTestId(`appraisal-grid-${orientation}`).locator('.ag-row').first().waitFor();
  }

  function rowId(code: string): Promise<string | null> {
    return grid.evaluate((element, wanted) => {
      const cells = [...element.querySelectorAll('[role=row][row-id] [col-id=code]')];
      return (
        cells
          .find((each) => each.textContent?.trim() === wanted)
          ?.closest('[row-id]')
          ?.getAttribute('row-id') ?? null
      );
    }, code);
  }

  const self: AppraisalPage = {
    screen,
    phrases: page.getByTestId('phrases').getByRole('option'),
    reason: page.getByTestId('reason-text'),
    async openLeaf(blockCode, leafCode) {
      await show('leaf', blockCode);
      await choose('leaf-select', leafCode);
    },
    async openUnit(blockCode, unitCode) {
      await show('unit', blockCode);
      await choose('unit-select', unitCode);
    },
    filter: async (name) => void (await page.getByTestId('appraisal-filter').selectOption(name)),
    async cell(code, column) {
      const viewport = grid.locator('.ag-grid-viewport');
      let id = await rowId(code);
      const { step, end } = await viewport.evaluate((element) => ({
        step: Math.max(60, element.clientHeight / 3),
        end: element.scrollHeight,
      }));
      for (let top = 0; id === null && top < end; top += step) {
        await viewport.evaluate((element, to) => element.scrollTo({ top: to }), top);
        await page.waitForTimeout(60);
        id = await rowId(code);
      }
      if (id === null) throw new Error(`No row ${code} in the sheet.`);
      const cell = grid.locator(`[row-id="${id}"] [col-id="${column}"]`);
      await cell.scrollIntoViewIfNeeded();
      return cell;
    },
    textOf: async (code, column) => (await (await self.cell(code, column)).innerText()).trim(),
    async type(code, column, text) {
      await (await self.cell(code, column)).click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    rowCodes: () =>
      grid.evaluate((element) =>
        [...element.querySelectorAll('[role=row][row-index] [col-id=code]')]
          .map((cell) => ({
            code: cell.textContent?.trim() ?? '',
            at: Number(cell.closest('[row-index]')?.getAttribute('row-index')),
          }))
          .sort((a, b) => a.at - b.at)
          .map(({ code }) => code),
      ),
    async progress(which) {
      const text = await page.getByTestId(`appraisal-${which}`).innerText();
      const [, done, all] = /(\d+)\/(\d+)/.exec(text) ?? [];
      return [Number(done), Number(all)];
    },
    pickAll: () => page.getByTestId('pick-all').click(),
    accept: () => page.getByTestId('accept-self').click(),
  };
  return self;
}
