/** Page object of the window's frame: navigation, what is on disk, undo, menus, palette, messages. */
import type { Locator, Page } from 'playwright';

export type ScreenName =
  'start' | 'scoring' | 'appraisal' | 'ranking' | 'reports' | 'log' | 'units' | 'overview' | 'criteria';

const OPEN_MS = 30_000;
const SAVE_MS = 10_000;

export interface ShellPage {
  readonly frame: Locator;
  readonly simulated: Locator;
  readonly saveState: Locator;
  readonly undoButton: Locator;
  readonly toasts: Locator;
  readonly palette: Locator;
  readonly dialog: Locator;
  /** Waits until an office file with a cycle is shown. */
  opened(): Promise<void>;
  /** Waits until the start screen is shown. */
  started(): Promise<void>;
  goTo(screen: ScreenName): Promise<void>;
  /** Waits until the window says that everything is on disk. */
  saved(): Promise<void>;
  chooseInUserMenu(item: string): Promise<void>;
  closeFile(): Promise<void>;
  /** Closes the messages at the lower right, which lie over the cells below them. */
  closeToasts(): Promise<void>;
  openImportDialog(): Promise<void>;
  cycleName(): Promise<string>;
}

export function shell(page: Page): ShellPage {
  const frame = page.getByTestId('shell');
  const saveState = page.getByTestId('save-state');
  const userMenu = page.getByTestId('user-menu');

  async function openMenu(): Promise<void> {
    await userMenu.click();
    await page.getByRole('menu').waitFor();
  }

  return {
    frame,
    saveState,
    simulated: page.getByTestId('simulated-mark'),
    undoButton: page.getByTestId('undo'),
    toasts: page.getByTestId('toast'),
    palette: page.getByTestId('palette'),
    dialog: page.getByRole('dialog'),
    async opened() {
      await page.locator('[data-testid=shell][data-open=true]').waitFor({ timeout: OPEN_MS });
      await page.getByTestId('simulated-mark').or(page.getByTestId('no-cycle')).waitFor({ timeout: OPEN_MS });
    },
    async started() {
      await page.getByTestId('start-screen').waitFor({ timeout: OPEN_MS });
    },
    async goTo(screen) {
      await page.getByTestId(`nav-${screen}`).click();
      await page.getByTestId(`${screen}-screen`).waitFor();
    },
    async saved() {
      await page.locator('[data-testid=save-state][data-state=saved]').waitFor({ timeout: SAVE_MS });
    },
    async chooseInUserMenu(item) {
      await openMenu();
      const chosen = page.getByRole('menuitemradio', { name: item }).or(page.getByRole('menuitem', { name: item }));
      await chosen.click();
      if (await page.getByRole('menu').isVisible()) await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'hidden' });
    },
    async closeFile() {
      await openMenu();
      await page.getByTestId('close-file').click();
      await page.getByTestId('start-screen').waitFor();
    },
    async closeToasts() {
      await page
        .getByTestId('toast')
        .locator('.icon-button')
        .evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
      await page.getByTestId('toast').waitFor({ state: 'detached' });
    },
    async openImportDialog() {
      await page.getByTestId('cycle-picker').click();
      await page.getByRole('menuitem', { name: /Kỳ mới từ bảng điểm|New cycle/ }).click();
      await page.getByTestId('import-dialog').waitFor();
    },
    cycleName: () => page.getByTestId('cycle-picker').innerText(),
  };
}
