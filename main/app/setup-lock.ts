import type { App } from 'electron';
import { findOfficeArgument } from './office-argument.ts';

interface SecondStart {
  readonly office: string | null;
}

/**
 * Takes the single-instance lock; false means another instance has it, was told what to open, and this one must go.
 * `onSecondStart` hears of later starts with the office file they were given.
 */
export function setupLock(app: App, onSecondStart: (office: string | null) => void): boolean {
  // Chromium reorders the words of a second start, so the answer travels as data instead.
  const mine: SecondStart = { office: findOfficeArgument(process.argv.slice(1), process.cwd()) };
  if (!app.requestSingleInstanceLock(mine)) return false;
  app.on('second-instance', (_event, _words, _folder, data) => {
    const office = (data as Partial<SecondStart> | null)?.office;
    onSecondStart(typeof office === 'string' ? office : null);
  });
  return true;
}
