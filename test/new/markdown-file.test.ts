import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownFile } from '../../src/new/markdown-file.js';
import { splitFrontMatter } from '../../src/read/front-matter.js';
import { PlacedText } from '../../src/read/placed-text.js';

test('a file is written as a clerk would write it', () => {
  const frontMatter = {
    title: '国际禁毒日宣传',
    date: '2022-06-26',
    place: undefined,
    office: ['均川镇政法办', '司法所'],
    evidence: ['study'],
    tasks: [],
    figures: [{ label: '优秀率', value: '100', unit: '%' }],
  };
  expect(markdownFile(frontMatter, '6月26日。')).toBe(`---
title: 国际禁毒日宣传
date: 2022-06-26
office: [均川镇政法办, 司法所]
evidence: study
figures:
  - label: 优秀率
    value: 100
    unit: "%"
---

6月26日。
`);
});

test('values that YAML would take for something else are quoted, others are not', () => {
  const frontMatter = {
    title: '#普法 进校园',
    topic: '学习: 《民法典》',
    law: '- 宪法',
    place: '@广场',
    number: 'true',
  };
  expect(markdownFile(frontMatter, '')).toBe(`---
title: "#普法 进校园"
topic: "学习: 《民法典》"
law: "- 宪法"
place: "@广场"
number: true
---
`);
});

test('whatever a value holds, reading the file gives it back without a complaint', () => {
  const values = fc.oneof(
    fc.stringMatching(/^[一-龥A-Za-z0-9：:#，、“”《》【】{}%&*!|>'"@`~\-?,.[\]]{1,12}$/),
    fc.constantFrom('null', '~', '2022', '1.10', '- a', 'a: b', 'a #b', "it's", '“一村一顾问”', '[x', 'a, b'),
  );
  fc.assert(
    fc.property(values, fc.array(values, { minLength: 2, maxLength: 3 }), (title, office) => {
      const text = markdownFile({ title, office }, '正文。');
      const { data, diagnostics, body } = splitFrontMatter(new PlacedText('a.md', text));
      const read = data?.entries.map(({ key, value }) => [
        key,
        value.kind === 'list' ? value.items.map((item) => item.kind === 'text' && item.value) : value,
      ]);
      expect(diagnostics).toEqual([]);
      expect(read).toEqual([
        ['title', expect.objectContaining({ kind: 'text', value: title })],
        ['office', office],
      ]);
      expect(body.trim()).toBe('正文。');
    }),
  );
});
