/**
 * Runs a TypeScript file on the project's Node after installing packages: `node scripts/with-node.mjs FILE [arguments]`.
 * For the commands without a window (demo, cli). Set-up lines go to stderr, so that stdout stays machine-readable.
 */
import { resolve } from 'node:path';
import { projectFolder, projectNode } from './lib/places.mjs';
import { runOnTerminal } from './lib/processes.mjs';
import { setUp } from './lib/setup.mjs';

await setUp('packages', (line) => line.startsWith('skipped') || console.error(line));
const [file, ...rest] = process.argv.slice(2);
process.exit(await runOnTerminal(projectNode, [resolve(projectFolder, file), ...rest]));
