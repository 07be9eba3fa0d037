/**
 * The window: made hidden, shown when its first picture is ready, put back where it was. Must not do anything the
 * first picture waits for.
 */
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Preferences } from '#shared/contract/desktop.ts';
import { APP_START_URL } from '#main/security/app-url.ts';
import { buildWebPreferences } from '#main/security/web-preferences.ts';
import type { Logger } from './logger.ts';
import { MIN_SIZE, parseWindowPlace, type WindowPlace } from './window-place.ts';

export interface AppWindowOptions {
  readonly isPackaged: boolean;
  readonly isTest: boolean;
  /** An office file comes with the start; the page need not draw the start screen first. */
  readonly opensOffice: boolean;
  readonly title: string;
  readonly preferences: Preferences;
  readonly keptPlace: unknown;
  readonly logger: Logger;
}

/** Colour before the page has painted: the page's own, so that nothing flashes. */
export function getBackgroundColor(theme: Preferences['theme'], systemIsDark: boolean): string {
  if (theme === 'contrast') return '#000000';
  return theme === 'dark' || (theme === 'system' && systemIsDark) ? '#1f1f1f' : '#fafafa';
}

/** Opens the window and starts loading the page; it shows itself. */
export function openAppWindow(options: AppWindowOptions): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const { maximized, ...bounds } = parseWindowPlace(options.keptPlace, workAreas);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: options.title,
    autoHideMenuBar: true,
    backgroundColor: getBackgroundColor(options.preferences.theme, nativeTheme.shouldUseDarkColors),
    webPreferences: buildWebPreferences({
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      isPackaged: options.isPackaged,
      isTest: options.isTest,
      opensOffice: options.opensOffice,
    }),
  });
  window.once('ready-to-show', () => (maximized ? window.maximize() : window.show()));
  recoverFromCrash(window, options.logger);
  window.loadURL(APP_START_URL).catch((error: unknown) => options.logger.error(`page: ${String(error)}`));
  return window;
}

/** Where the window is now, for the next start. */
export function readPlace(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Brings a window to the front, whatever state it is in. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

const CRASH_LOOP_MS = 10_000;

/** A crashed page is loaded again; a page that crashes at once is left alone instead of looping. */
function recoverFromCrash(window: BrowserWindow, logger: Logger): void {
  let lastCrashMs = -Infinity;
  window.webContents.on('render-process-gone', (_event, details) => {
    logger.error(`page gone: ${details.reason} ${details.exitCode}`);
    const nowMs = performance.now();
    if (nowMs - lastCrashMs > CRASH_LOOP_MS) window.reload();
    lastCrashMs = nowMs;
  });
  window.on('unresponsive', () => logger.warn('page does not respond'));
}
