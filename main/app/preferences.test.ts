import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mergePreferences, openPreferences } from './preferences.ts';

it('takes valid values one by one and ignores the rest', () => {
  const base = { language: 'vi', theme: 'light' } as const;
  expect(mergePreferences(base, { theme: 'dark' })).toEqual({ language: 'vi', theme: 'dark' });
  expect(mergePreferences(base, { language: 'fr', theme: 7, path: '/' })).toEqual(base);
  for (const junk of [null, undefined, 'dark', 3, []]) expect(mergePreferences(base, junk)).toEqual(base);
});

it('remembers across starts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cchc-preferences-'));
  const file = join(folder, 'preferences.json');
  expect((await openPreferences(file)).get()).toEqual({ language: 'vi', theme: 'light' });
  await (await openPreferences(file)).set({ language: 'en', theme: 'contrast' });
  expect((await openPreferences(file)).get()).toEqual({ language: 'en', theme: 'contrast' });
  await rm(folder, { recursive: true });
});
