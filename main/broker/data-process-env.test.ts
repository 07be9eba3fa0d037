import { expect, it } from 'vitest';
import { buildDataProcessEnv } from './data-process-env.ts';

const env = {
  TZ: 'Asia/Ho_Chi_Minh',
  SECRET: 'x',
  NODE_OPTIONS: '--inspect',
  CCHC_NATIVE_BINDING: '/a.node',
  LANG: undefined,
};

it('passes only what is needed to live', () => {
  expect(buildDataProcessEnv(env, false)).toEqual({ TZ: 'Asia/Ho_Chi_Minh' });
});

it('names another SQLite addon only when allowed', () => {
  expect(buildDataProcessEnv(env, true)).toEqual({ TZ: 'Asia/Ho_Chi_Minh', CCHC_NATIVE_BINDING: '/a.node' });
});
