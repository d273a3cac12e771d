import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, run } from '../support/site.js';

test('builds killed at random moments leave whole files, and the next build makes what a clean one makes', async () => {
  const { code, stdout, stderr } = await run(process.execPath, [
    join(ROOT, 'test/kills.mjs'),
    '--builds=60',
    '--seconds=30',
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const counts = /^(?<killed>\d+) builds killed .*staging (?<staging>\d+), renaming (?<renaming>\d+)/u.exec(
    stdout,
  )?.groups;
  // Otherwise it shows nothing: the kills must fall into the writing.
  expect(Number(counts?.['staging'])).toBeGreaterThan(0);
  expect(Number(counts?.['renaming'])).toBeGreaterThan(0);
}, 120_000);
