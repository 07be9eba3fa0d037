/**
 * The settings table of main/security, asserted on the live window: what is set, and what a page that turned against
 * us is refused. Loosening a setting must fail a test here.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desktop } from '#shared/contract/desktop.ts';
import { launchApp, type AppDriver } from '#e2e/driver/app-driver.ts';
import { readLaunchSettings } from '#e2e/driver/launch-settings.ts';

let driver: AppDriver;
let server: Server;
let serverUrl: string;
/** Requests that reached a server although none may. */
const hits: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  driver = await launchApp();
});

afterAll(async () => {
  // Every refusal of this file is reported on the page's console; that is what was wanted.
  driver.takeErrors();
  await driver.close();
  server.close();
});

/** Runs `code` in a window with our preload that the shell did not open itself. */
async function inForeignWindow<T>(url: string, code: () => T): Promise<Awaited<T>> {
  const preload = join(readLaunchSettings().appFolder, 'out', 'preload', 'preload.cjs');
  const answer = await driver.app.evaluate(
    async ({ BrowserWindow }, given) => {
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload: given.preload, sandbox: true } });
      await foreign.loadURL(given.url);
      const said: unknown = await foreign.webContents.executeJavaScript(`(${given.code})()`);
      foreign.destroy();
      return said;
    },
    { preload, url, code: code.toString() },
  );
  return answer as Awaited<T>;
}

describe('settings of the live window', () => {
  it('are the ones the product commits to', async () => {
    const live = await driver.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(live).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
  });

  it('check no spelling, which would load dictionaries', async () => {
    expect(await driver.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
  });

  it('run in the real sandbox', async () => {
    const { argv, pid } = await driver.app.evaluate(({ BrowserWindow }) => ({
      argv: process.argv,
      pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    }));
    expect(argv.join(' ')).not.toContain('--no-sandbox');
    if (process.platform === 'linux') {
      // Mode 2 is a system call filter, which Chromium installs only with its sandbox.
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
    }
  });

  it('serve the page from our origin under the policy, with a nonce for each load', async () => {
    const read = () =>
      driver.page.evaluate(async () => {
        const headers = [...(await fetch(window.location.href)).headers];
        return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
      });
    const [first, second] = [await read(), await read()];
    expect(driver.page.url()).toBe('app://workbench/index.html');
    expect(first).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    const nonceOf = (policy = '') => /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    const nonce = nonceOf(first['content-security-policy']);
    expect(nonce).toHaveLength(24);
    expect(nonceOf(second['content-security-policy'])).not.toBe(nonce);
    expect(first['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; ` +
        "font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-src 'none'; object-src 'none'",
    );
  });

  it('expose one object and nothing of Node or Electron', async () => {
    // A style sheet of ours shown as a page: our origin and our preload, but no script that adds names of its own.
    const sheet = await driver.page.evaluate(
      () => document.querySelector<HTMLLinkElement>('link[rel="stylesheet"]')?.href ?? '',
    );
    const found = await inForeignWindow(sheet, () => {
      const blank = document.createElement('iframe');
      document.body.append(blank);
      const usual = new Set(Object.getOwnPropertyNames(blank.contentWindow));
      const inFrame = 'desktop' in (blank.contentWindow as unknown as object);
      blank.remove();
      const names = Object.getOwnPropertyNames(window);
      const node = ['require', 'process', 'module', 'exports', 'Buffer', 'global', 'electron', 'ipcRenderer'];
      return {
        inFrame,
        added: names.filter((name) => !usual.has(name) && !/^\d+$/.test(name)),
        node: node.filter((name) => name in window),
        desktop: Object.entries((window as unknown as { desktop: object }).desktop).map(
          ([name, value]) => `${name}: ${typeof value}`,
        ),
      };
    });
    expect(found).toEqual({
      inFrame: false,
      added: ['desktop'],
      node: [],
      desktop: [
        'locale: string',
        'platform: string',
        'isTest: boolean',
        'opensOffice: boolean',
        'chooseFile: function',
        'fileOfDrop: function',
        'recentFiles: function',
        'forgetRecent: function',
        'revealFile: function',
        'about: function',
        'preferences: function',
        'setPreferences: function',
        'paste: function',
        'connect: function',
        'onDataProcessState: function',
        'onOpenFile: function',
      ],
    });
  });

  it('start the data process with next to nothing of the environment', async () => {
    if (process.platform !== 'linux') return;
    const pid = await driver.getDataProcessId();
    const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
      .split('\0')
      .map((entry) => entry.split('=')[0] ?? '');
    const known = ['', 'TZ', 'LANG', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'CCHC_NATIVE_BINDING'];
    // Chromium itself adds what its child processes need.
    expect(names.filter((name) => !known.includes(name) && !/^(CHROME_|NO_AT_BRIDGE|GTK_|GDK_)/.test(name))).toEqual(
      [],
    );
  });
});

describe('a page that turned against us', () => {
  it('cannot run text as code', async () => {
    const outcome = await driver.page.evaluate(
      () =>
        new Promise<Record<string, unknown>>((resolve) => {
          // Out of the debugger's own call, which is exempt from the policy.
          setTimeout(() => {
            const attempts: Record<string, unknown> = {};
            const attempt = (name: string, run: () => unknown) => {
              try {
                attempts[name] = run();
              } catch (error) {
                attempts[name] = (error as Error).name;
              }
            };
            attempt('eval', () => (0, eval)('1 + 1'));
            attempt('Function', () => new Function('return 2')());
            const script = document.createElement('script');
            script.textContent = 'window.inlineRan = true';
            document.head.append(script);
            attempts['inline'] = 'inlineRan' in window;
            document.body.setAttribute('onclick', 'window.handlerRan = true');
            document.body.click();
            attempts['handler'] = 'handlerRan' in window;
            resolve(attempts);
          });
        }),
    );
    expect(outcome).toEqual({ eval: 'EvalError', Function: 'EvalError', inline: false, handler: false });
  });

  it('styles only with the nonce', async () => {
    const widths = await driver.page.evaluate(() => {
      const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
      return ['', nonce].map((given) => {
        const style = document.createElement('style');
        if (given !== '') style.nonce = given;
        style.textContent = '#probe { width: 123px }';
        const probe = document.createElement('div');
        probe.id = 'probe';
        document.head.append(style);
        document.body.append(probe);
        const width = probe.getBoundingClientRect().width;
        style.remove();
        probe.remove();
        return width === 123;
      });
    });
    expect(widths).toEqual([false, true]);
  });

  it('reaches no server, by whatever road', async () => {
    const outcome = await driver.page.evaluate(async (url) => {
      const fails = (attempt: Promise<unknown>) => attempt.then(() => 'reached').catch(() => 'refused');
      const image = new Image();
      const loaded = new Promise((resolve, reject) => {
        image.onload = resolve;
        image.onerror = reject;
      });
      image.src = `${url}/image`;
      const socket = new WebSocket(`${url.replace('http', 'ws')}/socket`);
      const opened = new Promise((resolve, reject) => {
        socket.onopen = resolve;
        socket.onerror = reject;
      });
      const link = document.createElement('link');
      link.rel = 'prefetch';
      link.href = `${url}/prefetch`;
      document.head.append(link);
      navigator.sendBeacon(`${url}/beacon`, 'x');
      return [await fails(fetch(`${url}/fetch`)), await fails(loaded), await fails(opened)];
    }, serverUrl);
    expect(outcome).toEqual(['refused', 'refused', 'refused']);
    expect(hits).toEqual([]);
  });

  it('opens no window', async () => {
    const opened = await driver.page.evaluate(
      (url) => [url, 'https://vbpl.vn.example/', 'file:///etc/hostname', 'about:blank'].map((to) => window.open(to)),
      serverUrl,
    );
    expect(opened).toEqual([null, null, null, null]);
    expect(await driver.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(hits).toEqual([]);
  });

  it('goes nowhere else', async () => {
    for (const target of [
      `${serverUrl}/page`,
      'file:///etc/hostname',
      'app://elsewhere/index.html',
      'data:text/html,x',
    ]) {
      await driver.page.evaluate((url) => {
        window.location.href = url;
      }, target);
      await driver.page.evaluate((url) => {
        const link = document.createElement('a');
        link.href = url;
        document.body.append(link);
        link.click();
        link.remove();
      }, target);
    }
    // A later message from the page shows that no navigation was under way.
    await driver.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(driver.page.url()).toBe('app://workbench/index.html');
    expect(hits).toEqual([]);
  });

  it('gets no permission but the one for copying', async () => {
    const states = await driver.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const query = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName })).state as string;
      const position = new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
        ),
      );
      return {
        names: Object.fromEntries(await Promise.all(names.map(async (name) => [name, await query(name)] as const))),
        copy: await query('clipboard-write'),
        position: await position,
        notification: await Notification.requestPermission(),
      };
    });
    expect(states).toEqual({
      names: {
        geolocation: 'denied',
        notifications: 'denied',
        camera: 'denied',
        microphone: 'denied',
        'clipboard-read': 'denied',
        midi: 'denied',
      },
      copy: 'granted',
      position: 'denied',
      notification: 'denied',
    });
  });

  it('downloads nothing', async () => {
    const started = await driver.app.evaluate(async ({ session, BrowserWindow }) => {
      const ended = new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (event) =>
          setTimeout(() => resolve(String(event.defaultPrevented))),
        );
      });
      BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('data:text/plain,x');
      return ended;
    });
    expect(started).toBe('true');
  });

  it('is not listened to in a window that is not ours', async () => {
    const answer = await inForeignWindow('app://workbench/index.html', () =>
      (window as unknown as { desktop: Desktop }).desktop.preferences().then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(answer).toContain('refused');
  });
});

