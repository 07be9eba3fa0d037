/** Page object of the screen "Đơn vị": speaks in unit codes, names and days. */
import type { Locator, Page } from 'playwright';

export interface RegistryEntry {
  readonly code: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly origin: string;
}

export interface CycleUnitEntry {
  readonly code: string;
  readonly ranked: string;
  readonly cells: string;
  readonly marks: string;
}

export interface UnitsPage {
  readonly screen: Locator;
  readonly card: Locator;
  readonly dialog: Locator;
  readonly preview: Locator;
  openRegistry(): Promise<void>;
  openCycle(block: string): Promise<void>;
  find(text: string): Promise<void>;
  show(which: 'present' | 'ended' | 'all'): Promise<void>;
  readRegistry(): Promise<readonly RegistryEntry[]>;
  /** Opens the card of a unit; of several with the code that of the nth shown. */
  openUnit(code: string, nth?: number): Promise<void>;
  closeCard(): Promise<void>;
  /** Fills the dialog that is open: test id → text. */
  fill(fields: Readonly<Record<string, string>>): Promise<void>;
  press(testId: string): Promise<void>;
  /** Ticks units of a list by code. */
  tick(list: string, codes: readonly string[]): Promise<void>;
  readCycleUnits(): Promise<readonly CycleUnitEntry[]>;
  chooseCycleUnit(code: string): Promise<void>;
}

export function unitsPage(page: Page): UnitsPage {
  const screen = page.getByTestId('units-screen');
  const registryRow = (code: string) => page.locator(`[data-testid=registry-row][data-unit="${code}"]`);
  const cells = (rows: Locator) =>
    rows.evaluateAll((all) =>
      all.map((row) => {
        const textOf = (selector: string) => row.querySelector<HTMLElement>(selector)?.innerText.trim() ?? '';
        const days = [...row.querySelectorAll<HTMLElement>('.col-day')].map((cell) => cell.innerText.trim());
        const counts = [...row.querySelectorAll<HTMLElement>('.col-count')].map((cell) => cell.innerText.trim());
        return {
          code: (row as HTMLElement).dataset['unit'] ?? '',
          name: textOf('.unit-name'),
          from: days[0] ?? '',
          to: days[1] ?? '',
          origin: textOf('.col-origin').replaceAll('\n', ' '),
          ranked: textOf('.col-ranked'),
          cells: counts.at(-1) ?? '',
        };
      }),
    );

  async function open(tab: 'registry' | 'cycle'): Promise<void> {
    if (!(await screen.isVisible())) await page.getByTestId('nav-units').click();
    await page.getByTestId(`units-tab-${tab}`).click();
  }

  return {
    screen,
    card: page.getByTestId('unit-card'),
    dialog: page.getByRole('dialog'),
    preview: page.getByTestId('wizard-preview'),
    async openRegistry() {
      await open('registry');
      await page.getByTestId('registry-table').waitFor();
    },
    async openCycle(block) {
      await open('cycle');
      await page.getByTestId(`block-${block}`).click();
      await page.locator(`[data-testid=block-${block}][aria-selected=true]`).waitFor();
    },
    find: (text) => page.getByTestId('units-find').fill(text),
    show: async (which) => {
      await page.getByTestId('units-shown').selectOption(which);
    },
    readRegistry: () => cells(page.getByTestId('registry-row')),
    async openUnit(code, nth = 0) {
      await registryRow(code).nth(nth).locator('.unit-name').click();
      await page.getByTestId('unit-card').waitFor();
    },
    async closeCard() {
      await page.getByTestId('unit-card').locator('.icon-button').click();
      await page.getByTestId('unit-card').waitFor({ state: 'hidden' });
    },
    async fill(fields) {
      for (const [testId, text] of Object.entries(fields)) {
        const field = page.getByTestId(testId);
        await field.waitFor();
        // Fluent puts the test id on the input itself.
        await field.fill(text);
      }
    },
    press: (testId) => page.getByTestId(testId).click(),
    async tick(list, codes) {
      for (const code of codes) {
        const box = page.getByTestId(list).locator(`label[data-unit="${code}"] input`);
        await box.check();
      }
    },
    async readCycleUnits() {
      const read = await cells(page.getByTestId('cycle-unit-row'));
      return read.map(({ code, ranked, cells: count, origin }) => ({ code, ranked, cells: count, marks: origin }));
    },
    async chooseCycleUnit(code) {
      await page.locator(`[data-testid=cycle-unit-row][data-unit="${code}"] .unit-name`).click();
      await page.locator(`[data-testid=cycle-unit-row][data-unit="${code}"][aria-selected=true]`).waitFor();
    },
  };
}
