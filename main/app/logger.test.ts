import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogger } from './logger.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cchc-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('writes one line per event in order, indenting what runs on', async () => {
  const file = join(folder, 'logs', 'app.log');
  const logger = createLogger(file, { echo: false });
  logger.info('one');
  logger.warn('two');
  logger.error('three\nstack');
  await logger.flush();
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => line.replace(/^\S+Z /, ''))).toEqual(['info one', 'warn two', 'error three', '  stack']);
});

it('moves a full file aside and starts anew', async () => {
  const logger = createLogger(join(folder, 'app.log'), { echo: false, maxBytes: 10 });
  logger.info('first line');
  await logger.flush();
  logger.info('second line');
  await logger.flush();
  expect((await readdir(folder)).sort()).toEqual(['app.1.log', 'app.log']);
  expect(await readFile(join(folder, 'app.1.log'), 'utf8')).toContain('first line');
  expect(await readFile(join(folder, 'app.log'), 'utf8')).not.toContain('first line');
});

it('survives a folder it cannot write', async () => {
  await writeFile(join(folder, 'taken'), 'a file where the folder should be');
  const logger = createLogger(join(folder, 'taken', 'app.log'), { echo: false });
  logger.info('lost');
  await expect(logger.flush()).resolves.toBeUndefined();
});
