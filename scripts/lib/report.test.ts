import { describe, expect, test } from 'vitest';
import { SetupError, done, formatFailure, formatStepLine, runSteps, skipped } from './report.mjs';

describe('one line per step', () => {
  test('names the step, what became of it and the detail', () => {
    expect(formatStepLine('packages', done('installed'))).toBe('done     packages: installed');
    expect(formatStepLine('packages', skipped('already as locked'))).toBe('skipped  packages: already as locked');
  });

  test('a detail with line breaks stays on one line', () => {
    expect(formatStepLine('build', done('a\n  b\n'))).toBe('done     build: a b');
  });

  test('a failure says what to do before it quotes the command', () => {
    const error = new SetupError('npm failed', 'run npm ping', { cause: new Error('no route') });
    expect(formatFailure('packages', error).split('\n')).toEqual([
      'failed   packages: npm failed',
      '         what to do: run npm ping',
      'no route',
    ]);
  });

  test('steps after a failed one do not run', async () => {
    const lines: string[] = [];
    let reached = false;
    const steps = [
      { name: 'first', run: () => done('yes') },
      {
        name: 'second',
        run: () => {
          throw new SetupError('no', 'try again');
        },
      },
      {
        name: 'third',
        run: () => {
          reached = true;
          return done('');
        },
      },
    ];
    await expect(runSteps(steps, (line: string) => lines.push(line))).rejects.toThrow('no');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['done', 'failed']);
    expect(reached).toBe(false);
  });
});
