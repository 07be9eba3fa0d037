import { defineConfig } from 'vitest/config';
import { describeRuntime } from './driver/launch-settings.ts';

// First line of the log, before the test runner says anything.
process.stdout.write(`${describeRuntime()}\n`);

/** Specs drive one real app after the other: windows compete for the focus, and two apps would for the processor. */
export default defineConfig({
  test: {
    include: ['e2e/specs/**/*.spec.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    // One more try, named in the report: real windows on a busy computer now and then answer late.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A loaded machine with two processors paints late; nothing here measures.
    expect: { poll: { timeout: 10_000 } },
  },
});
