// @ts-check
/** Runs the tests and counts them. */
import { parseCLI, startVitest } from 'vitest/node';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Counts */

/**
 * Runs the tests that the arguments select, all without any.
 *
 * A skipped test counts as failed: a summary that says “0 failed” must mean that everything was looked at. Only where
 * names were asked for (`-t`) are the other tests not counted at all.
 *
 * @param {string[]} args What `vitest run` takes.
 * @param {import('vitest/node').InlineConfig} options
 * @returns {Promise<Counts>}
 */
export async function runTests(args, options = {}) {
  const { filter, options: fromArgs } = parseCLI(['vitest', 'run', ...args]);
  const vitest = await startVitest('test', filter, { ...fromArgs, ...options, watch: false });
  const isSelection = vitest.config.testNamePattern !== undefined;

  let passed = 0;
  let failed = vitest.state.getUnhandledErrors().length;
  /** @type {string[]} */
  const skipped = [];
  for (const module of vitest.state.getTestModules()) {
    if (module.errors().length > 0) failed += 1;
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) failed += 1;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'failed') failed += 1;
      else if (!isSelection) skipped.push(test.fullName);
    }
  }
  failed += skipped.length;
  // Whatever else went wrong shows in the exit code alone; and a run without a test has shown nothing.
  if (failed === 0 && (passed === 0 || (process.exitCode ?? 0) !== 0)) failed = 1;
  return { passed, failed, skipped };
}
