/**
 * Runs a command that drives the real app: `node scripts/with-app.mjs COMMAND [arguments]` (e2e, bench).
 * Prepares Electron, a display and, for root, the unprivileged user; the command finds everything in CCHC_* variables
 * (see lib/unprivileged.mjs). Does not build: what is in out/ is what is driven.
 */
import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { needsVirtualDisplay, startVirtualDisplay } from './lib/display.mjs';
import { readRuntime } from './lib/electron-runtime.mjs';
import { projectFile, projectFolder, projectNode } from './lib/places.mjs';
import { runOnTerminal } from './lib/processes.mjs';
import { setUp } from './lib/setup.mjs';
import { prepareLaunch } from './lib/unprivileged.mjs';

await setUp('tests', (line) => line.startsWith('skipped') || console.log(line));
if (!existsSync(projectFile('out', 'main', 'main.js'))) {
  console.error('There is no build in out/. Run: npm run build');
  process.exit(1);
}
const launch = await prepareLaunch(readRuntime());
const display = needsVirtualDisplay() ? await startVirtualDisplay() : undefined;
const [command, ...rest] = process.argv.slice(2);
const env = {
  ...process.env,
  ...launch.env,
  ...display?.env,
  PATH: `${dirname(projectNode)}${delimiter}${process.env.PATH}`,
};
try {
  const shell = process.platform === 'win32';
  process.exitCode = await runOnTerminal(command, rest, { cwd: projectFolder, env, shell });
} finally {
  display?.stop();
  launch.dispose();
}
