/**
 * `npm run package`: packages out/ with electron-builder from the Electron that bootstrap chose, without a download.
 * Without arguments it makes the unpacked folder for this system; arguments (`--linux deb`) go to electron-builder.
 * CCHC_E2E=1 makes the flavour Playwright can attach to. From the fallback runtime it only tests the packaging: the
 * folder says so and must never be released.
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRuntime } from './lib/electron-runtime.mjs';
import { findPackagedExecutable, getPackageOutput, isE2eFlavour } from './lib/package-output.mjs';
import { projectFolder, projectNode } from './lib/places.mjs';
import { runOnTerminal } from './lib/processes.mjs';

const runtime = readRuntime();
const output = getPackageOutput(runtime.kind);

const targets = process.argv.slice(2);
const overrides = [
  `-c.directories.output=${output}`,
  `-c.electronDist=${runtime.distPath}`,
  ...(runtime.version === 'unknown' ? [] : [`-c.electronVersion=${runtime.version}`]),
  ...(isE2eFlavour() ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
];
process.exitCode = await runOnTerminal(
  projectNode,
  [
    fileURLToPath(import.meta.resolve('electron-builder/cli.js')),
    ...(targets.length > 0 ? targets : ['--dir']),
    ...['--publish', 'never', ...overrides],
  ],
  { cwd: projectFolder },
);
if (process.exitCode === 0) {
  if (runtime.kind === 'fallback') removeDefaultApp();
  console.log(`packaged into ${output}`);
}

/** electron-builder drops the official default app by its name; the fallback's is a folder it does not know. */
function removeDefaultApp() {
  const executable = findPackagedExecutable(join(projectFolder, output));
  if (executable) rmSync(join(dirname(executable), 'resources', 'app'), { recursive: true, force: true });
}
