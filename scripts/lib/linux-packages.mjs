/**
 * The Debian packages the Electron window, its fallback runtime and the tests need.
 * As root it installs what is missing and says so; otherwise it stops with the exact command. One `dpkg-query` when
 * nothing is missing. Does nothing on other systems.
 */
import { collect, hasCommand, runQuietly } from './processes.mjs';
import { isRoot } from './places.mjs';
import { SetupError, done, skipped } from './report.mjs';

export const windowPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'xvfb',
  'xauth',
];
/** Compile and unpack the fallback runtime. */
export const fallbackPackages = ['python3', 'make', 'g++', 'unzip'];
/** The spreadsheet oracle, real keys for its window, the PDF checks and a font with the metrics of Times New Roman. */
export const testPackages = ['libreoffice-calc', 'xdotool', 'poppler-utils', 'fonts-liberation'];

export async function ensureLinuxPackages(names) {
  if (process.platform !== 'linux') return skipped(`not needed on ${process.platform}`);
  if (!hasCommand('dpkg-query')) {
    return skipped(`not a Debian system; make sure these exist under your distribution's names: ${names.join(' ')}`);
  }
  const missing = await findMissing(names);
  if (missing.length === 0) return skipped(`all ${names.length} present`);

  const wanted = await useNamesOfThisRelease(missing);
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...wanted];
  if (!isRoot) {
    throw new SetupError(`missing ${wanted.join(' ')}`, `run: sudo apt-get update && sudo ${install.join(' ')}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await runQuietly('apt-get', ['update'], { env });
    await runQuietly(install[0], install.slice(1), { env });
  } catch (error) {
    throw new SetupError(
      `apt-get could not install ${wanted.join(' ')}`,
      `check the package sources, then run: ${install.join(' ')}`,
      { cause: error },
    );
  }
  return done(`installed with apt-get: ${wanted.join(' ')}`);
}

async function findMissing(names) {
  const asked = names.flatMap((name) => [name, `${name}t64`]);
  const { output } = await collect('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...asked]);
  return pickMissing(names, output);
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries to `…t64`; either name will do. */
export function pickMissing(names, dpkgOutput) {
  const installed = new Set(
    dpkgOutput
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

async function useNamesOfThisRelease(names) {
  const { output } = await collect('apt-cache', ['pkgnames']);
  const known = new Set(output.split('\n'));
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}
