import { describe, expect, test } from 'vitest';
import { isPagePath, listPieces, listText, pathsIn } from '../../src/model/manifest.js';

describe('the text of a list', () => {
  test.each([0, 1, 999, 1000, 1001, 2000, 2001])('of %d files in pieces is that of the whole', (count) => {
    const files = Array.from({ length: count }, (_, index) => ({ path: `${index}/大事记.html`, size: index }));
    const text = `${JSON.stringify({ generator: 'fazhi', files }, undefined, 2)}\n`;
    expect([...listPieces(files)].join('')).toBe(text);
    expect(listText(files)).toBe(text);
    expect(pathsIn(text)).toEqual(files.map(({ path }) => path));
  });
});

describe('the path of a page', () => {
  test.each(['index.html', '2022/report/index.html', '附件/名单.pdf', 'a/manifest.json', 'manifest.jsonl', '-/_.txt'])(
    'is %s',
    (path) => expect(isPagePath(path)).toBe(true),
  );

  test.each([
    '',
    '/',
    '/etc/passwd',
    '..',
    '../a',
    'a/../b',
    'a/..',
    './a',
    'a//b',
    'a/',
    'a\\b',
    'c:/a',
    'a\n',
    'manifest.json',
    'manifest.json/a',
    'MANIFEST.JSON',
    '.fazhi/lock',
    '.FAZHI/lock',
  ])('is not %j', (path) => expect(isPagePath(path)).toBe(false));
});
