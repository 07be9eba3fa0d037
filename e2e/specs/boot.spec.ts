/** Starting, starting twice, dying and leaving: what main/app and main/broker promise. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Desktop } from '#shared/contract/desktop.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { launchApp, type AppDriver, type LaunchOptions } from '#e2e/driver/app-driver.ts';
import { callService } from '#e2e/driver/call-service.ts';
import { readLaunchSettings } from '#e2e/driver/launch-settings.ts';

let driver: AppDriver | undefined;

async function launch(options?: LaunchOptions): Promise<AppDriver> {
  driver = await launchApp(options);
  return driver;
}

afterEach(async () => {
  await driver?.close();
  driver = undefined;
});

/** A new office file, chosen through the (answered) dialog like a person would. */
async function createOffice(app: AppDriver, name: string): Promise<FileToken> {
  await app.stubDialog(app.path(name));
  const chosen = await app.page.evaluate(() =>
    (window as unknown as { desktop: Desktop }).desktop.chooseFile('createOffice', 'Năm 2023'),
  );
  if (chosen === null) throw new Error('The dialog was not answered.');
  expect(await callService(app.page, 'office.create', { fileToken: chosen.token })).toMatchObject({ ok: true });
  return chosen.token;
}

/** Starts the app a second time with the same user data; resolves to its exit code. */
function startAgain(app: AppDriver, ...words: string[]): Promise<number | null> {
  const { executable, appFolder } = readLaunchSettings();
  const second = spawn(executable, [appFolder, `--user-data-dir=${app.userData}`, ...words], { stdio: 'ignore' });
  return new Promise((resolve) => second.once('exit', resolve));
}

describe('starting', () => {
  it('shows a painted window of the usual size', async () => {
    const { app } = await launch();
    const window = await app.evaluate(async ({ BrowserWindow }) => {
      const first = BrowserWindow.getAllWindows()[0];
      if (first === undefined) throw new Error('no window');
      if (!first.isVisible()) await new Promise((resolve) => first.once('show', () => resolve(undefined)));
      const pixels = (await first.webContents.capturePage()).toBitmap();
      const colours = new Set<number>();
      for (let at = 0; at + 4 <= pixels.length; at += 4) colours.add(pixels.readUInt32LE(at));
      return { size: first.getSize(), colours: colours.size, count: BrowserWindow.getAllWindows().length };
    });
    expect(window.size).toEqual([1366, 768]);
    expect(window.colours).toBeGreaterThan(1);
    expect(window.count).toBe(1);
  });

  it('comes back in the size and with the choices it had', async () => {
    const first = await launch();
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1100, 700));
    const kept = await first.page.evaluate(() =>
      (window as unknown as { desktop: Desktop }).desktop.setPreferences({ language: 'en', theme: 'dark' }),
    );
    expect(kept).toEqual({ language: 'en', theme: 'dark' });
    driver = await first.relaunch();
    const size = await driver.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
    expect(size).toEqual([1100, 700]);
    const preferences = await driver.page.evaluate(() =>
      (window as unknown as { desktop: Desktop }).desktop.preferences(),
    );
    expect(preferences).toEqual({ language: 'en', theme: 'dark' });
  });

  it('says what runs here', async () => {
    const { app, page, userData } = await launch();
    const about = await page.evaluate(() => (window as unknown as { desktop: Desktop }).desktop.about());
    const versions = await app.evaluate(() => process.versions);
    expect(about).toMatchObject({
      electron: versions['electron'],
      chromium: versions['chrome'],
      node: versions['node'],
      runtime: Number.parseInt(versions['electron'] ?? '', 10) < 45 ? 'fallback' : 'official',
    });
    await expect
      .poll(() => existsSync(`${userData}/logs/app.log`) && readFileSync(`${userData}/logs/app.log`, 'utf8'))
      .toContain(`on Electron ${versions['electron']}`);
  });

  it('passes a file of the command line on to the window', async () => {
    const before = await launch();
    await createOffice(before, 'dong-lenh.cchc');
    driver = await before.relaunch({ office: before.path('dong-lenh.cchc') });
    const reopened = driver;
    await expect
      .poll(() => callService(reopened.page, 'office.status', {}), { timeout: 20_000 })
      .toMatchObject({ ok: true, value: { open: true, fileName: 'dong-lenh.cchc' } });
  });

  it('loads a page that crashed again', async () => {
    const crashed = await launch();
    const outcome = await crashed.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error('no window');
      const before = contents.getOSProcessId();
      const loaded = new Promise((resolve) => {
        // A load that was under way before the crash does not count.
        contents.once('render-process-gone', () => contents.once('did-finish-load', () => resolve(undefined)));
      });
      contents.forcefullyCrashRenderer();
      await loaded;
      const desktop = (await contents.executeJavaScript('typeof window.desktop')) as string;
      return { isNewProcess: contents.getOSProcessId() !== before, desktop };
    });
    expect(outcome).toEqual({ isNewProcess: true, desktop: 'object' });
    expect(crashed.takeErrors()).toContain('the page crashed');
  });
});

