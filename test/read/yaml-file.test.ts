import { expect, test } from 'vitest';
import { outline, readFile } from './reading.js';

test('a YAML file is keys from its first line to its last', () => {
  const { said, file } = readFile(
    '# 门户\nportal:\n  name: 随县人民政府\n  url: http://www.zgsuixian.gov.cn/\noffices:\n- id: justice\n  name: 司法所\n',
    'site.yaml',
  );
  expect(said).toBe('');
  expect(outline(file.data)).toMatchInlineSnapshot(`
    "2:1-7 portal 3:3-4:36
      3:3-7 name 3:9-15 "随县人民政府"
      4:3-6 url 4:8-36 "http://www.zgsuixian.gov.cn/"
    5:1-8 offices 6:1-7:12
      - 6:3-5 id 6:7-14 "justice"
        7:3-7 name 7:9-12 "司法所""
  `);
  expect(file).toMatchObject({ kind: 'yaml', path: 'site.yaml', broken: false, body: '' });
});

test('its slips are those of front matter, at their places', () => {
  const { said, file } = readFile(
    'portal：\r\n  name：随县人民政府\r\n\turl:http://a.cn/\r\noffices:\r\n  - name: 司法所\r\n    name: 司法局\r\n',
    'site.yml',
  );
  expect(said).toMatchInlineSnapshot(`
    "site.yml:1:7  错误  front-matter/fullwidth-colon
      “portal”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“portal: ”。
      1 | portal：
        |       ^^

    site.yml:2:7  错误  front-matter/fullwidth-colon
      “name”后面用了中文冒号“：”。请改成英文冒号加一个空格，写成“name: ”。
      2 |   name：随县人民政府
        |       ^^

    site.yml:3:1  错误  front-matter/tab
      此处用制表符（Tab 键）缩进。请改成空格，每一层缩进两个。
      3 |     url:http://a.cn/
        | ^^^^

    site.yml:3:5  错误  front-matter/colon-blank
      “url”的冒号后面缺少一个空格。请写成“url: ”，再写内容。
      3 |     url:http://a.cn/
        |        ^

    site.yml:6:5  错误  front-matter/duplicate-key
      “name”写了两次，第一次在第 5 行。请只留一个。
      6 |     name: 司法局
        |     ^^^^
      site.yml:5:5  第一次写在这里
      5 |   - name: 司法所
        |     ^^^^"
  `);
  expect(outline(file.data)).toMatchInlineSnapshot(`
    "1:1-7 portal 2:3-3:18
      2:3-7 name 2:8-14 "随县人民政府"
      3:2-5 url 3:6-18 "http://a.cn/"
    4:1-8 offices 5:3-6:14
      - 5:5-9 name 5:11-14 "司法所""
  `);
});

test('one between fences is one document too many', () => {
  expect(readFile('---\nportal:\n  name: 随县\n---\nx: y\n', 'site.yaml').said).toMatchInlineSnapshot(`
    "site.yaml:4:1  错误  front-matter/syntax
      这里又开始了新的一段。一个文件里“键: 值”只能有一段，请删去分隔行。
      4 | ---
        | ^^^"
  `);
});

test.each([
  ...['[', '{', '- ', '? ', 'a: ', '"', '\n', '#\n', '&a ', '*a ', '! ', '|\n', 'a:\n', 'a：\n', ']', '%\n', '[a: '],
  ...['[? ', '\t- a\n', '　\n', 'x\n', "'", '- a\n', '\u0001', '\u0001\n', '---\n', '文'],
])('a file of %j over and over is read, or refused, soon', (piece) => {
  const started = performance.now();
  readFile(piece.repeat(200_000 / piece.length), 'site.yaml');
  readFile(`---\n${piece.repeat(18_000 / piece.length)}\n---\n`);
  readFile(`---\n${piece.repeat(600_000 / piece.length)}`);
  expect(performance.now() - started).toBeLessThan(20_000);
});
