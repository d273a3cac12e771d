import { chmodSync, linkSync, lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { write } from '../../src/write/write.js';
import { folderOf, temporaryFolder } from '../support/folder.js';
import { files, holdings, pagesOf, refusalOf } from './folders.js';

/** A folder that holds these pages, and what else is said to stand in it. */
function siteOf(pages: Readonly<Record<string, string>>, others: Readonly<Record<string, string>> = {}): string {
  const out = temporaryFolder();
  write(pagesOf(pages), out);
  for (const [path, text] of Object.entries(others)) {
    mkdirSync(join(out, path, '..'), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  return out;
}

describe('a build', () => {
  test('makes the folder and everything in it', () => {
    const out = join(temporaryFolder(), '县 门户', 'dist');
    expect(write(pagesOf({ '2022/大事记 一.html': '禁毒', 'index.html': '首页' }), out)).toEqual({
      written: ['2022/大事记 一.html', 'index.html'],
      unchanged: 0,
      removed: [],
    });
    expect(holdings(out)).toEqual({
      '2022/': '',
      '2022/大事记 一.html': '禁毒',
      'index.html': '首页',
      'manifest.json': expect.any(String) as string,
    });
  });

  test('lists every file but the list itself, by code unit, with size and SHA-256', () => {
    const out = siteOf({ 'b.txt': '法', 'a/b.txt': '', 'B.css': 'a' });
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(`{
  "generator": "fazhi",
  "files": [
    {
      "path": "B.css",
      "size": 1,
      "sha256": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    },
    {
      "path": "a/b.txt",
      "size": 0,
      "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    },
    {
      "path": "b.txt",
      "size": 3,
      "sha256": "c82e0431b4e531f599289dff4e402f85652c2c25db3e39f90e901ce28431911e"
    }
  ]
}
`);
  });

  test('gives the same list whatever the order of the pages', () => {
    const one = siteOf({ a: '1', b: '2' });
    const other = siteOf({ b: '2', a: '1' });
    expect(holdings(other)).toEqual(holdings(one));
  });

  test('replaces only the files whose bytes changed', () => {
    const out = siteOf({ same: '1', changed: '1' });
    const long = new Date('2020-01-01T00:00:00Z');
    for (const path of ['same', 'changed', 'manifest.json']) utimesSync(join(out, path), long, long);
    const before = statSync(join(out, 'same'));
    expect(write(pagesOf({ same: '1', changed: '2' }), out)).toEqual({
      written: ['changed'],
      unchanged: 1,
      removed: [],
    });
    const after = statSync(join(out, 'same'));
    expect([after.mtimeMs, after.ino, after.ctimeMs]).toEqual([before.mtimeMs, before.ino, before.ctimeMs]);
    expect(statSync(join(out, 'changed')).mtimeMs).toBeGreaterThan(long.getTime());
  });

  test('that changes nothing leaves the list as it was too', () => {
    const out = siteOf({ a: '1' });
    const before = statSync(join(out, 'manifest.json'));
    expect(write(pagesOf({ a: '1' }), out)).toEqual({ written: [], unchanged: 1, removed: [] });
    expect(statSync(join(out, 'manifest.json')).ino).toBe(before.ino);
  });

  test('replaces a file by another one, so that whoever is reading it reads the old one to its end', () => {
    const out = siteOf({ a: 'old' });
    linkSync(join(out, 'a'), join(out, 'reader'));
    write(pagesOf({ a: 'new' }), out);
    expect(files(out)).toEqual({ a: 'new', reader: 'old' });
  });

  test('mends a file that others damaged without changing its size or date', () => {
    const out = siteOf({ a: 'good' });
    const { atime, mtime } = statSync(join(out, 'a'));
    writeFileSync(join(out, 'a'), 'evil');
    utimesSync(join(out, 'a'), atime, mtime);
    expect(write(pagesOf({ a: 'good' }), out).written).toEqual(['a']);
    expect(files(out)).toEqual({ a: 'good' });
  });

  test('puts back a file that others removed', () => {
    const out = siteOf({ 'a/b': '1' });
    rmSync(join(out, 'a'), { recursive: true });
    expect(write(pagesOf({ 'a/b': '1' }), out).written).toEqual(['a/b']);
  });

  test('gives new files the usual modes, also copies of unusual ones', () => {
    const source = join(folderOf({ 'run.sh': 'x' }), 'run.sh');
    chmodSync(source, 0o700);
    const out = temporaryFolder();
    write([{ path: 'a/copy', copyOf: source }], out);
    const ordinary = 0o666 & ~process.umask();
    expect(statSync(join(out, 'a/copy')).mode & 0o777).toBe(ordinary);
    expect(statSync(join(out, 'manifest.json')).mode & 0o777).toBe(ordinary);
    expect(statSync(join(out, 'a')).mode & 0o777).toBe(0o777 & ~process.umask());
  });
});

describe('files to copy', () => {
  test('are copied, and again only when their bytes change', () => {
    const source = join(folderOf({ '附件 1.pdf': 'one' }), '附件 1.pdf');
    const out = temporaryFolder();
    const pages = [{ path: 'files/附件 1.pdf', copyOf: source }];
    expect(write(pages, out).written).toEqual(['files/附件 1.pdf']);
    expect(write(pages, out)).toEqual({ written: [], unchanged: 1, removed: [] });
    writeFileSync(source, 'two');
    expect(write(pages, out).written).toEqual(['files/附件 1.pdf']);
    expect(files(out)).toEqual({ 'files/附件 1.pdf': 'two' });
  });

  test('that vanished are named, and nothing is changed', () => {
    const out = siteOf({ a: '1' });
    const before = holdings(out);
    const source = join(temporaryFolder(), '附件.pdf');
    const pages = [...pagesOf({ a: '2' }), { path: 'b', copyOf: source }];
    expect(refusalOf(() => write(pages, out))).toBe(`找不到文件“${source}”，网站没有改动。请检查这个文件后再构建。`);
    expect(holdings(out)).toEqual(before);
  });

  test('that are folders are named too', () => {
    const source = temporaryFolder();
    expect(refusalOf(() => write([{ path: 'b', copyOf: source }], temporaryFolder()))).toBe(
      `无法读取文件“${source}”（EISDIR），网站没有改动。请检查这个文件后再构建。`,
    );
  });
});

describe('what a build no longer makes', () => {
  test('is removed, with the folders that it leaves empty', () => {
    const out = siteOf({ 'index.html': '1', '2022/events/a.html': '1', '2022/b.html': '1' });
    expect(write(pagesOf({ 'index.html': '1', '2022/b.html': '1' }), out)).toEqual({
      written: [],
      unchanged: 2,
      removed: ['2022/events/a.html'],
    });
    expect(Object.keys(holdings(out))).toEqual(['2022/', '2022/b.html', 'index.html', 'manifest.json']);
  });

  test('is removed without what others put beside it', () => {
    const out = siteOf({ 'index.html': '1', '2022/a.html': '1' }, { '2022/统计.js': '2', 'robots.txt': '3' });
    expect(write(pagesOf({ 'index.html': '1' }), out).removed).toEqual(['2022/a.html']);
    expect(files(out)).toEqual({ 'index.html': '1', '2022/统计.js': '2', 'robots.txt': '3' });
  });

  test('is not missed when others removed it', () => {
    const out = siteOf({ a: '1', 'b/c': '1' });
    rmSync(join(out, 'b/c'));
    expect(write(pagesOf({ a: '1' }), out)).toEqual({ written: [], unchanged: 1, removed: [] });
    expect(Object.keys(holdings(out))).toEqual(['a', 'manifest.json']);
  });

  test('makes room when a file becomes a folder, or a folder a file', () => {
    const out = siteOf({ a: '1', 'b/c/d': '1', 'b/e': '1' });
    expect(write(pagesOf({ 'a/x': '2', b: '2' }), out)).toEqual({
      written: ['a/x', 'b'],
      unchanged: 0,
      removed: ['a', 'b/c/d', 'b/e'],
    });
    expect(files(out)).toEqual({ 'a/x': '2', b: '2' });
  });

  test('goes before a page whose name differs in case only, so that both may be one file', () => {
    const out = siteOf({ 'Page.html': '1', 'e\u0301.html': '2' });
    expect(write(pagesOf({ 'page.html': '1', '\u00e9.html': '2' }), out)).toEqual({
      written: ['page.html', '\u00e9.html'],
      unchanged: 0,
      removed: ['Page.html', 'e\u0301.html'],
    });
    expect(files(out)).toEqual({ 'page.html': '1', '\u00e9.html': '2' });
  });

  test('is forgotten when others made a folder of it', () => {
    const out = siteOf({ a: '1', b: '1' });
    rmSync(join(out, 'b'));
    mkdirSync(join(out, 'b'));
    writeFileSync(join(out, 'b/mine'), 'x');
    expect(write(pagesOf({ a: '1' }), out).removed).toEqual([]);
    expect(files(out)).toEqual({ a: '1', 'b/mine': 'x' });
  });
});

describe('a folder that is not ours', () => {
  test('is refused, and nothing at all is put into it', () => {
    const out = folderOf({ 'thesis.doc': 'x' });
    const before = statSync(out);
    expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toBe(
      `文件夹“${out}”里已有文件，却没有 fazhi 写的 manifest.json，可能不是本程序生成的，因此没有改动。请换一个空文件夹（--out），或确认无用后清空它。`,
    );
    expect(holdings(out)).toEqual({ 'thesis.doc': 'x' });
    expect(statSync(out).ctimeMs).toBe(before.ctimeMs);
  });

  test.each([
    ['of another program', '{"name": "app", "icons": []}'],
    ['of another generator', '{"generator": "hugo", "files": []}'],
    ['cut short', '{"generator": "fazhi", "fil'],
    ['without files', '{"generator": "fazhi"}'],
    ['with files that are no files', '{"generator": "fazhi", "files": ["index.html"]}'],
    ['that is empty', ''],
    ['that is null', 'null'],
  ])('is known by a list %s', (_, text) => {
    const out = folderOf({ 'manifest.json': text, 'index.html': 'x' });
    const before = statSync(out);
    expect(refusalOf(() => write(pagesOf({ 'index.html': '1' }), out))).toBe(
      `“${join(out, 'manifest.json')}”不是 fazhi 写的，或已损坏，无法确认哪些文件是本程序生成的，因此没有改动。请换一个空文件夹（--out），或确认无用后清空它。`,
    );
    expect(holdings(out)).toEqual({ 'manifest.json': text, 'index.html': 'x' });
    expect(statSync(out).ctimeMs).toBe(before.ctimeMs);
  });

  test('is known by a list that is a folder or a link', () => {
    const list = join(folderOf({ list: '{"generator": "fazhi", "files": []}' }), 'list');
    const linked = temporaryFolder();
    symlinkSync(list, join(linked, 'manifest.json'));
    const folder = folderOf({ 'manifest.json/x': '' });
    for (const out of [linked, folder]) {
      expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toMatch('不是 fazhi 写的，或已损坏');
    }
  });

  test.each(['../victim', '/etc/victim', 'a/../../victim', 'a/..', './a', 'a//b', 'a/', '', '..\\victim', 'C:/victim'])(
    'is known by a list that names %j, and nothing is deleted',
    (path) => {
      const around = folderOf({ victim: 'x' });
      const out = join(around, 'dist');
      write(pagesOf({ a: '1', b: '1' }), out);
      const list = join(out, 'manifest.json');
      writeFileSync(list, readFileSync(list, 'utf8').replace('"path": "b"', `"path": ${JSON.stringify(path)}`));
      expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toMatch('不是 fazhi 写的，或已损坏');
      expect(files(around)).toEqual({
        victim: 'x',
        'dist/a': '1',
        'dist/b': '1',
        'dist/manifest.json': readFileSync(list, 'utf8'),
      });
    },
  );

  test('may stand around the one we are given', () => {
    const around = folderOf({ 'index.html': 'portal' });
    write(pagesOf({ 'index.html': '1' }), join(around, 'fazhi'));
    expect(readFileSync(join(around, 'index.html'), 'utf8')).toBe('portal');
  });
});

describe('what stands where a page must go', () => {
  test('is named, all of it, before anything is changed', () => {
    const out = siteOf({ a: '1' }, { b: 'mine', c: 'mine', 'd/e': 'mine' });
    const before = holdings(out);
    const pages = pagesOf({ a: '2', b: '1', 'c/page': '1', d: '1', f: '1' });
    expect(refusalOf(() => write(pages, out))).toBe(
      `文件夹“${out}”里有不是本程序生成的内容，占了网页的位置：“b”、“c”、“d”。没有改动任何文件。请移走或改名后再构建。`,
    );
    expect(holdings(out)).toEqual(before);
  });

  test('is counted when there is much of it', () => {
    const others = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`p${i + 10}`, 'mine']));
    const pages = Object.fromEntries(Object.keys(others).map((path) => [path, '1']));
    expect(refusalOf(() => write(pagesOf(pages), siteOf({ a: '1' }, others)))).toMatch('、“p19”等 12 处。');
  });

  test('is taken over when it has the very bytes of the page', () => {
    const out = siteOf({ a: '1' }, { b: '2' });
    expect(write(pagesOf({ a: '1', b: '2' }), out)).toEqual({ written: [], unchanged: 2, removed: [] });
    expect(write(pagesOf({ a: '1' }), out).removed).toEqual(['b']);
  });

  test('is named when others put it into a folder of ours that becomes a page', () => {
    const out = siteOf({ 'a/b': '1' }, { 'a/mine': 'x' });
    expect(refusalOf(() => write(pagesOf({ a: '1' }), out))).toMatch('占了网页的位置：“a/mine”。');
  });

  test('is named when it is an empty folder', () => {
    const out = siteOf({ a: '1' });
    mkdirSync(join(out, 'b'));
    expect(refusalOf(() => write(pagesOf({ a: '1', b: '1' }), out))).toMatch('占了网页的位置：“b”。');
  });

  test('is named when it stands where the working folder must go', () => {
    const elsewhere = temporaryFolder();
    const out = siteOf({ a: '1' });
    symlinkSync(elsewhere, join(out, '.fazhi'));
    expect(refusalOf(() => write(pagesOf({ a: '2' }), out))).toMatch('占了网页的位置：“.fazhi”。');
    expect(holdings(elsewhere)).toEqual({});
    expect(readFileSync(join(out, 'a'), 'utf8')).toBe('1');
  });
});

