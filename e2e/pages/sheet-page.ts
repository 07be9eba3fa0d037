/**
 * Page object of a spreadsheet in the matrix: presses, drags, pastes and reads by unit code and leaf code. Cells must be
 * in the document; `show` scrolls there.
 */
import type { Page } from 'playwright';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { callService } from '#e2e/driver/call-service.ts';
import { scoringPage } from './scoring-page.ts';

export interface CopiedForms {
  readonly text: string;
  readonly html: string;
}

export interface SheetPage {
  /** Scrolls a cell into sight and clicks it. */
  click(cell: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Clicks with keys held. */
  clickWith(keys: readonly string[], cell: string): Promise<void>;
  drag(from: string, to: string, keys?: readonly string[]): Promise<void>;
  /** Drags the fill handle of the selection to a cell. */
  dragHandle(to: string, keys?: readonly string[]): Promise<void>;
  clickHeader(leaf: string, keys?: readonly string[]): Promise<void>;
  clickRowHeader(unit: string, keys?: readonly string[]): Promise<void>;
  clickCorner(): Promise<void>;
  /** Puts text on the system's clipboard. */
  setClipboard(text: string, html?: string): Promise<void>;
  /** Text on the system's clipboard. */
  clipboardText(): Promise<string>;
  /** The two forms of what the sheet copied last. */
  lastCopy(): Promise<CopiedForms | null>;
  /** What is selected and in sight: "P22:P23 × 4.2.1:4.2.2 @ P22 4.2.1". */
  selection(): Promise<string>;
  /** Number of selected cells as the status bar says it; 1 without figures. */
  count(): Promise<number>;
  /** Shown texts of a rectangle, rows by lines. */
  texts(from: string, to: string): Promise<string>;
  /** Writes a rectangle through the clipboard and waits for the disk. */
  put(at: string, text: string): Promise<void>;
  editorText(): Promise<string | null>;
  /** Leaves of the block, in the order of their columns. */
  readonly leaves: readonly { readonly code: string; readonly maxMicro: number; readonly isSurvey: boolean }[];
  settled(): Promise<void>;
}

/** Reads the ids of a block once. Cells are written "P22 4.2.1". */
export async function sheetPage(driver: AppDriver): Promise<SheetPage> {
  const { page } = driver;
  const scoring = scoringPage(page);
  const rowIds = new Map<string, string>();
  const leafIds = new Map<string, string>();
  const cycles = await callService(page, 'cycles.list', {});
  const cycleId = cycles.ok ? cycles.value[0]?.id : undefined;
  if (cycleId === undefined) throw new Error('no cycle');
  const structure = await callService(page, 'cycles.get', { cycleId });
  if (!structure.ok) throw new Error(JSON.stringify(structure.error));
  for (const { id, unitId } of structure.value.cycleUnits) {
    const unit = structure.value.units.find((each) => each.id === unitId);
    if (unit) rowIds.set(unit.code, id);
  }
  const block = structure.value.blocks.find(({ code }) => code === 'K3');
  const set = structure.value.criteriaSets.find(({ id }) => id === block?.criteriaSetId);
  for (const { id, code } of set?.nodes ?? []) leafIds.set(code, id);

  const codes = [
    ...[...rowIds, ...leafIds].map(([code, id]) => [id, code] as const),
    ...[...leafIds].map(([code, id]) => [`sum:${id}`, `sum ${code}`] as const),
  ];

  function locate(cell: string) {
    const [unit = '', leaf = ''] = cell.split(' ');
    const column = leafIds.get(leaf) ?? leaf;
    return page.locator(`.ag-row[row-id="${rowIds.get(unit) ?? ''}"] .ag-cell[col-id="${column}"]`);
  }

  async function middle(cell: string): Promise<{ x: number; y: number }> {
    const box = await locate(cell).boundingBox();
    if (!box) throw new Error(`${cell} is not in the document`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async function holding(keys: readonly string[], act: () => Promise<void>): Promise<void> {
    for (const key of keys) await page.keyboard.down(key);
    await act();
    for (const key of keys) await page.keyboard.up(key);
  }

  await page.evaluate(rememberCopies);

  const self: SheetPage = {
    async click(cell) {
      const [unit = '', leaf = ''] = cell.split(' ');
      if (leafIds.has(leaf)) await (await scoring.cell(unit, leaf)).click();
      else await locate(cell).click();
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    clickWith: (keys, cell) =>
      holding(keys, async () => {
        const { x, y } = await middle(cell);
        await page.mouse.click(x, y);
      }),
    drag: (from, to, keys = []) =>
      holding(keys, async () => {
        const start = await middle(from);
        const end = await middle(to);
        await page.mouse.move(start.x, start.y);
        await page.mouse.down();
        await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
        await page.mouse.move(end.x, end.y);
        await page.mouse.up();
      }),
    async dragHandle(to, keys = []) {
      const box = await page.locator('.sheet-handle').boundingBox();
      if (!box) throw new Error('no fill handle');
      const end = await middle(to);
      await page.mouse.move(box.x + box.width - 3, box.y + box.height - 3);
      await page.mouse.down();
      await holding(keys, async () => {
        await page.mouse.move(end.x, end.y, { steps: 4 });
        await page.mouse.up();
      });
    },
    clickHeader: (leaf, keys = []) =>
      holding(keys, () =>
        page
          .locator(`.ag-header-cell[col-id="${leafIds.get(leaf) ?? leaf}"] .ag-header-cell-text`)
          .click({ position: { x: 8, y: 8 } }),
      ),
    clickRowHeader: (unit, keys = []) => holding(keys, () => locate(`${unit} ordinal`).click()),
    clickCorner: () => page.locator('.ag-header-cell[col-id=ordinal]').click(),
    setClipboard: (text, html = '') => page.evaluate(writeClipboard, { text, html }),
    // Synchronous in some versions of Electron, a promise in others.
    clipboardText: () => driver.app.evaluate(async (electron) => await electron.clipboard.readText()),
    lastCopy: () => page.evaluate(() => (window as unknown as { lastCopy?: CopiedForms }).lastCopy ?? null),
    selection: () => page.evaluate(readSelection, codes),
    async count() {
      const cells = page.getByTestId('selection-sums').locator('span').first();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
      return (await cells.count()) === 0 ? 1 : Number.parseInt(await cells.innerText(), 10);
    },
    texts: (from, to) => readTexts(page, locate, from, to, [...rowIds.keys()], [...leafIds.keys()]),
    async put(at, text) {
      await self.setClipboard(text);
      await self.click(at);
      await self.press('Control+v');
      await self.settled();
    },
    editorText: async () => ((await scoring.editor.count()) === 0 ? null : scoring.editor.inputValue()),
    leaves: (set?.nodes ?? []).flatMap(({ code, maxMicro, rule }) =>
      rule ? [{ code, maxMicro, isSurvey: rule.kind === 'survey' }] : [],
    ),
    settled: scoring.settled,
  };
  return self;
}

async function readTexts(
  page: Page,
  locate: (cell: string) => { innerText(): Promise<string> },
  from: string,
  to: string,
  units: readonly string[],
  leaves: readonly string[],
): Promise<string> {
  const [topUnit = '', leftLeaf = ''] = from.split(' ');
  const [bottomUnit = '', rightLeaf = ''] = to.split(' ');
  const rows = units.slice(units.indexOf(topUnit), units.indexOf(bottomUnit) + 1);
  const shown = await page
    .locator('.ag-header-cell[col-id]')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent?.trim().split(/[\n/]/)[0]?.trim() ?? ''));
  const between = leaves.slice(leaves.indexOf(leftLeaf), leaves.indexOf(rightLeaf) + 1);
  const columns = between.filter((leaf) => shown.includes(leaf));
  const lines: string[] = [];
  for (const unit of rows) {
    const texts: string[] = [];
    for (const leaf of columns) texts.push((await locate(`${unit} ${leaf}`).innerText()).trim());
    lines.push(texts.join(' '));
  }
  return lines.join('\n');
}

/** Runs in the page: writes to the system's clipboard as another program would, nothing cleaned away. */
function writeClipboard({ text, html }: CopiedForms): void {
  const allow = (event: Event) => event.preventDefault();
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== '') event.clipboardData?.setData('text/html', html);
  };
  window.addEventListener('beforecopy', allow, { once: true, capture: true });
  window.addEventListener('copy', write, { once: true, capture: true });
  if (!document.execCommand('copy')) throw new Error('the clipboard was not written');
}

