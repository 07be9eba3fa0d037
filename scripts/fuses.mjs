/**
 * `npm run fuses`: reads the fuses out of the packaged executable and fails when one differs from the committed table,
 * because a fuse set in electron-builder.yml but not in the file protects nobody. Run after `npm run package`.
 */
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { readRuntime } from './lib/electron-runtime.mjs';
import { compareFuses, findPackagedExecutable, getExpectedFuses, getPackageOutput } from './lib/package-output.mjs';
import { projectFile } from './lib/places.mjs';

const executable = findPackagedExecutable(projectFile(getPackageOutput(readRuntime().kind)));
if (executable === undefined) {
  console.error('Nothing is packaged yet. Run: npm run package');
  process.exit(1);
}
const wire = await getCurrentFuseWire(executable);
const expected = getExpectedFuses();
const stateToBoolean = { [FuseState.ENABLE]: true, [FuseState.DISABLE]: false };
const actual = Object.fromEntries(
  Object.keys(expected).map((name) => [name, stateToBoolean[wire[FuseV1Options[name]]]]),
);
const differences = compareFuses(expected, actual);
for (const difference of differences) console.error(difference);
if (differences.length === 0) console.log(`${Object.keys(expected).length} fuses as in the table`);
process.exitCode = differences.length === 0 ? 0 : 1;
