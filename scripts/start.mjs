/**
 * `npm start`: sets up, builds when a source is newer than the build, and opens the app.
 * Without a display the app runs on a virtual one, which shows nothing but proves that everything works.
 */
import { needsVirtualDisplay, startVirtualDisplay } from './lib/display.mjs';
import { readRuntime } from './lib/electron-runtime.mjs';
import { isBuildCurrent } from './lib/build-state.mjs';
import { isRoot, projectFile, projectFolder, projectNode } from './lib/places.mjs';
import { runOnTerminal, runQuietly } from './lib/processes.mjs';
import { SetupError, done, runSteps, skipped } from './lib/report.mjs';
import { setUp } from './lib/setup.mjs';
import { appUser, prepareLaunch } from './lib/unprivileged.mjs';

await setUp('window');

let launch;
let display;
const steps = [
  { name: 'build', run: build },
  { name: 'user', run: chooseUser },
  { name: 'display', run: chooseDisplay },
];
try {
  await runSteps(steps, console.log);
} catch {
  process.exit(1);
}
try {
  const env = { ...process.env, ...launch.env, ...display?.env };
  process.exitCode = await runOnTerminal(
    launch.env.CCHC_LAUNCHER,
    [launch.env.CCHC_APP_DIR, ...process.argv.slice(2)],
    {
      env,
    },
  );
} finally {
  display?.stop();
  launch.dispose();
}

async function build() {
  if (isBuildCurrent()) return skipped('out/ is newer than every source');
  try {
    await runQuietly(projectNode, [projectFile('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'], {
      cwd: projectFolder,
    });
  } catch (error) {
    throw new SetupError('electron-vite could not build', 'correct the source named below and run npm start again', {
      cause: error,
    });
  }
  return done('built into out/');
}

async function chooseUser() {
  launch = await prepareLaunch(readRuntime());
  return isRoot
    ? done(`the app runs as ${appUser}, because Chromium refuses its sandbox to root`)
    : skipped('the app runs as you');
}

async function chooseDisplay() {
  if (!needsVirtualDisplay()) return skipped('using yours');
  display = await startVirtualDisplay();
  return done(
    `none here, so the app runs unseen on virtual display ${display.env.DISPLAY}; Ctrl+C ends it. ` +
      'To see results without a window: npm run demo -- --out DIR',
  );
}
