/**
 * Contents as tired clerks leave them: every folder of `test/clerks/` but `base` is one mistake in the faultless report
 * of `base`. It holds the files that differ, `gone.txt` with the paths of those that are not there, and `expected.txt`:
 * the exit code and all that `fazhi check` says. `UPDATE=1` writes that anew, to be read like code.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, isRefused } from '../src/build.js';
import { pretty } from '../src/diagnostics/pretty.js';
import { CLERK_CASES, clerkContent } from './support/clerk-content.js';
import { folderOf, type Files } from './support/folder.js';

test('there are at least sixty of them', () => {
  expect(CLERK_CASES.length).toBeGreaterThanOrEqual(60);
});

test('the report they are made from has no fault', () => {
  expect(report(clerkContent('base'))).toBe('exit 0\n');
});

describe.each(CLERK_CASES)('%s', (name) => {
  test('is told what is wrong, where, and what to write', () => {
    const expected = join(import.meta.dirname, 'clerks', name, 'expected.txt');
    const said = report(clerkContent(name));
    if (process.env['UPDATE']) writeFileSync(expected, said);
    expect(said).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  });
});

function report(files: Files): string {
  const { diagnostics, lineOf } = check(folderOf(files));
  const words = pretty(diagnostics, { language: 'zh', colour: false, root: 'content/', lineOf });
  return `exit ${isRefused(diagnostics, false) ? 1 : 0}\n${words === '' ? '' : `${words}\n`}`;
}
