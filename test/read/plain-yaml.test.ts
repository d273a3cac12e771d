import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCounty } from '../../bench/content.mjs';
import type { Span } from '../../src/model/span.js';
import { applyEdits } from '../../src/read/edits.js';
import { PlacedText } from '../../src/read/placed-text.js';
import { recognisePlainYaml } from '../../src/read/plain-yaml.js';
import { readAnyYaml } from '../../src/read/yaml.js';
import { folderOf } from '../support/folder.js';

/** The YAML of every file of a folder that has any, without its fences. */
function yamlIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    if (path.endsWith('.yaml')) return [readFileSync(join(folder, path), 'utf8')];
    if (!path.endsWith('.md')) return [];
    const [, text] = /^---\n([^]*?\n)---\n/.exec(readFileSync(join(folder, path), 'utf8')) ?? [];
    return text === undefined ? [] : [text];
  });
}

/** Whether a text is recognised; it fails if the library gives anything else, or has something to report. */
function isRecognised(text: string): boolean {
  const source = new PlacedText('a.md', text);
  const data = recognisePlainYaml(text, (start, end): Span => source.span(start, end));
  if (data === undefined) return false;
  const read = readAnyYaml(source, applyEdits(text, 0, text.length, []));
  const plain = { data, broken: false, diagnostics: [] };
  if (!isDeepStrictEqual(plain, read)) expect({ text, read: plain }).toStrictEqual({ text, read });
  return true;
}

test('the keys are given with their values and places', () => {
  const text = 'title: 一\nevidence: [a, 乙]\nfigures:\n  - label: "二"\n    unit:\n';
  const at = (line: number, column: number, endLine: number, endColumn: number): Span => {
    return { file: 'a.md', line, column, endLine, endColumn };
  };
  const source = new PlacedText('a.md', text);
  expect(recognisePlainYaml(text, (start, end) => source.span(start, end))).toStrictEqual({
    kind: 'map',
    entries: [
      { key: 'title', keyAt: at(1, 1, 1, 6), value: { kind: 'text', value: '一', at: at(1, 8, 1, 9) } },
      {
        key: 'evidence',
        keyAt: at(2, 1, 2, 9),
        value: {
          kind: 'list',
          items: [
            { kind: 'text', value: 'a', at: at(2, 12, 2, 13) },
            { kind: 'text', value: '乙', at: at(2, 15, 2, 16) },
          ],
          at: at(2, 11, 2, 17),
        },
      },
      {
        key: 'figures',
        keyAt: at(3, 1, 3, 8),
        value: {
          kind: 'list',
          items: [
            {
              kind: 'map',
              entries: [
                { key: 'label', keyAt: at(4, 5, 4, 10), value: { kind: 'text', value: '二', at: at(4, 12, 4, 15) } },
                { key: 'unit', keyAt: at(5, 5, 5, 9), value: { kind: 'text', value: '', at: at(5, 10, 5, 10) } },
              ],
              at: at(4, 5, 5, 10),
            },
          ],
          at: at(4, 3, 5, 10),
        },
      },
    ],
    at: at(1, 1, 5, 10),
  });
});

