import Database from 'better-sqlite3';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeDraft } from '#db/service/testing/test-office.ts';
import { smallDraft } from '#db/service/testing/small-draft.ts';
import { createOfficeFile, openOfficeFile } from './office-file.ts';
import { isNetworkPath } from './is-network-path.ts';

const isRoot = process.getuid?.() === 0;

function refusal(path: string) {
  const opened = openOfficeFile(path, {});
  if (opened.ok) throw new Error('should have been refused');
  return opened.error;
}

async function madeOffice(): Promise<{ folder: string; path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'office.cchc');
  await writeDraft(path, smallDraft());
  return { folder, path };
}

test('what is not an office file is said to be none', () => {
  const folder = temporaryFolder();
  const text = join(folder, 'text.cchc');
  writeFileSync(text, 'Tôi không phải là tệp CCHC');
  expect(refusal(text)).toMatchObject({ code: 'FILE_FORMAT', reason: 'notOfficeFile', params: { name: 'text.cchc' } });
  writeFileSync(join(folder, 'empty.cchc'), '');
  expect(refusal(join(folder, 'empty.cchc'))).toMatchObject({ code: 'FILE_FORMAT', reason: 'notOfficeFile' });
  const other = join(folder, 'other.db');
  const database = new Database(other);
  database.exec('CREATE TABLE t (x)');
  database.close();
  const before = readFileSync(other);
  expect(refusal(other)).toMatchObject({ code: 'FILE_FORMAT', reason: 'notOfficeFile' });
  expect(readFileSync(other).equals(before)).toBe(true);
  expect(refusal(join(folder, 'gone.cchc'))).toMatchObject({ code: 'NOT_FOUND', reason: 'file' });
});

test('a damaged file is refused and left as it was', async () => {
  const { folder, path } = await madeOffice();
  const half = join(folder, 'half.cchc');
  copyFileSync(path, half);
  truncateSync(half, Math.floor(readFileSync(half).length / 2));
  const before = readFileSync(half);
  expect(refusal(half)).toMatchObject({ code: 'DB_CORRUPT', reason: 'damaged' });
  expect(readFileSync(half).equals(before)).toBe(true);

  const scribbled = join(folder, 'scribbled.cchc');
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096 * 3, 4096 * 6);
  writeFileSync(scribbled, bytes);
  expect(refusal(scribbled)).toMatchObject({ code: 'DB_CORRUPT', reason: 'damaged' });
});

test('a file from a newer app is refused by number', async () => {
  const { path } = await madeOffice();
  const database = new Database(path);
  database.pragma('user_version = 9990');
  database.close();
  const before = readFileSync(path);
  expect(refusal(path)).toMatchObject({ code: 'DB_FROM_FUTURE', params: { fileVersion: 9990 } });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a file open in another program is refused until it is closed there', async () => {
  const { path } = await madeOffice();
  const first = openOfficeFile(path, {});
  if (!first.ok) throw new Error(first.error.reason);
  expect(refusal(path)).toMatchObject({ code: 'FILE_LOCKED', reason: 'openElsewhere' });
  await first.value.close();
  const second = openOfficeFile(path, {});
  expect(second.ok).toBe(true);
  if (second.ok) await second.value.close();
});

test('a new file never replaces one that is there', async () => {
  const { path } = await madeOffice();
  expect(createOfficeFile(path, {})).toMatchObject({ ok: false, error: { code: 'FILE_FORMAT', reason: 'exists' } });
});

test('a clean close leaves one file', async () => {
  const { path } = await madeOffice();
  const opened = openOfficeFile(path, {});
  if (!opened.ok) throw new Error(opened.error.reason);
  expect(opened.value.connection.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(opened.value.connection.pragma('synchronous', { simple: true })).toBe(2);
  await opened.value.close();
  const closed = new Database(path, { readonly: true });
  expect(closed.pragma('journal_mode', { simple: true })).toBe('delete');
  closed.close();
});

test('a read-only folder opens for reading only, and takes no new file', async () => {
  const { folder, path } = await madeOffice();
  const locked = join(folder, 'locked');
  mkdirSync(locked);
  copyFileSync(path, join(locked, 'office.cchc'));
  chmodSync(join(locked, 'office.cchc'), 0o444);
  chmodSync(locked, 0o555);
  chmodSync(folder, 0o755);
  const script = `
    import { createOfficeFile, openOfficeFile } from ${JSON.stringify(new URL('./office-file.ts', import.meta.url).href)};
    const opened = openOfficeFile(${JSON.stringify(join(locked, 'office.cchc'))}, {});
    const rows = opened.ok ? await opened.value.sql.selectFrom('unit').selectAll().execute() : [];
    const created = createOfficeFile(${JSON.stringify(join(locked, 'new.cchc'))}, {});
    console.log(JSON.stringify({ readOnly: opened.ok && opened.value.readOnly, rows: rows.length, created }));
    if (opened.ok) await opened.value.close();
  `;
  // Root writes anywhere, so the question is put as somebody else.
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    ...(isRoot && { uid: 65534, gid: 65534 }),
  });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toEqual({
    readOnly: true,
    rows: 3,
    created: { ok: false, error: { code: 'DB_READONLY', reason: 'readOnlyFolder', params: { name: 'new.cchc' } } },
  });
});

test('network paths are recognised by spelling and by mount', () => {
  expect(isNetworkPath('\\\\server\\share\\a.cchc', '')).toBe(true);
  expect(isNetworkPath('//server/share/a.cchc', '')).toBe(true);
  const mounts = 'dev / ext4 rw 0 0\nsrv:/x /mnt/office\\040share nfs4 rw 0 0\n//s/y /mnt/smb cifs rw 0 0\n';
  expect(isNetworkPath('/mnt/office share/a.cchc', mounts)).toBe(true);
  expect(isNetworkPath('/mnt/smb/deep/a.cchc', mounts)).toBe(true);
  expect(isNetworkPath('/mnt/smbx/a.cchc', mounts)).toBe(false);
  expect(isNetworkPath('/home/a.cchc', mounts)).toBe(false);
});

test('a file made a moment before the power went is an office file all the same', () => {
  const path = join(temporaryFolder(), 'cut.cchc');
  const script = `
    import { createOfficeFile } from ${JSON.stringify(new URL('./office-file.ts', import.meta.url).href)};
    const made = createOfficeFile(${JSON.stringify(path)}, {});
    if (made.ok) process.kill(process.pid, 'SIGKILL');
  `;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(run.signal).toBe('SIGKILL');
  const opened = openOfficeFile(path, {});
  expect(opened).toMatchObject({ ok: true, value: { readOnly: false } });
});
