/**
 * Finds the Electron to run, in this order: ELECTRON_OVERRIDE_DIST_PATH, the official binary already downloaded, the
 * official download, the fallback of electron-fallback.mjs (Linux x64 only). Called by bootstrap; the answer is kept in
 * node_modules/.cache so that the other scripts only read it. Never downloads anything else and never packages.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureFallbackElectron, fallbackElectronVersion, isFallbackSupported } from './electron-fallback.mjs';
import { ensureLinuxPackages, fallbackPackages } from './linux-packages.mjs';
import { ensureNativeAddon } from './native-addon.mjs';
import { getCacheFolder, nodeModules, projectNode, runtimeFile } from './places.mjs';
import { SetupError, done, skipped } from './report.mjs';

const electronPackage = join(nodeModules, 'electron');
const failureFile = join(getCacheFolder(), 'official-download-failed.json');
const retryDownloadAfterMs = 24 * 60 * 60 * 1000;
/** A download that brings no byte for this long is given up; a slow one that still moves is waited for. */
const stalledAfterMs = 20_000;

/**
 * The order of choice, as data: given what is there, which kind of runtime to try next.
 * `downloadFailedRecently` keeps closed networks from waiting for the same time-out at every start.
 */
export function chooseRuntime({ overridePath, officialPresent, downloadFailedRecently, fallbackSupported }) {
  if (overridePath) return 'override';
  if (officialPresent) return 'official';
  if (!downloadFailedRecently) return 'download';
  return fallbackSupported ? 'fallback' : 'none';
}

export async function prepareRuntime() {
  const version = readJson(join(electronPackage, 'package.json')).version;
  const situation = {
    overridePath: process.env.ELECTRON_OVERRIDE_DIST_PATH,
    officialPresent: isOfficialPresent(version),
    downloadFailedRecently: isRecentFailure(readJson(failureFile), version, Date.now()),
    fallbackSupported: isFallbackSupported(),
  };
  let choice = chooseRuntime(situation);
  let fresh = false;
  if (choice === 'download') {
    fresh = await downloadOfficial();
    if (!fresh) rememberFailure(version);
    choice = chooseRuntime({ ...situation, officialPresent: fresh, downloadFailedRecently: !fresh });
  }
  const { runtime, built } = await builders[choice](version);
  mkdirSync(dirname(runtimeFile), { recursive: true });
  writeFileSync(runtimeFile, `${JSON.stringify(runtime, null, 2)}\n`);
  return (fresh || built ? done : skipped)(describeRuntime(runtime));
}

const builders = {
  override() {
    const distPath = process.env.ELECTRON_OVERRIDE_DIST_PATH;
    const executable = join(distPath, executableName());
    if (!existsSync(executable)) {
      throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH has no ${executable}`, 'point it at an unpacked Electron');
    }
    return { runtime: { kind: 'override', version: readDistVersion(distPath), distPath, executable } };
  },
  official(version) {
    const distPath = join(electronPackage, 'dist');
    return { runtime: { kind: 'official', version, distPath, executable: join(distPath, executableName()) } };
  },
  async fallback() {
    const tools = await ensureLinuxPackages(fallbackPackages);
    const electron = await ensureFallbackElectron();
    const native = await ensureNativeAddon();
    return {
      runtime: {
        kind: 'fallback',
        version: fallbackElectronVersion,
        distPath: electron.folder,
        executable: join(electron.folder, executableName()),
        nativeBinding: native.addon,
      },
      built: tools.status === 'done' || electron.built || native.built,
    };
  },
  none(version) {
    throw new SetupError(
      `Electron ${version} could not be downloaded and there is no fallback for ${process.platform} ${process.arch}`,
      `open the network, or unpack Electron ${version} by hand and set ELECTRON_OVERRIDE_DIST_PATH to its folder`,
    );
  },
};

/** The runtime chosen by the last bootstrap. */
export function readRuntime() {
  const runtime = readJson(runtimeFile);
  if (runtime === undefined) throw new SetupError('no Electron runtime has been chosen yet', 'run: npm start');
  return runtime;
}

/**
 * What the app, and anything that requires `electron` from Node, must find in its environment.
 * @param {{ distPath: string, nativeBinding?: string }} runtime
 */
export function getRuntimeEnv({ distPath, nativeBinding }) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: distPath,
    ...(nativeBinding && { CCHC_NATIVE_BINDING: nativeBinding }),
  };
}

export function describeRuntime({ kind, version }) {
  return kind === 'fallback'
    ? `Electron ${version} (fallback for tests: the official download is out of reach)`
    : `Electron ${version} (${kind})`;
}

export function isRecentFailure(failure, version, now) {
  return failure?.version === version && now - failure.at < retryDownloadAfterMs;
}

function executableName() {
  return { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
}

function isOfficialPresent(version) {
  return readDistVersion(join(electronPackage, 'dist')) === version && existsSync(join(electronPackage, 'path.txt'));
}

function readDistVersion(distPath) {
  const file = join(distPath, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
}

/** Runs Electron's own installer. Resolves to whether it succeeded; stops it when no bytes arrive. */
function downloadOfficial() {
  // Its own temporary folder, so that growth can be watched without knowing how the installer downloads.
  const temporary = mkdtempSync(join(tmpdir(), 'cchc-electron-download-'));
  return new Promise((resolve) => {
    const installer = spawn(projectNode, [join(electronPackage, 'install.js')], {
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    });
    let size = 0;
    let movedAt = Date.now();
    const watch = setInterval(() => {
      const now = sizeOfFolder(temporary) + sizeOfFolder(join(electronPackage, 'dist'));
      if (now !== size) {
        size = now;
        movedAt = Date.now();
      } else if (Date.now() - movedAt > stalledAfterMs) {
        installer.kill();
      }
    }, 1000);
    installer.on('error', () => undefined);
    installer.on('close', (code) => {
      clearInterval(watch);
      rmSync(temporary, { recursive: true, force: true });
      resolve(code === 0);
    });
  });
}

function rememberFailure(version) {
  mkdirSync(dirname(failureFile), { recursive: true, mode: 0o755 });
  writeFileSync(failureFile, JSON.stringify({ version, at: Date.now() }));
}

function sizeOfFolder(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true })
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
