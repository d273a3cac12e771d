import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { write } from '../../src/write/write.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { deadProcess, files, holdings, pagesOf, refusalOf } from './folders.js';

/** What a build killed while it put pages in place leaves in its working folder. */
function leftBehind(paths: readonly string[]): Record<string, string> {
  return {
    '.fazhi/lock': JSON.stringify(deadProcess()),
    '.fazhi/journal.json': JSON.stringify({ generator: 'fazhi', files: paths.map((path) => ({ path })) }),
    '.fazhi/staged/7': 'a page that was to come',
    '.fazhi/staged/manifest': '{}',
  };
}

function put(out: string, texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(join(out, path, '..'), { recursive: true });
    writeFileSync(join(out, path), text);
  }
}

test('after a first build cut off, the next one makes what a clean build makes', () => {
  const out = folderOf({ ...leftBehind(['a', 'b/c', 'd']), a: 'old', 'b/c': 'old' });
  expect(write(pagesOf({ a: 'new', e: 'new' }), out)).toEqual({ written: ['a', 'e'], unchanged: 0, removed: ['b/c'] });
  const clean = temporaryFolder();
  write(pagesOf({ a: 'new', e: 'new' }), clean);
  expect(holdings(out)).toEqual(holdings(clean));
});

test('after a later build cut off, what it made and what was there before are both ours', () => {
  const out = temporaryFolder();
  write(pagesOf({ kept: '1', 'old/page': '1' }), out);
  put(out, { ...leftBehind(['kept', 'old/page', 'new/page']), kept: '2', 'new/page': '2', mine: 'x' });
  expect(write(pagesOf({ kept: '3' }), out)).toEqual({
    written: ['kept'],
    unchanged: 0,
    removed: ['new/page', 'old/page'],
  });
  expect(holdings(out)).toEqual({ kept: '3', mine: 'x', 'manifest.json': expect.any(String) as string });
});

test('a folder that was made for a page that never came is removed', () => {
  const out = temporaryFolder();
  write(pagesOf({ a: '1' }), out);
  put(out, leftBehind(['a', 'b/c/d']));
  mkdirSync(join(out, 'b/c'), { recursive: true });
  write(pagesOf({ a: '1' }), out);
  expect(Object.keys(holdings(out))).toEqual(['a', 'manifest.json']);
});

test('a build cut off while staging has changed nothing, and its working folder goes', () => {
  const out = temporaryFolder();
  write(pagesOf({ a: '1' }), out);
  put(out, { '.fazhi/lock': JSON.stringify(deadProcess()), '.fazhi/staged/0': 'half a pa' });
  expect(write(pagesOf({ a: '1' }), out)).toEqual({ written: [], unchanged: 1, removed: [] });
  expect(Object.keys(holdings(out))).toEqual(['a', 'manifest.json']);
});

test('a first build cut off while staging has left an empty folder', () => {
  const out = folderOf({ '.fazhi/lock': JSON.stringify(deadProcess()), '.fazhi/staged/0': 'half a pa' });
  write(pagesOf({ a: '1' }), out);
  expect(Object.keys(holdings(out))).toEqual(['a', 'manifest.json']);
});

test('a build cut off in a folder that is not ours does not make it ours', () => {
  const out = folderOf({ '.fazhi/lock': JSON.stringify(deadProcess()), 'thesis.doc': 'x' });
  expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toMatch('没有 fazhi 写的 manifest.json');
  expect(files(out)['thesis.doc']).toBe('x');
});

test('a build that fails after one that was cut off keeps the journal of that one', () => {
  const out = folderOf({ ...leftBehind(['a', 'b']), a: 'old', b: 'old' });
  const source = join(temporaryFolder(), 'missing');
  expect(refusalOf(() => write([{ path: 'a', copyOf: source }], out))).toMatch('找不到文件');
  expect(Object.keys(files(out))).toEqual(['.fazhi/journal.json', 'a', 'b']);
  expect(write(pagesOf({ a: 'new' }), out).removed).toEqual(['b']);
  expect(Object.keys(holdings(out))).toEqual(['a', 'manifest.json']);
});

test('a build cut off when all was done but the tidying leaves nothing to do', () => {
  const out = temporaryFolder();
  write(pagesOf({ a: '1' }), out);
  put(out, leftBehind(['a', 'b']));
  expect(write(pagesOf({ a: '1' }), out)).toEqual({ written: [], unchanged: 1, removed: [] });
  expect(Object.keys(holdings(out))).toEqual(['a', 'manifest.json']);
});

test('a journal that names a file outside deletes nothing', () => {
  const around = folderOf({ victim: 'x' });
  const out = join(around, 'dist');
  write(pagesOf({ a: '1' }), out);
  put(out, leftBehind(['../victim']));
  expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toMatch(
    `“${join(out, '.fazhi/journal.json')}”不是 fazhi 写的，或已损坏`,
  );
  expect(files(around)['victim']).toBe('x');
});

test('a working folder that others put something into loses only what is ours', () => {
  const out = temporaryFolder();
  write(pagesOf({ a: '1' }), out);
  put(out, { '.fazhi/mine': 'x' });
  write(pagesOf({ a: '2' }), out);
  expect(files(out)).toEqual({ '.fazhi/mine': 'x', a: '2' });
  rmSync(join(out, '.fazhi'), { recursive: true });
});
