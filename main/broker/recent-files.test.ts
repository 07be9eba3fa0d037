import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAX_RECENT, addRecent, createRecentFiles, parseRecent, removeRecent } from './recent-files.ts';

const at = '2024-01-02T03:04:05.000Z';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-recent-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('puts the newest first, each file once, and forgets the oldest', () => {
  const paths = Array.from({ length: MAX_RECENT + 3 }, (_, index) => `/d/${index}.cchc`);
  const full = paths.reduce((list, path) => addRecent(list, { path, openedAt: at }), parseRecent([]));
  expect(full.map((entry) => entry.path)).toEqual(paths.slice(3).reverse());
  const again = addRecent(full, { path: '/d/5.cchc', openedAt: at });
  expect(again).toHaveLength(MAX_RECENT);
  expect(again[0]?.path).toBe('/d/5.cchc');
  expect(removeRecent(again, '/d/5.cchc').map((entry) => entry.path)).not.toContain('/d/5.cchc');
});

it('keeps what it can of a damaged list', () => {
  const good = { path: '/d/a.cchc', openedAt: at };
  expect(parseRecent([{ path: 3 }, good, null, { path: '/d/b.cchc', openedAt: 'soon' }, 'x'])).toEqual([good]);
  expect(parseRecent({ path: '/d/a.cchc' })).toEqual([]);
});

it('survives restarts, changes at the same time and a damaged file', async () => {
  const file = join(folder, 'recent.json');
  await writeFile(file, 'not json');
  const recent = createRecentFiles(file, () => new Date(at));
  await Promise.all([recent.add('/d/a.cchc'), recent.add('/d/b.cchc'), recent.remove('/d/a.cchc')]);
  expect(await createRecentFiles(file).list()).toEqual([{ path: '/d/b.cchc', openedAt: at }]);
});
