// @ts-check
/**
 * `npm test`: compiles and bundles, makes sure of a browser and of the servers that tests work against, runs every test
 * (or those that the arguments select).
 *
 * Out: the last line of standard output is `N passed, N failed`, whatever happened; the exit code is 0 only when
 *      nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundle } from '../bundle.mjs';
import { provideBrowser, providePrograms } from './support/machine.mjs';
import { runTests } from './support/run-tests.mjs';

process.chdir(join(import.meta.dirname, '..'));

const { passed, failed } = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
});
process.stdout.write(`${passed} passed, ${failed} failed\n`, () => process.exit(failed === 0 ? 0 : 1));

async function main() {
  compile();
  await bundle();
  process.env['FAZHI_BROWSER'] = await provideBrowser();
  providePrograms();
  const counts = await runTests(process.argv.slice(2));
  for (const name of counts.skipped) console.log(`Skipped, which counts as failed: ${name}`);
  return counts;
}

function compile() {
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
  const { status } = spawnSync(process.execPath, [join(dirname(typescript), 'bin', 'tsc'), '-p', 'tsconfig.json'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The program does not compile.');
}
