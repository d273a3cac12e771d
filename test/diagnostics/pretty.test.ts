import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineRule, diagnose, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { displayWidth, graphemes } from '../../src/diagnostics/display-width.js';
import { json } from '../../src/diagnostics/json.js';
import { pretty } from '../../src/diagnostics/pretty.js';
import type { Span } from '../../src/model/span.js';

const rule = defineRule<{ found: string }>({
  id: 'office/unknown',
  severity: 'error',
  say: { zh: ({ found }) => `未登记的责任单位“${found}”。`, en: ({ found }) => `Unknown office “${found}”.` },
});

/** A diagnostic for the words of `text` that stand in 〔〕, and how it is shown. */
function show(text: string, found = 'x'): string {
  const start = text.indexOf('〔');
  const end = text.indexOf('〕') - 1;
  const whole = text.replace(/[〔〕]/g, '');
  const at = spanOf(whole, start, end);
  const lines = whole.split('\n');
  return pretty([diagnose(rule, { at, found })], {
    language: 'zh',
    colour: false,
    root: '',
    lineOf: (_file, line) => lines[line - 1],
  });
}

function spanOf(text: string, start: number, end: number): Span {
  const place = (offset: number): [number, number] => {
    const before = text.slice(0, offset).split('\n');
    return [before.length, (before.at(-1) ?? '').length + 1];
  };
  const [[line, column], [endLine, endColumn]] = [place(start), place(end)];
  return { file: 'a.md', line, column, endLine, endColumn };
}

const duplicate: Diagnostic = {
  ...diagnose(rule, {
    at: { file: '2022/a.md', line: 12, column: 9, endLine: 12, endColumn: 13 },
    found: '司法局所',
    fix: '司法所',
  }),
  related: [
    {
      message: { zh: '第一次写在这里', en: 'First given here' },
      at: { file: 'site.yaml', line: 2, column: 1, endLine: 2, endColumn: 3 },
    },
  ],
};
const LINES: Readonly<Record<string, string>> = { '2022/a.md:12': 'office: 司法局所', 'site.yaml:2': '单位: 司法局所' };
const lineOf = (file: string, line: number): string | undefined => LINES[`${file}:${line}`];

describe('pretty', () => {
  test('says where, what, and shows the line with a mark under the words, also of the second place', () => {
    expect(pretty([duplicate], { language: 'zh', colour: false, root: 'content/', lineOf })).toMatchInlineSnapshot(`
      "content/2022/a.md:12:9  错误  office/unknown
        未登记的责任单位“司法局所”。
        12 | office: 司法局所
           |         ^^^^^^^^
        content/site.yaml:2:1  第一次写在这里
        2 | 单位: 司法局所
          | ^^^^"
    `);
    expect(pretty([duplicate], { language: 'en', colour: false, root: '', lineOf })).toMatchInlineSnapshot(`
      "2022/a.md:12:9  error  office/unknown
        Unknown office “司法局所”.
        12 | office: 司法局所
           |         ^^^^^^^^
        site.yaml:2:1  First given here
        2 | 单位: 司法局所
          | ^^^^"
    `);
  });

  test('puts a blank line between two, and has none at the end', () => {
    const options = { language: 'zh', colour: false, root: '', lineOf: () => undefined } as const;
    const one = diagnose(rule, { at: spanOf('', 0, 0), found: '甲' });
    expect(pretty([one, one], options)).toBe(
      'a.md:1:1  错误  office/unknown\n  未登记的责任单位“甲”。\n\na.md:1:1  错误  office/unknown\n  未登记的责任单位“甲”。',
    );
    expect(pretty([], options)).toBe('');
  });

  test('colours only when asked, and then the mark as the severity', () => {
    const coloured = pretty([duplicate], { language: 'zh', colour: true, root: '', lineOf });
    expect(coloured).toContain('\u001b[31m错误\u001b[39m');
    expect(coloured).toContain('\u001b[31m^^^^^^^^\u001b[39m');
    // eslint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(
      pretty([duplicate], { language: 'zh', colour: false, root: '', lineOf }),
    );
  });

  test('the mark stands under full-width, combining and emoji characters as a terminal shows them', () => {
    expect(show('ＡＢ，「〔司法〕」')).toMatchInlineSnapshot(`
      "a.md:1:5  错误  office/unknown
        未登记的责任单位“x”。
        1 | ＡＢ，「司法」
          |         ^^^^"
    `);
    expect(show('cafe\u0301 é👍🏽 〔é〕')).toMatchInlineSnapshot(`
      "a.md:1:13  错误  office/unknown
        未登记的责任单位“x”。
        1 | café é👍🏽 é
          |          ^"
    `);
    expect(show('“甲”…〔乙〕')).toMatchInlineSnapshot(`
      "a.md:1:5  错误  office/unknown
        未登记的责任单位“x”。
        1 | “甲”…乙
          |      ^^"
    `);
  });

  test('a tab is shown as four blanks', () => {
    expect(show('\ta:\t〔甲〕')).toMatchInlineSnapshot(`
      "a.md:1:5  错误  office/unknown
        未登记的责任单位“x”。
        1 |     a:    甲
          |           ^^"
    `);
  });

  test('an empty place has a mark of one cell, also at the end of a line and of a file', () => {
    expect(show('甲：〔〕')).toMatchInlineSnapshot(`
      "a.md:1:3  错误  office/unknown
        未登记的责任单位“x”。
        1 | 甲：
          |     ^"
    `);
    expect(show('甲\n〔〕')).toMatchInlineSnapshot(`
      "a.md:2:1  错误  office/unknown
        未登记的责任单位“x”。
        2 |
          | ^"
    `);
  });

  test('words over several lines are marked to the end of the first', () => {
    expect(show('甲〔乙  \n丙〕丁')).toMatchInlineSnapshot(`
      "a.md:1:2  错误  office/unknown
        未登记的责任单位“x”。
        1 | 甲乙
          |   ^^"
    `);
  });

  test('a long line is cut around the mark', () => {
    const long = '一二三四五六七八九十'.repeat(20);
    expect(show(`${long}〔司法局所〕${long}`)).toMatchInlineSnapshot(`
      "a.md:1:201  错误  office/unknown
        未登记的责任单位“x”。
        1 | …二三四五六七八九十一二三四五六七八九十司法局所一二三四五六七八九十一二三四五六七八九十一二三四五六…
          |                                        ^^^^^^^^"
    `);
    expect(show(`〔司法局所〕${long}`)).toMatchInlineSnapshot(`
      "a.md:1:1  错误  office/unknown
        未登记的责任单位“x”。
        1 | 司法局所一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五…
          | ^^^^^^^^"
    `);
    expect(show(`${long}〔司法局所〕`)).toMatchInlineSnapshot(`
      "a.md:1:201  错误  office/unknown
        未登记的责任单位“x”。
        1 | …六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十司法局所
          |                                                                                            ^^^^^^^^"
    `);
    expect(show(`甲〔${long}〕乙`)).toMatchInlineSnapshot(`
      "a.md:1:2  错误  office/unknown
        未登记的责任单位“x”。
        1 | 甲一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八…
          |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
    `);
    for (const shown of [
      show(`${long}〔${long}〕${long}`),
      show(`${'\t'.repeat(99)}〔x〕`),
      show(`a${'\u0301'.repeat(5000)}〔x〕`),
    ]) {
      for (const line of shown.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(106);
    }
  });

  test('content cannot steer the terminal', () => {
    expect(show('\u001b[2J〔甲\u0007〕\u009b1m\u202e', '\u001b[31m\n')).toMatchInlineSnapshot(`
      "a.md:1:5  错误  office/unknown
        未登记的责任单位“␛[31m␊”。
        1 | ␛[2J甲␇�1m�
          |     ^^^"
    `);
  });
});