/** Runs in the page: keeps what the sheet copied. */
function rememberCopies(): void {
  const keep = ({ clipboardData }: ClipboardEvent) => {
    const text = clipboardData?.getData('text/plain') ?? '';
    (window as unknown as { lastCopy?: CopiedForms }).lastCopy = {
      text,
      html: clipboardData?.getData('text/html') ?? '',
    };
  };
  window.addEventListener('copy', keep);
}

/** Runs in the page. */
function readSelection(codes: readonly (readonly [string, string])[]): string {
  const codeOf = new Map(codes);
  const rowsOf: { at: number; unit: string; columns: string[] }[] = [];
  for (const row of document.querySelectorAll('.ag-row[row-id]')) {
    const cells = [...row.querySelectorAll('.ag-cell.sheet-selected')].sort(
      (a, b) => Number(a.getAttribute('aria-colindex')) - Number(b.getAttribute('aria-colindex')),
    );
    const columns = cells.map((cell) => {
      const id = cell.getAttribute('col-id') ?? '';
      return codeOf.get(id) ?? id;
    });
    const unit = codeOf.get(row.getAttribute('row-id') ?? '') ?? '';
    if (columns.length > 0) rowsOf.push({ at: Number(row.getAttribute('row-index')), unit, columns });
  }
  rowsOf.sort((a, b) => a.at - b.at);
  const groups: { units: string[]; columns: string }[] = [];
  for (const { unit, columns } of rowsOf) {
    const line = columns.join(',');
    const last = groups.at(-1);
    if (last?.columns === line) last.units.push(unit);
    else groups.push({ units: [unit], columns: line });
  }
  const ends = (list: readonly string[]) => (list.length > 1 ? `${list[0]}:${list.at(-1)}` : list[0]);
  const text = groups.map(({ units, columns }) => `${ends(units)} × ${ends(columns.split(','))}`).join(' + ');
  const active = document.querySelector('.ag-cell.sheet-active');
  const activeColumn = active?.getAttribute('col-id') ?? '';
  const activeRow = active?.closest('.ag-row')?.getAttribute('row-id') ?? '';
  const isFocused = document.activeElement === active ? '' : ' (not focused)';
  return `${text} @ ${codeOf.get(activeRow) ?? ''} ${codeOf.get(activeColumn) ?? activeColumn}${isFocused}`;
}