test.each([
  ...['', '\n', 'a', 'a:b\n', ': b\n', '- a\n', ' a: b\n', 'a: b\n\n', 'a: b\n \nc: d\n', 'a: b\nc\n'],
  ...[
    '#a\na: b\n',
    '# a\n',
    'a: b\n# c\n',
    'a:\n  b:\n# c\nd: e\n',
    'a:\n  - b\n    # c\nd: e\n',
    'a: b\n  # c \nd: e\n',
    'a: # b\n',
    'a: b\n#c\n',
    'a: b\n  # c\n',
    'a: b #c\n',
    'a: b # \n',
    'a: b # c \n',
    'a: b#c\n',
    'a: "b"#c\n',
    'a: [b]#c\n',
    'a: [b # c]\n',
    'a: [b #]\n',
    'a: b \n',
    'a: b:\n',
    'a: b: c\n',
    'a: b\n  c\n',
  ],
  ...[
    'a: - b\n',
    'a: -1\n',
    'a: ?b\n',
    'a: :b\n',
    'a: ,b\n',
    'a: ]b\n',
    'a: {b: c}\n',
    'a: &b c\n',
    'a: *b\n',
    'a: !b c\n',
  ],
  ...[
    'a: |\n  b\n',
    'a: >\n  b\n',
    'a: %b\n',
    'a: @b\n',
    'a: `b`\n',
    "a: 'b''c'\n",
    "a: 'b\n",
    'a: "b\\n"\n',
    'a: "b" c\n',
  ],
  ...[
    'a: "b\n  c"\n',
    'a: [b\n',
    'a: [b, ]\n',
    'a: [b,, c]\n',
    'a: [b: c]\n',
    'a: [b:c]\n',
    'a: ["b"]\n',
    'a: [[b]]\n',
    'a: [-b]\n',
  ],
  ...[
    'a: [b]c\n',
    'a: [b] \n',
    'a: b\na: c\n',
    'a:\n  b: c\n  b: d\n',
    'a:\n- b\n',
    'a:\n  - b\n c: d\n',
    'a:\n  b: c\n   d: e\n',
  ],
  ...[
    'a:\n  - b\n  c: d\n',
    'a:\n  b\n',
    'a:\n  - b: c\n     d: e\n',
    'a:\n  -\n',
    'a:\n  - - b\n',
    '---\na: b\n',
    'a: b\n...\n',
  ],
  ...[
    'a:\tb\n',
    'a: b\tc\n',
    'a: b\r\n',
    'a: b\0\n',
    '\ufeffa: b\n',
    'a: b\u2028c\n',
    'a: b\u0085c\n',
    'a: b',
    '"a": b\n',
    '<<: b\n',
  ],
  ...['a:\n             b: c\n', '? a\n', 'a b: c\n', '-a: b\n', 'a: \u3000b\n', 'a: b\u3000\n', 'a: "b\ufeff"\n'],
])('%j is for the library', (text) => {
  const source = new PlacedText('a.md', text);
  expect(recognisePlainYaml(text, (start, end) => source.span(start, end))).toBeUndefined();
});

test.each([
  ...[
    'a: b\n',
    '标题: 一、二：三“四”\n',
    'a:\n',
    'a: \n',
    'a:\nb:  c\n',
    'a: http://a.cn/?b=c&d\n',
    'a: 10:30\n',
    'a: 2022-06\n',
  ],
  ...[
    'a: "b: c"\n',
    "a: '[b]'\n",
    'a: ""\n',
    'a: [  ]\n',
    'a: []\n',
    'a: [b,c ,  d e]\n',
    'a: null\n',
    'a: ~\n',
    'a: b{c}[d]"e"\n',
  ],
  ...[
    'a:\n  - b\n  - "c"\nd: e\n',
    'a:\n    b: c\n    d:\n      e: [f]\ng: h\n',
    'a:\n  - b: c\n    d: e\n  - f\n',
    'a:\n  -   b:\n      c: d\n',
  ],
  ...[
    'a: b # c\n',
    'a: b # c：d # e: f\nb: c\n',
    'a: "b # c"  # d\n',
    "a: '#'\n",
    'a: [b, c] #\nd:\n  - e # f\n  - g\n',
    '\na: b\n\n\nc: d\n',
    '# a\n#\nb: c\n\n# d\ne: f\n',
    'a:\n# b\n  - c\n\n  # d\n  - e: f\n# g\n    # h\n    i: j\n# k\nl: m\n',
  ],
  ...['constructor: b\ntoString: c\n', 'a: 𠮷\n', 'a: b　c\n', 'a: b - c, d? e! f\n'],
])('%j is recognised', (text) => {
  expect(isRecognised(text)).toBe(true);
});

test('the keys of all files of the real report and of a county are recognised', () => {
  const county = folderOf({});
  writeCounty(county, 2, 5);
  const texts = [...yamlIn('content'), ...yamlIn(county)];
  expect(texts.length).toBe(476);
  expect(texts.filter((text) => !isRecognised(text))).toEqual([]);
});

