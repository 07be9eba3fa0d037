import { join } from 'node:path';
import type { App } from 'electron';

/** Where the shell keeps its own files; office files are wherever people put them. */
export interface ShellPaths {
  readonly log: string;
  readonly preferences: string;
  readonly recentFiles: string;
  readonly windowPlace: string;
}

/** Fixes the folder of the shell's files to an ASCII name that survives a change of the product's name. */
export function setupPaths(app: App): ShellPaths {
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), 'cchc-workbench'));
  }
  const folder = app.getPath('userData');
  return {
    log: join(folder, 'logs', 'app.log'),
    preferences: join(folder, 'preferences.json'),
    recentFiles: join(folder, 'recent.json'),
    windowPlace: join(folder, 'window.json'),
  };
}
