import { expect, it } from 'vitest';
import type { FileToken } from '#shared/domain/ids.ts';
import { createOpenRequests } from './open-requests.ts';

function setUp() {
  const told: string[] = [];
  const requests = createOpenRequests({
    grant: (path) => Promise.resolve(`token of ${path}` as FileToken),
    tell: ({ token, name }) => told.push(`${name}: ${token}`),
  });
  return { requests, told };
}

it('holds the last file until the window is there', async () => {
  const { requests, told } = setUp();
  requests.request('/d/a.cchc');
  requests.request('/d/b.cchc');
  await Promise.resolve();
  expect(told).toEqual([]);
  requests.windowIsReady();
  await Promise.resolve();
  expect(told).toEqual(['b.cchc: token of /d/b.cchc']);
});

it('passes later files on at once, and each once', async () => {
  const { requests, told } = setUp();
  requests.windowIsReady();
  requests.request('/d/c.cchc');
  requests.windowIsReady();
  await Promise.resolve();
  expect(told).toEqual(['c.cchc: token of /d/c.cchc']);
});
