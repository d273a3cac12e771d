import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/read/decode.js';
import type { SourceValue } from '../../src/model/source.js';
import { read } from '../support/whole.js';
import { folderOf } from '../support/folder.js';

/** Pieces that mean something to YAML, to Markdown, or to a clerk's keyboard; any bytes besides. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '---',
      '\n',
      '\r\n',
      '\r',
      ': ',
      '：',
      ':',
      '- ',
      '  ',
      '\t',
      '　',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '|',
      '>',
      '#',
    ],
    ...[
      'title',
      '标题',
      '司法所',
      '，',
      '---js',
      '－－－',
      '----',
      '&a ',
      '*a',
      '!t ',
      '<<',
      '? ',
      '%',
      '@',
      '...',
      '=',
    ],
    ...['title: 标题\n', 'figures:\n  - label: 横幅\n', '\ufeff', '\u0000', '\u2028', '👍', '\\'],
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const frontMatter = text.map((inner) => `---\n${inner}\n---\n正文\n`);
const bytes = fc.oneof(
  text.map((written) => Buffer.from(written)),
  frontMatter.map((written) => Buffer.from(written)),
  frontMatter.map((written) => Buffer.from(`\ufeff${written}`, 'utf16le')),
  fc.uint8Array({ maxLength: 200 }),
);

describe.each(['2022/report.md', 'site.yaml'])('any bytes as %s', (path) => {
  test('are read or reported, every place lies in the file, and nothing that passes is lost', () => {
    const folder = folderOf({});
    fc.assert(
      fc.property(bytes, (written) => {
        folderOf({ [path]: written }, folder);
        const { sources, diagnostics } = read(folder);
        const [source] = sources;
        if (source === undefined || source.kind === 'asset') throw new Error('not read as text');
        const whole = decode(written)?.text ?? '';
        const lines = whole.split('\n');
        const isInside = (line: number, column: number): boolean => {
          const length = lines[line - 1]?.length;
          return length !== undefined && column >= 1 && column <= length + 1;
        };
        for (const { at, message } of diagnostics) {
          expect([at, isInside(at.line, at.column), isInside(at.endLine, at.endColumn)]).toEqual([at, true, true]);
          expect(message.zh).not.toContain('undefined');
        }
        expect(source.broken).toBe(source.data === undefined);
        if (source.broken) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        // The body is the end of the file, from the line it says.
        if (path.endsWith('.md') && decode(written) !== undefined) {
          expect(whole.endsWith(source.body)).toBe(true);
          if (source.body !== '') expect(lines.slice(source.bodyLine - 1).join('\n')).toBe(source.body);
        }
        if (source.data !== undefined && diagnostics.length === 0) {
          const head = whole.slice(0, whole.length - source.body.length);
          expect(lettersOf(textOf(source.data))).toBe(lettersOf(withoutMarks(head)));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('the span of a plain value is the value, whatever was mended before it on the line', () => {
  const folder = folderOf({});
  const word = fc.stringMatching(/^[\u4e00-\u9fa5a-z]{1,8}$/);
  const entry = fc.record({
    key: fc.stringMatching(/^[a-z]{3,8}$/).filter((key) => !['http', 'https', 'mailto', 'tel'].includes(key)),
    colon: fc.constantFrom(': ', '：', '： ', ':', ':　', '：　'),
    value: word,
    indent: fc.constantFrom('', '\t', '  ', '　'),
  });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { minLength: 1, maxLength: 5, selector: ({ key }) => key }), (entries) => {
      const lines = entries.map(
        ({ indent, key, colon, value }) => `${indent ? `list:\n${indent}- ` : ''}${key}${colon}${value}`,
      );
      const written = entries.every(({ indent }) => indent === '') ? lines : lines.slice(0, 1);
      folderOf({ 'a.md': `---\n${written.join('\n')}\n---\n` }, folder);
      const { sources } = read(folder);
      const [source] = sources;
      if (source?.kind !== 'markdown' || source.data === undefined) throw new Error('not read');
      const inFile = `---\n${written.join('\n')}\n---\n`.split('\n');
      const values = [...scalarsOf(source.data)];
      expect(values.length).toBe(written.length);
      for (const { value, at } of values) {
        expect(inFile[at.line - 1]?.slice(at.column - 1, at.endColumn - 1)).toBe(value);
      }
    }),
    { numRuns: 500 },
  );
});

function* scalarsOf(value: SourceValue): Generator<Extract<SourceValue, { kind: 'text' }>> {
  if (value.kind === 'text') yield value;
  else if (value.kind === 'list') for (const item of value.items) yield* scalarsOf(item);
  else for (const entry of value.entries) yield* scalarsOf(entry.value);
}

/** Keys and values in the order they stand. */
function textOf(value: SourceValue): string {
  if (value.kind === 'text') return value.value;
  if (value.kind === 'list') return value.items.map(textOf).join('');
  return value.entries.map((entry) => entry.key + textOf(entry.value)).join('');
}

/** Without comments and without what quotes and block headers are written with. */
function withoutMarks(head: string): string {
  return head.replace(/(^|[ \t\n\ufeff])#[^\n]*/g, '$1');
}

/** Han letters: YAML's own marks are none of them, and no escape writes one. */
function lettersOf(words: string): string {
  return words.replace(/\P{Script=Han}/gu, '');
}