describe('json', () => {
  test('is one object, in one language, with the folder before every file', () => {
    expect(json([duplicate], { language: 'zh', root: 'content/' })).toMatchInlineSnapshot(`
      "{
        "diagnostics": [
          {
            "rule": "office/unknown",
            "severity": "error",
            "message": "未登记的责任单位“司法局所”。",
            "file": "content/2022/a.md",
            "line": 12,
            "column": 9,
            "endLine": 12,
            "endColumn": 13,
            "related": [
              {
                "message": "第一次写在这里",
                "span": {
                  "file": "content/site.yaml",
                  "line": 2,
                  "column": 1,
                  "endLine": 2,
                  "endColumn": 3
                }
              }
            ],
            "fix": "司法所",
            "docs": "docs/diagnostics.md#office-unknown"
          }
        ]
      }
      "
    `);
  });

  test('leaves out what a diagnostic has not', () => {
    const plain = diagnose(rule, { at: spanOf('', 0, 0), found: '甲' });
    expect(JSON.parse(json([plain], { language: 'en', root: '' }))).toEqual({
      diagnostics: [
        {
          rule: 'office/unknown',
          severity: 'error',
          message: 'Unknown office “甲”.',
          file: 'a.md',
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
          docs: 'docs/diagnostics.md#office-unknown',
        },
      ],
    });
    expect(JSON.parse(json([], { language: 'zh', root: '' }))).toEqual({ diagnostics: [] });
  });
});

test.each([
  ['abc', 3],
  ['司法所', 6],
  ['ＡＢ：，。', 10],
  ['“”…—·', 5],
  ['かなカナ한국', 12],
  ['㈠①', 3],
  ['ﾊﾝ', 2],
  ['e\u0301', 1],
  ['\u200b\ufeff', 0],
  ['👍🏽👨‍👩‍👧☀️', 6],
  ['𠀀', 2],
  ['', 0],
])('%j fills %i cells', (text, cells) => {
  expect(displayWidth(text)).toBe(cells);
});

test('plain text, which is measured at once, fills what it fills measured by characters that are seen', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'a 9-“”—…，。（）《》司法所、：'), maxLength: 30 });
  const invisible = '\u200b';
  fc.assert(
    fc.property(plain, (text) => {
      expect(displayWidth(text)).toBe(displayWidth(text + invisible));
      expect(graphemes(`${text}🏛️`)).toEqual([...graphemes(text), '🏛️']);
    }),
  );
});
