/**
 * Where `npm run package` puts its result and what the fuses of that result must be. Shared by package and fuses.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const isE2eFlavour = (env = process.env) => env.CCHC_E2E === '1';

/** The folder tells apart what may be released from what may not. */
export function getPackageOutput(runtimeKind, e2e = isE2eFlavour()) {
  if (runtimeKind === 'fallback') return e2e ? 'release/packaging-test-only-e2e' : 'release/packaging-test-only';
  return e2e ? 'release/e2e' : 'release';
}

/** The committed fuse table; `true` means the fuse is on. */
export function getExpectedFuses(e2e = isE2eFlavour()) {
  return {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: e2e,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  };
}

/** One line per fuse that differs; `actual` maps fuse names to on, off or undefined when the runtime has no such fuse. */
export function compareFuses(expected, actual) {
  return Object.entries(expected)
    .filter(([name, on]) => actual[name] !== on)
    .map(([name, on]) => `${name} is ${formatFuse(actual[name])} and must be ${formatFuse(on)}`);
}

/** The packaged app's executable in the unpacked folder electron-builder made for this system. */
export function findPackagedExecutable(output) {
  const folder = { linux: /^linux.*-unpacked$/, win32: /^win.*-unpacked$/, darwin: /^mac/ }[process.platform];
  const name = existsSync(output) ? readdirSync(output).find((entry) => folder.test(entry)) : undefined;
  if (name === undefined) return undefined;
  const unpacked = join(output, name);
  if (process.platform === 'linux') return join(unpacked, 'cchc-workbench');
  const suffix = process.platform === 'win32' ? '.exe' : '.app';
  return join(
    unpacked,
    readdirSync(unpacked).find((entry) => entry.endsWith(suffix)),
  );
}

function formatFuse(on) {
  return on === undefined ? 'absent' : on ? 'on' : 'off';
}
