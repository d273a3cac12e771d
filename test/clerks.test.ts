/**
 * Contents as tired clerks leave them: every folder of `test/clerks/` but `base` is one mistake in the faultless report
 * of `base`. It holds the files that differ, `gone.txt` with the paths of those that are not there, and `expected.txt`:
 * the exit code and all that `fazhi check` says. `UPDATE=1` writes that anew, to be read like code.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, isRefused } from '../src/build.js';
import { pretty } from '../src/diagnostics/pretty.js';
import { filesIn, folderOf, type Files } from './support/folder.js';

const ROOT = join(import.meta.dirname, 'clerks');
const NOTES = ['expected.txt', 'gone.txt'];
const cases = readdirSync(ROOT).filter((name) => name !== 'base');

test('there are at least sixty of them', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

test('the report they are made from has no fault', () => {
  expect(report(contentOf('base'))).toBe('exit 0\n');
});

describe.each(cases)('%s', (name) => {
  test('is told what is wrong, where, and what to write', () => {
    const expected = join(ROOT, name, 'expected.txt');
    const said = report(contentOf(name));
    if (process.env['UPDATE']) writeFileSync(expected, said);
    expect(said).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  });
});

/** The files of the base, with the changes of a case. */
function contentOf(name: string): Files {
  const filesOf = (folder: string): [string, Uint8Array][] =>
    filesIn(folder)
      .filter((path) => !NOTES.includes(path))
      .map((path) => [path, readFileSync(join(folder, path))]);
  const list = join(ROOT, name, 'gone.txt');
  const gone = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
  const files: Files = Object.fromEntries([...filesOf(join(ROOT, 'base')), ...filesOf(join(ROOT, name))]);
  return { ...files, ...Object.fromEntries(gone.map((path) => [path, undefined])) };
}

function report(files: Files): string {
  const { diagnostics, lineOf } = check(folderOf(files));
  const words = pretty(diagnostics, { language: 'zh', colour: false, root: 'content/', lineOf });
  return `exit ${isRefused(diagnostics, false) ? 1 : 0}\n${words === '' ? '' : `${words}\n`}`;
}
