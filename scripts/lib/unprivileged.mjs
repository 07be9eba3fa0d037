/**
 * Lets root run the app as an ordinary user, because Chromium refuses its sandbox to root and the product never runs
 * without the sandbox. Called by start and with-app: creates the user and gives it a readable copy of the built app and,
 * where needed, of Electron. Anybody else starts Electron directly. Never loosens the rights of existing folders.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { getRuntimeEnv } from './electron-runtime.mjs';
import { getCacheFolder, isRoot, projectFile, projectFolder } from './places.mjs';
import { collect, runQuietly } from './processes.mjs';

export const appUser = 'cchc-e2e';
const appUserHome = join(getCacheFolder(), 'home');

/**
 * What it takes to start the app, as environment variables: CCHC_LAUNCHER is the program to run (Playwright's
 * `executablePath`), CCHC_APP_DIR its first argument, CCHC_SHARED_DIR an empty folder for office files and exports that
 * both the tests and the app may write. `dispose` removes the temporary folders.
 */
export async function prepareLaunch(runtime) {
  const scratch = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), 'cchc-'));
  const shared = join(scratch, 'shared');
  mkdirSync(shared);
  const dispose = () => rmSync(scratch, { recursive: true, force: true });
  if (!isRoot) {
    const launch = { CCHC_LAUNCHER: runtime.executable, CCHC_APP_DIR: projectFolder };
    return { env: { ...getRuntimeEnv(runtime), ...launch, CCHC_SHARED_DIR: shared }, dispose };
  }
  await ensureUser();
  chmodSync(scratch, 0o755);
  chmodSync(shared, 0o1777);
  const distPath = await ensureReadable(runtime);
  const env = {
    ...getRuntimeEnv({ ...runtime, distPath }),
    CCHC_LAUNCHER: await stage(projectFile('scripts', 'launch-electron.sh'), join(scratch, 'launch-electron.sh')),
    CCHC_APP_DIR: await stageApp(join(scratch, 'app')),
    CCHC_SHARED_DIR: shared,
    CCHC_ELECTRON: join(distPath, relative(runtime.distPath, runtime.executable)),
    CCHC_RUN_AS: appUser,
    CCHC_RUN_HOME: appUserHome,
  };
  return { env, dispose };
}

async function ensureUser() {
  if ((await collect('id', [appUser])).code !== 0) {
    mkdirSync(dirname(appUserHome), { recursive: true, mode: 0o755 });
    const account = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
    await runQuietly('useradd', [...account, '--home-dir', appUserHome, appUser]);
  }
  await runQuietly('install', ['-d', '-m', '0700', '-o', appUser, '-g', appUser, appUserHome]);
}

/** Electron in a clone under a closed folder such as /root is copied, once per version, to the cache. */
async function ensureReadable({ kind, version, distPath, executable }) {
  const probe = ['--reuid', appUser, '--regid', appUser, '--init-groups', 'test', '-x', executable];
  if ((await collect('setpriv', probe)).code === 0) return distPath;
  const copy = join(getCacheFolder(), `electron-${version}-${kind}`);
  return existsSync(copy) && kind === 'official' ? copy : stage(distPath, copy);
}

/** Copies what the packaged app would hold: the build, the manifest and the production packages. */
async function stageApp(folder) {
  mkdirSync(folder);
  const { packages } = JSON.parse(readFileSync(projectFile('package-lock.json'), 'utf8'));
  const production = listTopProductionPackages(packages).filter((path) => existsSync(projectFile(path)));
  for (const path of ['out', 'package.json', ...production]) {
    cpSync(projectFile(path), join(folder, path), { recursive: true });
  }
  await openForReading(folder);
  return folder;
}

/** The folders under node_modules the product needs at run time; nested ones come along with their parents. */
export function listTopProductionPackages(packages) {
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && path.lastIndexOf('node_modules/') === 0)
    .map(([path]) => path);
}

async function stage(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  await openForReading(to);
  return to;
}

async function openForReading(path) {
  await runQuietly('chmod', ['-R', 'a+rX', path]);
}
