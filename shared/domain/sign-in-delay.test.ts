import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFailure, delayAfterMs, NO_FAILURES, remainingDelayMs, type SignInFailures } from './sign-in-delay.ts';

const START_MS = Date.parse('2023-11-05T03:40:00.000Z');
const at = (ms: number): string => new Date(START_MS + ms).toISOString();
const DAY_MS = 24 * 3_600_000;

test('slips are free, then the wait doubles, up to a quarter of an hour', () => {
  expect([0, 1, 2, 3, 4, 5, 11, 12, 13].map((count) => delayAfterMs(count) / 1000)).toEqual([
    0, 0, 0, 2, 4, 8, 512, 900, 900,
  ]);
});

test('the wait never shrinks with another failure and never passes its limit', () => {
  fc.assert(
    fc.property(fc.nat(5_000), (count) => {
      expect(delayAfterMs(count + 1)).toBeGreaterThanOrEqual(delayAfterMs(count));
      expect(delayAfterMs(count)).toBeLessThanOrEqual(900_000);
    }),
  );
});

test('what is left only falls as time goes, whatever the clock does', () => {
  const failures = fc.record({ count: fc.nat(50), lastAt: fc.integer({ min: -DAY_MS, max: DAY_MS }).map(at) });
  fc.assert(
    fc.property(failures, fc.integer({ min: -DAY_MS, max: DAY_MS }), fc.nat(DAY_MS), (kept, nowMs, later) => {
      const now = remainingDelayMs(kept, at(nowMs));
      expect(now).toBeGreaterThanOrEqual(0);
      expect(now).toBeLessThanOrEqual(delayAfterMs(kept.count));
      expect(remainingDelayMs(kept, at(nowMs + later))).toBeLessThanOrEqual(now);
    }),
  );
});

test('whoever waits as told may always try again, and a right password starts anew', () => {
  fc.assert(
    fc.property(fc.nat(60), (count) => {
      const kept = { count, lastAt: at(0) };
      expect(remainingDelayMs(kept, at(delayAfterMs(count)))).toBe(0);
    }),
  );
  expect(remainingDelayMs(NO_FAILURES, at(0))).toBe(0);
});

test('trying as fast as allowed, at any moments, gives few guesses a day', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { maxLength: 3_000 }), (pauses) => {
      let kept: SignInFailures = NO_FAILURES;
      let guesses = 0;
      let clockMs = 0;
      // Attempts made too early are refused and not counted; those after them are still weighed by the last failure.
      for (const pauseMs of [...pauses, ...Array.from({ length: 300 }, () => 450_000)]) {
        clockMs += pauseMs;
        if (clockMs > DAY_MS) break;
        if (remainingDelayMs(kept, at(clockMs)) > 0) continue;
        guesses++;
        kept = countFailure(kept, at(clockMs));
      }
      expect(guesses).toBeLessThanOrEqual(12 + DAY_MS / 900_000);
    }),
    { numRuns: 50 },
  );
});
