/** The files of the bundled program, run with and without the code that was kept of them. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Loader } from '../../src/bin/load.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { ROOT, run } from '../support/site.js';

const MAIN = 'exports.greet = () => require("./words.js").greeting + require("node:path").sep.length;';

/** A program of two files; what it answers when it is loaded anew. */
function program(): { folder: string; answer: () => unknown } {
  const folder = folderOf({ 'bin/main.js': MAIN, 'bin/words.js': 'exports.greeting = "one";' });
  mkdirSync(join(folder, 'code'));
  const load = (loader: Loader): unknown => (loader.load('main.js') as { greet: () => unknown }).greet();
  const first = new Loader(join(folder, 'bin'));
  load(first);
  first.keepCode();
  return { folder, answer: () => load(new Loader(join(folder, 'bin'))) };
}

test('a file is run once, however often it is asked for', () => {
  const folder = folderOf({ 'bin/main.js': 'exports.made = {};' });
  const loader = new Loader(join(folder, 'bin'));
  expect(loader.load('main.js')).toBe(loader.load('main.js'));
});

test('the code that was kept is what runs', () => {
  const { folder, answer } = program();
  // Nothing but the length of a source tells V8 whether its code is of it.
  writeFileSync(join(folder, 'bin/words.js'), 'exports.greeting = "two";');
  expect(answer()).toBe('one1');
});

test.each([
  ['is missing', (code: string) => rmSync(code)],
  ['is cut off', (code: string) => writeFileSync(code, readFileSync(code).subarray(0, -8))],
  ['is none at all', (code: string) => writeFileSync(code, 'code')],
])('where the code %s, the source is run', (_, spoil) => {
  const { folder, answer } = program();
  spoil(join(folder, 'code/words.js'));
  writeFileSync(join(folder, 'bin/words.js'), 'exports.greeting = "two";');
  expect(answer()).toBe('two1');
});

test('the code that is there was kept of this very program, by this Node', () => {
  const sum = readFileSync(join(ROOT, 'lib/bin/sum'), 'utf8').trim();
  expect(readFileSync(join(ROOT, 'lib/code/of'), 'utf8')).toBe(`${sum} ${process.version}\n`);
});

test('the program is the same without the code', async () => {
  const folder = temporaryFolder();
  for (const path of ['package.json', 'lib/bin', 'lib/browser', 'templates'])
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  const check = (root: string) =>
    run(process.execPath, [join(root, 'lib/bin/fazhi.js'), 'check', '--format', 'json', '--content', 'content']);
  const [without, whole] = [await check(folder), await check(ROOT)];
  expect(without).toEqual(whole);
  expect(without.code).toBe(0);
});
