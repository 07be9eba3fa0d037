/** Page object of the screen "Nhật ký". */
import type { Locator, Page } from 'playwright';

export interface LogRow {
  readonly seq: number;
  readonly actor: string;
  readonly step: string;
  readonly changes: number;
}

export interface LogPage {
  readonly screen: Locator;
  readonly details: Locator;
  readonly chain: Locator;
  open(): Promise<void>;
  readRows(): Promise<readonly LogRow[]>;
  search(text: string): Promise<void>;
  /** Fills in one condition; `kind` and `actor` by the word shown. */
  narrow(field: 'unit' | 'leaf' | 'kind' | 'actor' | 'from' | 'to', text: string): Promise<void>;
  clearFilters(): Promise<void>;
  openDetails(seq: number): Promise<void>;
  /** Runs the chain check, against a code noted earlier if one is given; gives its sentence and whether it is good news. */
  verify(code?: string): Promise<{ readonly ok: boolean; readonly text: string }>;
  /** The code the last check gave. */
  code(): Promise<string>;
}

export function logPage(page: Page): LogPage {
  const screen = page.getByTestId('log-screen');
  const chain = page.getByTestId('chain-result');
  const rows = page.getByTestId('log-row');
  const readRows = (): Promise<readonly LogRow[]> =>
    rows.evaluateAll((all) =>
      all.map((row) => {
        const [seq, , actor, step, changes] = [...row.children].map((cell) => cell.textContent?.trim() ?? '');
        return { seq: Number(seq), actor: actor ?? '', step: step ?? '', changes: Number(changes) };
      }),
    );

  return {
    screen,
    chain,
    details: page.getByTestId('batch-details'),
    async open() {
      if (!(await screen.isVisible())) await page.getByTestId('nav-log').click();
      await screen.waitFor();
    },
    readRows,
    search: (text) => page.locator('.log-search input').fill(text),
    async narrow(field, text) {
      const input = page.getByTestId(`log-filter-${field}`);
      if (field === 'kind' || field === 'actor') await input.selectOption({ label: text });
      else await input.fill(text);
    },
    clearFilters: () => page.getByTestId('log-filter-clear').click(),
    async openDetails(seq) {
      const at = (await readRows()).findIndex((row) => row.seq === seq);
      if (at < 0) throw new Error(`Step ${seq} is not listed`);
      await rows.nth(at).click();
      await page.getByTestId('batch-details').waitFor();
    },
    async verify(code = '') {
      await page.getByTestId('chain-anchor').fill(code);
      await page.getByTestId('verify-chain').click();
      await page.locator('[data-testid=verify-chain]:enabled').waitFor();
      await chain.waitFor();
      return { ok: (await chain.getAttribute('data-ok')) === 'true', text: await chain.innerText() };
    },
    code: () => page.getByTestId('chain-code').innerText(),
  };
}