describe('links', () => {
  test('to a folder are not written through', () => {
    const elsewhere = temporaryFolder();
    const out = siteOf({ a: '1' });
    symlinkSync(elsewhere, join(out, '2022'));
    expect(refusalOf(() => write(pagesOf({ a: '1', '2022/index.html': '1' }), out))).toMatch(
      '占了网页的位置：“2022”。',
    );
    expect(holdings(elsewhere)).toEqual({});
  });

  test('to a folder are not deleted through', () => {
    const elsewhere = folderOf({ 'b/c.html': 'x' });
    const out = siteOf({ a: '1', '2022/b/c.html': '1' });
    rmSync(join(out, '2022'), { recursive: true });
    symlinkSync(elsewhere, join(out, '2022'));
    expect(write(pagesOf({ a: '1' }), out).removed).toEqual([]);
    expect(files(elsewhere)).toEqual({ 'b/c.html': 'x' });
    expect(lstatSync(join(out, '2022')).isSymbolicLink()).toBe(true);
  });

  test('in place of a page of ours are replaced, and what they lead to stays', () => {
    const target = join(folderOf({ file: '1' }), 'file');
    const out = siteOf({ a: '1', b: '1' });
    for (const path of ['a', 'b']) {
      rmSync(join(out, path));
      symlinkSync(target, join(out, path));
    }
    expect(write(pagesOf({ a: '1' }), out)).toEqual({ written: ['a'], unchanged: 0, removed: ['b'] });
    expect(files(out)).toEqual({ a: '1' });
    expect(readFileSync(target, 'utf8')).toBe('1');
  });

  test('to the folder itself are how a webmaster may place it', () => {
    const real = temporaryFolder();
    const out = join(temporaryFolder(), 'dist');
    symlinkSync(real, out);
    write(pagesOf({ a: '1' }), out);
    expect(files(real)).toEqual({ a: '1' });
  });
});