describe('a second start', () => {
  it('ends at once, brings the first window to the front and hands over its file', async () => {
    const first = await launch();
    await createOffice(first, 'lần hai.cchc');
    await first.page.evaluate(() => {
      const { desktop } = window as unknown as { desktop: Desktop };
      desktop.onOpenFile((file) => {
        Object.assign(window, { openedFile: file.name });
      });
    });
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect(await startAgain(first, first.path('lần hai.cchc'))).toBe(0);
    await first.page.waitForFunction(() => 'openedFile' in window);
    expect(await first.page.evaluate(() => (window as unknown as { openedFile: string }).openedFile)).toBe(
      'lần hai.cchc',
    );
    const windows = await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isVisible()),
    );
    expect(windows).toEqual([true]);
  });
});

describe('files', () => {
  it('reach the page as tokens, and only those the person chose', async () => {
    const { page, path, stubDialog } = await launch();
    await stubDialog(path('không đuôi'));
    const chosen = await page.evaluate(() =>
      (window as unknown as { desktop: Desktop }).desktop.chooseFile('createOffice', '../../Năm 2023'),
    );
    expect(chosen).toEqual({ token: expect.any(String) as string, name: 'không đuôi.cchc', folder: path('.') });
    const guessed = await callService(page, 'office.open', { fileToken: path('không đuôi.cchc') });
    expect(guessed).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', reason: 'fileToken' } });
    await stubDialog(null);
    const cancelled = await page.evaluate(() =>
      (window as unknown as { desktop: Desktop }).desktop.chooseFile('openOffice'),
    );
    expect(cancelled).toBeNull();
  });

  it('that were opened are remembered until forgotten', async () => {
    const before = await launch();
    await createOffice(before, 'gần đây.cchc');
    driver = await before.relaunch();
    const read = (page: AppDriver['page']) =>
      page.evaluate(() => (window as unknown as { desktop: Desktop }).desktop.recentFiles());
    const recent = await read(driver.page);
    expect(recent).toMatchObject([{ name: 'gần đây.cchc', folder: before.path('.'), exists: true }]);
    await driver.page.evaluate(
      (token) => (window as unknown as { desktop: Desktop }).desktop.forgetRecent(token),
      recent[0]?.token as FileToken,
    );
    expect(await read(driver.page)).toEqual([]);
  });
});

describe('the data process', () => {
  it('comes back when it is killed, with the office file open', async () => {
    const app = await launch();
    const { page } = app;
    const token = await createOffice(app, 'sống lại.cchc');
    await page.evaluate(() => {
      const states: string[] = [];
      Object.assign(window, { states });
      (window as unknown as { desktop: Desktop }).desktop.onDataProcessState((state) => states.push(state));
    });
    const before = await app.getDataProcessId();
    await app.killDataProcess();
    await page.waitForFunction(() => (window as unknown as { states: string[] }).states.includes('ready'));
    expect(await page.evaluate(() => (window as unknown as { states: string[] }).states)).toEqual([
      'died',
      'starting',
      'ready',
    ]);
    expect(await app.getDataProcessId()).not.toBe(before);
    expect(await callService(page, 'office.status', {})).toMatchObject({
      ok: true,
      value: { open: true, fileName: 'sống lại.cchc' },
    });
    // The tokens of before the death are good for the new process.
    expect(await callService(page, 'office.open', { fileToken: token })).toMatchObject({ ok: true });
  });

  it('closes the file in order when the app is left', async () => {
    const app = await launch();
    await createOffice(app, 'đóng.cchc');
    const pid = await app.getDataProcessId();
    await app.close();
    // A checkpointed database has no log beside it.
    expect(existsSync(app.path('đóng.cchc'))).toBe(true);
    expect(existsSync(app.path('đóng.cchc-wal'))).toBe(false);
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('is gone with everything else after a hard kill, and the app starts again', async () => {
    const app = await launch();
    await createOffice(app, 'mất điện.cchc');
    const pid = await app.getDataProcessId();
    await app.killHard();
    await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 5_000 }).toBe(false);
    driver = await app.relaunch();
    const recent = await driver.page.evaluate(() => (window as unknown as { desktop: Desktop }).desktop.recentFiles());
    expect(recent.map((file) => file.name)).toEqual(['mất điện.cchc']);
  });
});
