import { describe, expect, test } from 'vitest';
import { addUp, countReport, formatResult, runStage } from './checks.mjs';

const report = { numPassedTests: 10, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };

describe('counting', () => {
  test('a test run counts by its tests', () => {
    expect(countReport(report, false)).toEqual({ passed: 10, failed: 2, skipped: 2 });
    expect(countReport({ ...report, numFailedTests: 0 }, true)).toEqual({ passed: 10, failed: 0, skipped: 2 });
  });

  test('a run that fails without a failed test still counts as a failure', () => {
    expect(countReport({ ...report, numFailedTests: 0 }, false).failed).toBe(1);
  });

  test('results add up', () => {
    const results = [{ counts: { passed: 1, failed: 0 } }, { counts: { passed: 10, failed: 2 } }];
    expect(addUp(results)).toEqual({ passed: 11, failed: 2 });
  });

  test('a result is one line with its time', () => {
    const counts = { passed: 412, failed: 0, skipped: 2 };
    expect(formatResult({ name: 'unit', ok: true, ms: 38_120, counts })).toBe(
      'passed  unit      38.1 s  412 of 412, 2 skipped',
    );
    expect(formatResult({ name: 'lint', ok: false, ms: 900, counts: { passed: 0, failed: 1, skipped: 0 } })).toBe(
      'FAILED  lint       0.9 s',
    );
  });
});

describe('a stage', () => {
  const checks = ['a', 'b', 'c', 'd'].map((name) => ({ name }));

  test('keeps the listed order and the limit on how many run at once', async () => {
    let running = 0;
    let most = 0;
    const run = async ({ name }: { name: string }) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, name === 'a' ? 20 : 1));
      running -= 1;
      return { name, ok: true };
    };
    const results = await runStage({ checks, atOnce: 2 }, run);
    expect(results.map(({ name }: { name: string }) => name)).toEqual(['a', 'b', 'c', 'd']);
    expect(most).toBe(2);
  });

  test('starts nothing new after a failure', async () => {
    const results = await runStage({ checks, atOnce: 1 }, async ({ name }: { name: string }) => ({
      name,
      ok: name !== 'b',
    }));
    expect(results.map(({ name }: { name: string }) => name)).toEqual(['a', 'b']);
  });
});
