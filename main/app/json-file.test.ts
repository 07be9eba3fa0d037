import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readJsonFile, writeJsonFile } from './json-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-json-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('reads back what it wrote and leaves no draft behind', async () => {
  const file = join(folder, 'deeper', 'a.json');
  await writeJsonFile(file, { a: 1 });
  await writeJsonFile(file, { a: 'điểm' });
  expect(await readJsonFile(file)).toEqual({ a: 'điểm' });
  expect(await readdir(join(folder, 'deeper'))).toEqual(['a.json']);
});

it('answers undefined for a missing or damaged file', async () => {
  await writeFile(join(folder, 'bad.json'), '{ "a": ');
  expect(await readJsonFile(join(folder, 'bad.json'))).toBeUndefined();
  expect(await readJsonFile(join(folder, 'none.json'))).toBeUndefined();
});
