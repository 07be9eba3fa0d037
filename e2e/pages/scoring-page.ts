/**
 * Page object of the screen "Nhập điểm": speaks in unit codes, leaf codes and typed text. Finds rows and columns as a
 * person does, by scrolling until the code is in sight; knows nothing of ids before that.
 */
import type { Locator, Page } from 'playwright';

type StageName = 'self' | 'appraised' | 'final';

const SETTLE_MS = 10_000;

export interface ScoringPage {
  readonly page: Page;
  readonly bubble: Locator;
  readonly editor: Locator;
  readonly strip: Locator;
  /** Goes to the screen if it is not shown, and to the block, seen as a matrix. */
  openMatrix(blockCode: string): Promise<void>;
  /** The same block, one unit as a form. */
  openUnit(unitCode: string): Promise<void>;
  stage(stage: StageName): Promise<void>;
  filter(text: string): Promise<void>;
  /** A score cell of the matrix, scrolled into sight. */
  cell(unitCode: string, leafCode: string): Promise<Locator>;
  /** A cell of the form. */
  unitCell(leafCode: string, column: StageName | 'declared' | 'reason' | 'evidence' | 'index'): Promise<Locator>;
  /** A result column of the matrix. */
  resultCell(unitCode: string, column: 'total' | 'index' | 'rank' | 'class'): Promise<Locator>;
  /** Clicks the cell, types and presses Enter; does not wait for the disk. */
  type(unitCode: string, leafCode: string, text: string): Promise<void>;
  giveReason(reason: string): Promise<void>;
  rankOf(unitCode: string): Promise<string>;
  textOf(unitCode: string, leafCode: string): Promise<string>;
  meanText(): Promise<string>;
  movedText(): Promise<string>;
  completenessText(): Promise<string>;
  /** Opens the details beside the sheet and answers the lines of the cell's history. */
  history(): Promise<readonly string[]>;
  /** Waits until nothing is on its way to the disk. */
  settled(): Promise<void>;
}

