import type { App } from 'electron';
import { findOfficeArgument } from './office-argument.ts';

/** Office files named at the start: on the command line, or by a double click on macOS. Must run before `ready`. */
export function setupOpenFile(app: App, onOffice: (path: string) => void): void {
  const office = findOfficeArgument(process.argv.slice(1), process.cwd());
  if (office !== null) onOffice(office);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    onOffice(path);
  });
}
