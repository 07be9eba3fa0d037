/** What scripts/ tells the end-to-end tests about this machine, read from the environment in one place. */
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT_FOLDER = fileURLToPath(new URL('../..', import.meta.url));

export interface LaunchSettings {
  /** Starts Electron, as an unprivileged user where the tests run as root. */
  readonly executable: string;
  /** Folder of the built app, readable for that user. */
  readonly appFolder: string;
}

/** Uses what `npm run e2e` prepared; without it, the installed Electron and the project folder. */
export function readLaunchSettings(): LaunchSettings {
  return {
    executable: process.env['CCHC_LAUNCHER'] ?? (createRequire(import.meta.url)('electron') as string),
    appFolder: process.env['CCHC_APP_DIR'] ?? PROJECT_FOLDER,
  };
}

/** A new folder that the tests and the app, which may be another user, can both write. */
export function makeSharedFolder(name: string): string {
  const folder = mkdtempSync(join(process.env['CCHC_SHARED_DIR'] ?? tmpdir(), `cchc-${name}-`));
  chmodSync(folder, 0o777);
  return folder;
}

/** One line that names the runtime of this run. */
export function describeRuntime(): string {
  const file = join(PROJECT_FOLDER, 'node_modules', '.cache', 'cchc-runtime.json');
  if (!existsSync(file)) return 'e2e runtime: the installed Electron';
  const { kind, version } = JSON.parse(readFileSync(file, 'utf8')) as { kind: string; version: string };
  return `e2e runtime: Electron ${version} (${kind})`;
}