describe('the app scheme', () => {
  it('answers GET for files of the page folder only', async () => {
    const statuses = await driver.app.evaluate(async ({ session }) => {
      const ask = async (url: string, init?: RequestInit) => {
        try {
          return (await session.defaultSession.fetch(url, init)).status;
        } catch {
          return 'failed';
        }
      };
      return {
        page: await ask('app://workbench/index.html'),
        post: await ask('app://workbench/index.html', { method: 'POST', body: 'x' }),
        missing: await ask('app://workbench/none.js'),
        climbing: await ask('app://workbench/..%2f..%2fpackage.json'),
        host: await ask('app://elsewhere/index.html'),
        file: await ask('file:///etc/hostname'),
      };
    });
    expect(statuses).toMatchObject({ page: 200, post: 405, missing: 404, climbing: 404, host: 404 });
    expect([403, 'failed']).toContain(statuses.file);
  });
});

describe('the network', () => {
  it('is shut for every session, also one made later', async () => {
    const outcome = await driver.app.evaluate(async ({ session }, url) => {
      const sessions = [session.defaultSession, session.fromPartition('made-by-the-test')];
      return Promise.all(
        sessions.map((each) =>
          each
            .fetch(url)
            .then(() => 'reached')
            .catch((error: Error) => error.message),
        ),
      );
    }, `${serverUrl}/session`);
    expect(outcome).toEqual(['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_BLOCKED_BY_CLIENT']);
    expect(hits).toEqual([]);
  });
});
