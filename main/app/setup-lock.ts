import type { App } from 'electron';
import { findOfficeArgument } from './office-argument.ts';

/**
 * Takes the single-instance lock; false means another instance has it, was told what to open, and this one must go.
 * `onSecondStart` hears of later starts with the office file they were given.
 */
export function setupLock(app: App, onSecondStart: (office: string | null) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  // Chromium puts the words in another order and adds switches; the file is found among them all the same.
  app.on('second-instance', (_event, words, folder) => onSecondStart(findOfficeArgument(words, folder)));
  return true;
}