/** The screen of this window. */
export function scoringPage(page: Page): ScoringPage {
  const screen = page.getByTestId('scoring-screen');
  const matrix = page.getByTestId('score-grid-matrix');
  const form = page.getByTestId('score-grid-unit');
  const bubble = page.getByTestId('cell-bubble');

  async function show(orientation: 'matrix' | 'unit'): Promise<Locator> {
    if (!(await screen.isVisible())) await page.getByTestId('nav-scoring').click();
    const button = page.getByTestId(`orientation-${orientation}`);
    await button.waitFor();
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    const grid = orientation === 'matrix' ? matrix : form;
    await grid.locator('.ag-row').first().waitFor();
    return grid;
  }

  /** Scrolls the sheet from its beginning until `find` has an answer. */
  async function scrollTo(grid: Locator, axis: 'top' | 'left', find: () => Promise<string | null>): Promise<string> {
    const found = await find();
    if (found !== null) return found;
    const viewport = grid.locator('.ag-grid-viewport');
    const read = () =>
      viewport.evaluate(
        (element, along) =>
          along === 'top'
            ? { at: element.scrollTop, page: element.clientHeight, end: element.scrollHeight }
            : { at: element.scrollLeft, page: element.clientWidth, end: element.scrollWidth },
        axis,
      );
    const { page: step, end } = await read();
    for (let to = 0; to < end; to += Math.max(60, step / 3)) {
      await viewport.evaluate((element, { along, offset }) => element.scrollTo({ [along]: offset }), {
        along: axis,
        offset: to,
      });
      await page.waitForTimeout(60);
      const id = await find();
      if (id !== null) return id;
    }
    throw new Error(`Not in the sheet: looked along "${axis}" to the end.`);
  }

  function rowIdOf(grid: Locator, code: string): Promise<string> {
    return scrollTo(grid, 'top', () =>
      grid.evaluate((element, wanted) => {
        const cells = [...element.querySelectorAll('[role=row][row-id] [col-id=code]')];
        const cell = cells.find((each) => each.textContent?.trim() === wanted);
        return cell?.closest('[row-id]')?.getAttribute('row-id') ?? null;
      }, code),
    );
  }

  function columnIdOf(leafCode: string): Promise<string> {
    return scrollTo(matrix, 'left', () =>
      matrix.evaluate((element, wanted) => {
        const headers = [...element.querySelectorAll('.ag-header-cell[col-id]')];
        const header = headers.find((each) => each.textContent?.trim().split(/[\n/]/)[0]?.trim() === wanted);
        return header?.getAttribute('col-id') ?? null;
      }, leafCode),
    );
  }

  /** The cell, moved out from under the frozen header and columns. */
  async function at(grid: Locator, rowId: string, columnId: string): Promise<Locator> {
    const cell = grid.locator(`[row-id="${rowId}"] [col-id="${columnId}"]`);
    await grid.evaluate(
      (element, [row, column]) => {
        const viewport = element.querySelector('.ag-grid-viewport');
        const find = (selector: string) => element.querySelector(selector)?.getBoundingClientRect();
        const box = find(`[row-id="${row}"] [col-id="${column}"]`);
        if (!viewport || !box) return;
        const frame = viewport.getBoundingClientRect();
        const rights = [
          ...element.querySelectorAll('.ag-header-cell.ag-cell-last-left-pinned, [col-id=unit], [col-id=code]'),
        ];
        const left = Math.max(frame.left, ...rights.map((each) => each.getBoundingClientRect().right));
        const right = find('.ag-header-cell[col-id=total]')?.left ?? frame.right - 20;
        const top = find('.ag-grid-pinned-top-rows')?.bottom ?? frame.top;
        const isFrozen = box.left < left && ['unit', 'code', 'ordinal'].includes(column ?? '');
        const isResult = ['total', 'index', 'rank', 'class'].includes(column ?? '');
        if (!isFrozen && !isResult) {
          if (box.left < left) viewport.scrollLeft -= left - box.left + 20;
          else if (box.right > right) viewport.scrollLeft += box.right - right + 20;
        }
        if (box.top < top) viewport.scrollTop -= top - box.top + 10;
        else if (box.bottom > frame.bottom - 20) viewport.scrollTop += box.bottom - frame.bottom + 40;
      },
      [rowId, columnId],
    );
    return cell;
  }

  const self: ScoringPage = {
    page,
    bubble,
    editor: page.getByTestId('cell-editor'),
    strip: page.getByTestId('formula-strip'),
    async openMatrix(blockCode) {
      await show('matrix');
      const select = page.getByTestId('block-select');
      const label = await select
        .locator('option')
        .filter({ hasText: `${blockCode} · ` })
        .textContent();
      await select.selectOption({ label: label ?? '' });
      await matrix.locator('.ag-row').first().waitFor();
    },
    async openUnit(unitCode) {
      await show('unit');
      const select = page.getByTestId('unit-select');
      const label = await select
        .locator('option')
        .filter({ hasText: `${unitCode} · ` })
        .textContent();
      await select.selectOption({ label: label ?? '' });
    },
    stage: async (stage) => void (await page.getByTestId('stage-select').selectOption(stage)),
    filter: (text) => page.getByTestId('score-filter').fill(text),
    async cell(unitCode, leafCode) {
      const rowId = await rowIdOf(matrix, unitCode);
      return at(matrix, rowId, await columnIdOf(leafCode));
    },
    async unitCell(leafCode, column) {
      return at(form, await rowIdOf(form, leafCode), column);
    },
    async resultCell(unitCode, column) {
      return at(matrix, await rowIdOf(matrix, unitCode), column);
    },
    async type(unitCode, leafCode, text) {
      const cell = await self.cell(unitCode, leafCode);
      await cell.click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async giveReason(reason) {
      await page.getByTestId('reason-text').fill(reason);
      await page.getByTestId('reason-write').click();
      await page.getByTestId('reason-dialog').waitFor({ state: 'hidden' });
    },
    rankOf: async (unitCode) => (await (await self.resultCell(unitCode, 'rank')).innerText()).trim(),
    textOf: async (unitCode, leafCode) => (await (await self.cell(unitCode, leafCode)).innerText()).trim(),
    meanText: async () => (await page.getByTestId('result-mean').innerText()).replace('%', '').trim(),
    movedText: () => page.getByTestId('moved').innerText(),
    completenessText: () => page.getByTestId('completeness').innerText(),
    async history() {
      const toggle = page.getByTestId('panel-toggle');
      if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
      await page.getByTestId('side-tab-history').click();
      const list = page.getByTestId('cell-history');
      await list.waitFor();
      return list.locator('li').allInnerTexts();
    },
    async settled() {
      await page.locator('[data-testid="save-state"][data-state="saved"]').waitFor({ timeout: SETTLE_MS });
      // The strips follow two frames after the sheet.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20)))),
      );
      await page.getByTestId('pending-count').waitFor({ state: 'detached', timeout: SETTLE_MS });
    },
  };
  return self;
}
