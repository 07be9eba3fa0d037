/**
 * A virtual display for computers without one (Xvfb), opened only to root, the caller and the app's user by a cookie.
 * Called by start and with-app on Linux when neither DISPLAY nor WAYLAND_DISPLAY is set.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot } from './places.mjs';
import { runQuietly } from './processes.mjs';
import { SetupError } from './report.mjs';
import { appUser } from './unprivileged.mjs';

/** From the Debian package xvfb. */
const virtualServer = 'Xvfb';

export function needsVirtualDisplay(platform = process.platform, env = process.env) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/** Starts Xvfb on a free display number. `env` is for the app; `stop` ends the server this call started. */
export async function startVirtualDisplay(screen = '1600x1000x24') {
  const folder = mkdtempSync('/tmp/cchc-display-');
  const cookieFile = join(folder, 'cookie');
  const cookie = randomBytes(16).toString('hex');
  // The server accepts any cookie of its file; clients look theirs up by display number, known only after the start.
  await runQuietly('xauth', ['-f', cookieFile, 'add', ':0', '.', cookie]);
  const server = spawn(
    virtualServer,
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', cookieFile],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const display = `:${await readDisplayNumber(server)}`;
  await runQuietly('xauth', ['-f', cookieFile, 'add', display, '.', cookie]);
  if (isRoot) await runQuietly('chown', ['-R', `${appUser}:`, folder]);
  return { env: { DISPLAY: display, XAUTHORITY: cookieFile }, stop };
}

function readDisplayNumber(server) {
  return new Promise((resolve, reject) => {
    const fail = () =>
      reject(new SetupError('Xvfb did not start', 'run Xvfb by hand to see why, or set DISPLAY to a running display'));
    server.on('error', fail).on('exit', fail);
    server.stdio[3].once('data', (number) => resolve(String(number).trim()));
  });
}