describe('pages that cannot stand side by side are a bug of the caller', () => {
  test.each([
    [['a', 'a'], 'Two pages are one file on some disks: a and a'],
    [['a.html', 'A.html'], 'Two pages are one file on some disks: A.html and a.html'],
    [['e\u0301', '\u00c9'], 'Two pages are one file on some disks: e\u0301 and \u00c9'],
    [['stra\u00dfe', 'STRASSE'], 'Two pages are one file on some disks: STRASSE and stra\u00dfe'],
    [['a', 'a/b'], 'A page stands where another needs a folder: a and a/b'],
    [['A', 'a/b/c'], 'A page stands where another needs a folder: A and a/b/c'],
    [['../a'], 'Not a path for a page: "../a"'],
    [['a\\b'], 'Not a path for a page: "a\\\\b"'],
    [['manifest.json'], 'Not a path for a page: "manifest.json"'],
    [['.fazhi/lock'], 'Not a path for a page: ".fazhi/lock"'],
  ])('%j', (paths, message) => {
    const out = join(temporaryFolder(), 'dist');
    const pages = paths.map((path) => ({ path, text: '' }));
    expect(() => write(pages, out)).toThrow(new Error(message));
    expect(statSync(out, { throwIfNoEntry: false })).toBe(undefined);
  });
});
