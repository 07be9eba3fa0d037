/**
 * Tells `npm start` whether out/ still matches the sources, so that a second start does not build again.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './places.mjs';

const sources = ['main', 'renderer', 'shared', 'db', 'electron.vite.config.ts', 'package-lock.json'];

export function isBuildCurrent(root = projectFolder) {
  const built = join(root, 'out', 'main', 'main.js');
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return sources.every((source) => newestChange(join(root, source)) <= builtAt);
}

/** Folders count too: their time changes when a file in them is removed. */
function newestChange(path) {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return readdirSync(path)
    .map((name) => newestChange(join(path, name)))
    .reduce((newest, time) => Math.max(newest, time), state.mtimeMs);
}
