import { defineConfig } from 'vitest/config';

/** Unit and property tests of every room; the real-Electron specs have their own config in e2e/. */
export default defineConfig({
  test: {
    include: ['{shared,db,main,renderer,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
  },
});
