/** Page object of the screen "Bắt đầu". File dialogs are answered by the driver. */
import type { Locator, Page } from 'playwright';

export interface StartPage {
  readonly screen: Locator;
  /** Why the last file could not be opened; carries `data-reason`. */
  readonly problem: Locator;
  choose(action: 'create' | 'open' | 'sample'): Promise<void>;
  recent(name: string): Locator;
  openRecent(name: string): Promise<void>;
  forget(name: string): Promise<void>;
}

export function startPage(page: Page): StartPage {
  const list = page.getByTestId('recent-files');
  const recent = (name: string): Locator => list.locator('.recent-open').filter({ hasText: name });
  return {
    screen: page.getByTestId('start-screen'),
    problem: page.getByTestId('start-screen').getByTestId('error-notice'),
    recent,
    choose: (action) => page.getByTestId(`start-${action}`).click(),
    openRecent: (name) => recent(name).click(),
    forget: (name) => list.locator('li').filter({ hasText: name }).locator('.icon-button').click(),
  };
}
