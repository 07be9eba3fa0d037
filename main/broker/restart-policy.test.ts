import { expect, it } from 'vitest';
import { planRestartMs } from './restart-policy.ts';

it('waits longer with every death within a minute, up to half a minute', () => {
  const deaths = [0, 1, 2, 3, 4, 5, 6];
  const waits = deaths.map((_, index) => planRestartMs(deaths.slice(0, index + 1), 10));
  expect(waits).toEqual([100, 1_000, 5_000, 15_000, 30_000, 30_000, 30_000]);
});

it('forgets deaths of long ago', () => {
  expect(planRestartMs([0, 1, 2, 3, 100_000], 100_000)).toBe(100);
});
