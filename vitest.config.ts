import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // `.only` left behind would let the summary pass for the whole.
    allowOnly: false,
    // Browser pages and child processes, on a machine of two cores that runs other files at the same time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Browsers and servers are waited for, so that two cores have time for a third file.
    maxWorkers: 3,
  },
});
