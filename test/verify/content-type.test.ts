import { describe, expect, test } from 'vitest';
import { judgeType } from '../../src/verify/content-type.js';

describe('a Content-Type', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['index.html', 'Text/HTML;charset="UTF8"'],
    ['a.css', 'text/css'],
    ['a.js', 'application/javascript'],
    ['a.svg', 'image/svg+xml'],
    ['feed.xml', 'text/xml'],
    ['a.ics', 'text/calendar'],
    ['a.json', 'application/json'],
    ['a.md', 'text/plain; charset=utf-8'],
    ['照片.JPG', 'image/jpeg'],
    ['a.pdf', 'application/pdf'],
    ['a.docx', 'application/octet-stream'],
    ['LICENSE', null],
  ])('of %s may be %s', (path, header) => {
    expect(judgeType(path, header)).toBeUndefined();
  });

  test.each([
    ['index.html', null, '没有 Content-Type，应为 text/html，浏览器不会照常使用'],
    ['index.html', 'text/plain', 'Content-Type 是 text/plain，应为 text/html，浏览器不会照常使用'],
    [
      'a.css',
      'application/octet-stream',
      'Content-Type 是 application/octet-stream，应为 text/css，浏览器不会照常使用',
    ],
    ['a.svg', 'text/xml', 'Content-Type 是 text/xml，应为 image/svg+xml，浏览器不会照常使用'],
    ['a.csv', 'text/html', 'Content-Type 是 text/html，浏览器会当作网页打开，应为 text/csv'],
    ['a.docx', 'text/html', 'Content-Type 是 text/html，浏览器会当作网页打开'],
    ['a.md', 'text/plain; charset=gb2312', 'Content-Type 写的编码是 gb2312，文件是 utf-8 的，汉字会成乱码'],
  ])('of %s must not be %s', (path, header, words) => {
    expect(judgeType(path, header)).toMatchObject({ kind: 'fault', words: { zh: words } });
  });

  test.each([
    ['a.ics', 'application/octet-stream', 'type', 'Content-Type 是 application/octet-stream，宜为 text/calendar'],
    ['a.md', null, 'type', '没有 Content-Type，宜为 text/markdown'],
    ['a.csv', 'text/csv', 'charset', 'Content-Type 没有写编码，宜为 text/csv; charset=utf-8'],
  ])('of %s should rather not be %s', (path, header, kind, words) => {
    expect(judgeType(path, header)).toMatchObject({ kind, words: { zh: words } });
  });
});