test('whatever is recognised among the files of these tests is what the library reads', () => {
  const texts = yamlIn('test');
  const share = texts.filter(isRecognised).length / texts.length;
  expect(share).toBeGreaterThan(0.8);
  expect(share).toBeLessThan(1);
});

describe('whatever is recognised is what the library reads', () => {
  const pieces = fc.constantFrom(
    ...'ab一，。“”1.-:,[]{}#&*!|>\'"%@`?~\\/=\t\r\0'.split(''),
    ...[
      ' ',
      ' ',
      '\n',
      '\n',
      '\n  ',
      '\n    ',
      'a: ',
      'b: ',
      '标题: ',
      'c:\n',
      '- ',
      '  - ',
      '[a, b]',
      '"a"',
      "'b'",
      ': ',
      ' #',
      '。',
    ],
    ...[
      '　',
      '\u00a0',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\ud800',
      '𠮷',
      '---',
      '...',
      '<<: ',
      'true',
      '0x1',
      '2022-06-26',
      '10:30',
      '\n\n',
    ],
  );
  const value = fc.oneof(
    {
      arbitrary: fc.constantFrom('一', 'b c', '10:30', '"a: b"', "'a'", '[a, 乙]', '[ ]', '', 'a，b', '100%'),
      weight: 20,
    },
    { arbitrary: fc.constantFrom('一 # 二', '"a # b" # c', '[a, 乙]  # - d: e'), weight: 3 },
    { arbitrary: fc.array(pieces, { maxLength: 3 }).map((parts) => parts.join('')), weight: 1 },
  );
  const key = fc.constantFrom('a', 'b', 'c', '题', 'd-e', 'f_1');
  /** Lines of a map or list, without their indent. */
  const { map } = fc.letrec<{ map: string[]; list: string[]; below: string[] }>((tie) => ({
    map: fc
      .uniqueArray(fc.tuple(key, value, fc.option(tie('below'), { freq: 2 })), {
        selector: ([name]) => name,
        maxLength: 4,
      })
      .map((entries) =>
        entries.flatMap(([name, words, below]) => (below ? [`${name}:`, ...below] : [`${name}: ${words}`])),
      ),
    list: fc
      .array(
        fc.oneof(
          value.map((words) => [words]),
          tie('map'),
        ),
        { maxLength: 3 },
      )
      .map((items) => items.flatMap((lines) => lines.map((line, index) => (index === 0 ? '- ' : '  ') + line))),
    below: fc
      .tuple(fc.oneof({ maxDepth: 3 }, tie('list'), tie('map')), fc.constantFrom('  ', '  ', '    ', ' ', ''))
      .map(([lines, indent]) => lines.map((line) => indent + line)),
  }));
  const document = map.map((lines) => lines.map((line) => `${line}\n`).join(''));
  const generators = {
    'for any pieces of YAML': fc.array(pieces, { maxLength: 6 }).map((parts) => `a: ${parts.join('')}\n`),
    'for keys and lists inside one another': document,
    'for such a text with remarks and blank lines': fc
      .tuple(
        document,
        fc.array(fc.tuple(fc.nat(9), fc.constantFrom('', '# a', '  # b: c', '#', '      # d')), { maxLength: 4 }),
      )
      .map(([text, lines]) =>
        lines.reduce((made, [at, line]) => made.split('\n').toSpliced(at, 0, line).join('\n'), text),
      ),
    'for such a text with one mark somewhere': fc
      .tuple(document, pieces, fc.nat(60))
      .map(([text, piece, at]) => text.slice(0, at) + piece + text.slice(at)),
  };

  test.each(Object.entries(generators))('%s', (_, generator) => {
    let recognised = 0;
    const runs = 3000;
    fc.assert(
      fc.property(generator, (text) => {
        if (isRecognised(text)) recognised += 1;
      }),
      { numRuns: runs },
    );
    expect(recognised).toBeGreaterThan(runs / 30);
  });
});
