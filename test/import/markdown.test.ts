/** A report that somebody keeps as one Markdown file. */
import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/import/markdown.js';

function read(text: string) {
  return readMarkdown(new TextEncoder().encode(text));
}

test('headings, bold lines, lists, tables and notes are what a reader sees', () => {
  const { blocks, notes } = read(`# 青石镇工作报告

**一、主要做法**

1. 开展宣传[^1]。
2. 化解矛盾。

- 其他

| 村 | 场次 |
| --- | --- |
| 甲村 | 3 |

> 引文

[^1]: 见《民法典》。
`);
  expect(blocks).toEqual([
    { kind: 'line', text: '青石镇工作报告', heading: 1 },
    { kind: 'line', text: '一、主要做法', isBold: true },
    { kind: 'line', text: '1.开展宣传\ufdd00\ufdd2。' },
    { kind: 'line', text: '2.化解矛盾。' },
    { kind: 'line', text: '其他' },
    {
      kind: 'table',
      rows: [
        ['村', '场次'],
        ['甲村', '3'],
      ],
    },
    { kind: 'line', text: '引文' },
  ]);
  expect(notes).toEqual(['见《民法典》。']);
});

test('a line that breaks in the file goes on, emphasis and links leave their words, remarks vanish', () => {
  const { blocks } = read(
    '开展**宪法**宣传，\n见[通知](http://a.gov.cn)。<!-- 核对 -->\n\n    缩进的段落。\n\n<!-- 备注 -->\n',
  );
  expect(blocks.map((block) => (block.kind === 'line' ? block.text : ''))).toEqual([
    '开展宪法宣传，见通知。',
    '缩进的段落。',
  ]);
});

test('front matter with the names of content files is read as facts, in either language', () => {
  expect(
    read('---\n标题: 青石镇工作报告\norgan: 青石镇人民政府\n成文日期: 2023-01-10\nother: 1\n---\n\n正文。\n').metadata,
  ).toEqual({
    title: '青石镇工作报告',
    organ: '青石镇人民政府',
    adopted: '2023-01-10',
  });
  expect(read('---\n标题: [\n---\n\n正文。\n').metadata).toEqual({});
});

test('an image is named, since it lies elsewhere', () => {
  expect(read('正文![现场](1.jpg)。').remarks.map(({ quotation }) => quotation)).toEqual(['现场']);
});

test('quotations nested beyond measure are read without overflow', () => {
  const { blocks } = read(`${'> '.repeat(5000)}正文。`);
  expect(blocks.map((block) => (block.kind === 'line' ? block.text.replaceAll(/[> ]/g, '') : ''))).toEqual(['正文。']);
});
