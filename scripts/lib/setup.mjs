/**
 * The set-up every entry script begins with: host Node, packages, then – on the project's own Node – Linux libraries
 * and Electron. Called by start, test, with-node, with-app and bootstrap; each asks for no more than it needs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareRuntime } from './electron-runtime.mjs';
import { ensureLinuxPackages, testPackages, windowPackages } from './linux-packages.mjs';
import { checkHostNode, installPackages } from './packages.mjs';
import { nodeModules, projectNode } from './places.mjs';
import { runOnTerminal } from './processes.mjs';
import { runSteps } from './report.mjs';

/** Lines of the steps already taken on the host's Node, handed to this script's second run on the project's Node. */
const earlierLinesVariable = 'CCHC_SETUP_LINES';
const earlierLines = process.env[earlierLinesVariable];
// Not for grandchildren: their own set-up must look for itself.
delete process.env[earlierLinesVariable];

const hostSteps = [
  { name: 'host', run: () => checkHostNode() },
  { name: 'packages', run: installPackages },
];
const windowSteps = [
  { name: 'libraries', run: () => ensureLinuxPackages(windowPackages) },
  { name: 'runtime', run: prepareRuntime },
];
const testSteps = [
  { name: 'libraries', run: () => ensureLinuxPackages([...windowPackages, ...testPackages]) },
  { name: 'runtime', run: prepareRuntime },
];

const stepsFor = { packages: [], window: windowSteps, tests: testSteps };

/**
 * Brings the computer to the state named by `extent` ('packages', 'window' or 'tests') and resolves with the lines of
 * all steps. On another Node than the project's the calling script is started again on that one, and never returns here.
 * The first failing step ends the process; a caller that shows no lines gets them through `onFailure`.
 */
export async function setUp(extent, write = console.log, onFailure = () => undefined) {
  const lines = earlierLines === undefined ? [] : JSON.parse(earlierLines);
  const keep = (line) => {
    lines.push(line);
    write(line);
  };
  try {
    if (earlierLines === undefined) {
      await runSteps(hostSteps, keep);
      await continueOnProjectNode(lines);
    }
    await runSteps(stepsFor[extent], keep);
  } catch {
    onFailure(lines);
    process.exit(1);
  }
  return lines;
}

async function continueOnProjectNode(lines) {
  const { version } = JSON.parse(readFileSync(join(nodeModules, 'node', 'package.json'), 'utf8'));
  if (process.versions.node === version) return;
  const env = { ...process.env, [earlierLinesVariable]: JSON.stringify(lines) };
  process.exit(await runOnTerminal(projectNode, process.argv.slice(1), { env }));
}
