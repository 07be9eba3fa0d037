/**
 * Where things are: the project folder, the project's own Node, the per-user cache that clean clones share.
 * No other script builds these paths itself.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
export const nodeModules = join(projectFolder, 'node_modules');
export const projectNode = join(nodeModules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
export const runtimeFile = join(nodeModules, '.cache', 'cchc-runtime.json');

export const isRoot = process.getuid?.() === 0;

/**
 * The cache folder. Root's own home is closed to the unprivileged user that runs the tests' windows, so root keeps
 * the runtime in a system folder everybody may read.
 */
export function getCacheFolder({ root = isRoot, env = process.env, home = homedir() } = {}) {
  if (root) return '/var/cache/cchc-workbench';
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'cchc-workbench');
}

export function projectFile(...parts) {
  return join(projectFolder, ...parts);
}
