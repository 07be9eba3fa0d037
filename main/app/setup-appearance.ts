import { nativeTheme } from 'electron';
import type { Preferences } from '#shared/contract/desktop.ts';
import { getBackgroundColor } from './app-window.ts';
import { setupMenu } from './setup-menu.ts';
import type { WindowSet } from './window-set.ts';

/** Language of the menu, theme of what the system draws, colour behind the page. Called at start and at every change. */
export function setupAppearance(preferences: Preferences, windows: WindowSet, isPackaged: boolean): void {
  nativeTheme.themeSource = preferences.theme === 'contrast' ? 'dark' : preferences.theme;
  setupMenu(preferences.language, { isPackaged, isMac: process.platform === 'darwin' });
  windows.first()?.setBackgroundColor(getBackgroundColor(preferences.theme, nativeTheme.shouldUseDarkColors));
}
