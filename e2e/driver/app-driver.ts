/**
 * Drives the real app in the real Electron for the end-to-end tests and the measurements: starts it with its own user
 * data, answers its file dialogs, kills it, starts it again. Knows nothing of screens; those are page objects.
 */
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { Desktop, Preferences } from '#shared/contract/desktop.ts';
import { PROJECT_FOLDER, makeSharedFolder, readLaunchSettings } from './launch-settings.ts';
import { killOne, killTree } from './process-tree.ts';

const START_TIMEOUT_MS = 60_000;

export interface LaunchOptions {
  /** Folder of the shell's own files; a new empty one unless given. */
  readonly userData?: string;
  /** Office file on the command line. */
  readonly office?: string;
  readonly args?: readonly string[];
}

type Look = () => Promise<void>;

export interface AppDriver {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Where this test's office files, imports and exports go; the app may write here. */
  readonly folder: string;
  /** Path of `name` in `folder`. */
  path(name: string): string;
  /** Copies a fixture into `folder`, writable for the app. */
  placeFile(source: string, name: string): Promise<string>;
  /** Every file dialog from now on is answered with this path; null is Cancel. */
  stubDialog(path: string | null): Promise<void>;
  /** Drags files of this computer over a place of the window, lets `over` look, and drops them there. */
  dropFiles(paths: readonly string[], at: { readonly x: number; readonly y: number }, over?: Look): Promise<void>;
  /** Console errors and uncaught errors of the page since the last call. */
  takeErrors(): readonly string[];
  setTheme(theme: Preferences['theme']): Promise<void>;
  /** A picture of the window, into e2e/.artifacts or, for the documents, docs/images. With a theme the page reloads. */
  screenshot(name: string, options?: { theme?: Preferences['theme']; to?: 'artifacts' | 'docs' }): Promise<string>;
  getDataProcessId(): Promise<number>;
  killDataProcess(): Promise<void>;
  /** SIGKILL to all processes of the app: the power cut. */
  killHard(): Promise<void>;
  /** Starts the app again with the same user data; closes it first if it still runs. Use the returned driver from then on. */
  relaunch(options?: Omit<LaunchOptions, 'userData'>): Promise<AppDriver>;
  /** Closes the app in order and throws when the page said anything was wrong. */
  close(): Promise<void>;
}

/** Starts the app and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<AppDriver> {
  const userData = options.userData ?? makeSharedFolder('user-data');
  return drive(await startElectron(userData, options), userData, makeSharedFolder('files'));
}

async function startElectron(userData: string, options: LaunchOptions): Promise<ElectronApplication> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new Error('No display: run `npm run e2e`, which brings a virtual one.');
  }
  const settings = readLaunchSettings();
  const switches = [`--user-data-dir=${userData}`, '--cchc-test', ...(options.args ?? [])];
  return _electron.launch({
    executablePath: settings.executable,
    args: [settings.appFolder, ...switches, ...(options.office === undefined ? [] : [options.office])],
    // The real sandbox: otherwise Playwright would switch it off.
    chromiumSandbox: true,
    timeout: START_TIMEOUT_MS,
  });
}

async function drive(app: ElectronApplication, userData: string, folder: string): Promise<AppDriver> {
  const page = await app.firstWindow({ timeout: START_TIMEOUT_MS });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => errors.push('the page crashed'));
  let isRunning = true;
  app.once('close', () => (isRunning = false));
  await page.waitForLoadState('domcontentloaded');

  async function end(how: () => unknown): Promise<void> {
    if (!isRunning) return;
    const gone = app.waitForEvent('close', { timeout: 20_000 });
    await how();
    await gone;
  }

  const driver: AppDriver = {
    app,
    page,
    userData,
    folder,
    path: (name) => join(folder, name),
    async placeFile(source, name) {
      const target = join(folder, name);
      await copyFile(source, target);
      await chmod(target, 0o666);
      return target;
    },
    async stubDialog(path) {
      await app.evaluate(({ dialog }, answer) => {
        const canceled = answer === null;
        dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: canceled ? [] : [answer] });
        dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: answer ?? '' });
      }, path);
    },
    async dropFiles(paths, at, over) {
      // What the browser itself does when the desktop hands it files: they have paths, as a File made in the page has not.
      const devtools = await page.context().newCDPSession(page);
      const data = { items: [], files: [...paths], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        if (type === 'drop') await over?.();
        await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
      }
      await devtools.detach();
    },
    takeErrors: () => errors.splice(0),
    async setTheme(theme) {
      await page.evaluate(
        (chosen) => (window as unknown as { desktop: Desktop }).desktop.setPreferences({ theme: chosen }),
        theme,
      );
      await page.reload();
      // Screens are loaded when they are shown.
      await page.waitForLoadState('networkidle');
    },
    async screenshot(name, { theme, to = 'artifacts' } = {}) {
      if (theme !== undefined) await driver.setTheme(theme);
      const target = join(PROJECT_FOLDER, to === 'docs' ? 'docs/images' : 'e2e/.artifacts', `${name}.png`);
      await mkdir(join(target, '..'), { recursive: true });
      await page.screenshot({ path: target, animations: 'disabled' });
      return target;
    },
    async getDataProcessId() {
      const pid = await app.evaluate(
        (electron) => electron.app.getAppMetrics().find((process) => process.name === 'cchc-data')?.pid,
      );
      if (pid === undefined) throw new Error('The data process does not run.');
      return pid;
    },
    killDataProcess: async () => killOne(await driver.getDataProcessId()),
    async killHard() {
      const pid = app.process().pid;
      if (pid === undefined) throw new Error('The app did not start.');
      await end(() => killTree(pid));
    },
    async relaunch(next = {}) {
      await driver.close();
      return drive(await startElectron(userData, next), userData, folder);
    },
    async close() {
      await end(() => app.close());
      const said = driver.takeErrors();
      if (said.length > 0) throw new Error(`The page reported errors:\n${said.join('\n')}`);
    },
  };
  return driver;
}
