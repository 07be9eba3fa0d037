import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const NETWORK_TYPES =
  /^(nfs\d?|cifs|smb\d?|smbfs|9p|afs|ceph|glusterfs|fuse\.(sshfs|smbnetfs|gvfsd-fuse|rclone|davfs))$/;

/**
 * Whether a path lies on a network share, where SQLite's write-ahead log corrupts: UNC paths anywhere, network file
 * systems by the mount table on Linux. (A mapped Windows drive looks like a local one; SQLite's own locking is the
 * last defence there.)
 * @param mounts text of /proc/mounts; read when not given
 */
export function isNetworkPath(path: string, mounts: string = readMounts()): boolean {
  if (/^(\\\\|\/\/)[^\\/?.]/.test(path)) return true;
  const target = resolve(path);
  let best: { point: string; type: string } | null = null;
  for (const line of mounts.split('\n')) {
    const [, rawPoint, type] = line.split(' ');
    if (!rawPoint || !type) continue;
    const point = rawPoint.replaceAll('\\040', ' ');
    const inside = target === point || target.startsWith(point === '/' ? '/' : `${point}/`);
    if (inside && (!best || point.length >= best.point.length)) best = { point, type };
  }
  return best !== null && NETWORK_TYPES.test(best.type);
}

function readMounts(): string {
  if (process.platform !== 'linux') return '';
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return '';
  }
}
