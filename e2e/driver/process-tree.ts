/** Ends processes the hard way, as a power cut or the task manager would. */
import { spawnSync } from 'node:child_process';

/** SIGKILL to `pid` and everything it started, at once. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  for (const member of [pid, ...findDescendants(pid)]) killOne(member);
}

/** SIGKILL; a process that is gone already is fine. */
export function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function findDescendants(pid: number): readonly number[] {
  const rows = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const found = [pid];
  // The list grows while it is walked: children of children follow.
  for (const parent of found) {
    for (const [child, itsParent] of rows) if (itsParent === parent && child !== undefined) found.push(child);
  }
  return found.slice(1);
}
