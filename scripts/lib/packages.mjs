/**
 * Installs the locked npm packages when they are missing or older than package-lock.json.
 * Called first by every entry script, on the host's Node (>= 20). Must not compile anything: package install scripts
 * are off, and only the `node` package – which brings the project's own Node 24 – is allowed its script afterwards.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeModules, projectFile, projectFolder, projectNode } from './places.mjs';
import { CommandError, runQuietly } from './processes.mjs';
import { SetupError, done, skipped } from './report.mjs';

const minimumHostNode = 20;

const stampFile = join(nodeModules, '.cache', 'cchc-packages.json');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

export function checkHostNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) < minimumHostNode) {
    throw new SetupError(
      `this is Node ${version}`,
      `install Node ${minimumHostNode} or newer; the project then brings its own Node 24`,
    );
  }
  return skipped(`host Node ${version} is new enough`);
}

/** What an installed tree was made from: another lock file, system or processor needs another tree. */
export function computeStamp(lockText, platform = process.platform, arch = process.arch) {
  return { lock: createHash('sha256').update(lockText).digest('hex'), platform, arch };
}

/**
 * Whether npm's record of the installed tree (`node_modules/.package-lock.json`) holds every locked package. Optional
 * packages may be absent: they belong to other systems. Lets a developer's own `npm install` count as up to date.
 */
export function treeMatchesLock(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

export async function installPackages() {
  const lockText = readFileSync(projectFile('package-lock.json'), 'utf8');
  const stamp = computeStamp(lockText);
  if (existsSync(projectNode)) {
    const previous = readJson(stampFile) ?? stamp;
    const sameSystem = previous.platform === stamp.platform && previous.arch === stamp.arch;
    if (sameSystem && existsSync(stampFile) && previous.lock === stamp.lock) return skipped('already as locked');
    const installed = readJson(join(nodeModules, '.package-lock.json'));
    if (sameSystem && installed && treeMatchesLock(JSON.parse(lockText), installed)) {
      writeStamp(stamp);
      return skipped('already as locked (installed by hand)');
    }
  }
  const startedAt = Date.now();
  try {
    await runQuietly(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], npmOptions());
    await runQuietly(npm, ['rebuild', 'node'], npmOptions());
    await runQuietly(projectNode, ['--version'], npmOptions());
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new SetupError(
      'npm could not install the locked packages',
      'check that npm reaches its registry (npm ping) and that the disk is not full, then run the same command again',
      { cause: error },
    );
  }
  writeStamp(stamp);
  return done(`installed as locked in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

function npmOptions() {
  return { cwd: projectFolder, shell: process.platform === 'win32' };
}

function writeStamp(stamp) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify(stamp));
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
