import { expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

it.each([
  [812, '812 byte'],
  [1024, '1 KB'],
  [100_000, '97,7 KB'],
  [1_258_291, '1,2 MB'],
])('says %i bytes as %s', (bytes, words) => {
  expect(formatBytes(bytes, 'vi')).toBe(words);
});
