import { expect, it } from 'vitest';
import { chainCode, parseChainCode } from './chain-code.ts';

it('is read as it was shown, however it was written down', () => {
  const headHash = '0a1b2c3d4e5f'.padEnd(64, '7');
  const code = chainCode({ ok: true, batches: 1204, changes: 9, headHash, anchored: false });
  expect(code).toBe('1204-0a1b2c3d4e5f');
  for (const typed of [code, ` ${code.toUpperCase()} `, '1204 – 0a1b2c3d4e5f', '1204 0a1b2c3d4e5f']) {
    expect(parseChainCode(typed)).toEqual({ seq: 1204, hash: '0a1b2c3d4e5f' });
  }
});

it.each(['x', '12', '0-0a1b2c3d4e5f', '12-0a1b', '12-0a1b2c3dxyz', '-0a1b2c3d4e5f'])('refuses %j', (typed) => {
  expect(parseChainCode(typed)).toBe('wrong');
});

it('takes an empty text for no code', () => {
  expect(parseChainCode('  ')).toBeNull();
});
