import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // `.only` left behind would let the summary pass for the whole.
    allowOnly: false,
    // Browser pages and child processes, on a machine of two cores that runs other files at the same time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
