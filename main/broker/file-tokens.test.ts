import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { createFileTokens } from './file-tokens.ts';

it('gives one token per file and finds the file by it', () => {
  const tokens = createFileTokens();
  const token = tokens.issue('/data/a.cchc');
  expect(tokens.issue('/data/x/../a.cchc')).toBe(token);
  expect(tokens.find(token)).toBe(resolve('/data/a.cchc'));
  expect(tokens.all()).toEqual([[token, resolve('/data/a.cchc')]]);
});

it('gives away nothing about the path and cannot be guessed', () => {
  const tokens = createFileTokens();
  const issued = Array.from({ length: 500 }, (_, index) => tokens.issue(`/data/${index}`));
  expect(new Set(issued).size).toBe(500);
  for (const token of issued) expect(token).toMatch(/^[\w-]{32}$/);
  expect(createFileTokens().issue('/data/1')).not.toBe(issued[1]);
});

it.each(['/data/a.cchc', '', undefined, null, 1, {}, '__proto__'])('finds nothing for %j', (word) => {
  const tokens = createFileTokens();
  tokens.issue('/data/a.cchc');
  expect(tokens.find(word)).toBeUndefined();
});
