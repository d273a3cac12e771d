import { expect, test } from 'vitest';
import { passagesOf } from '../../src/model/entries.js';
import { spanIn } from '../../src/model/passage.js';
import { BASE, siteOf } from '../support/content.js';
import type { Files } from '../support/folder.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const LINE = '6月26日，司法所在唐王广场进行国际禁毒日宣传。';

/** The words of a file's passages, and the source text at each of the given words. */
function read(files: Files, file: string): { texts: string[]; sourceOf: (words: string) => string | undefined } {
  const content = { ...BASE, ...files };
  const passages = siteOf(content)
    .site.reports.flatMap(passagesOf)
    .filter(({ at }) => at.file === file);
  const lines = String(content[file]).replaceAll('\r\n', '\n').split('\n');
  const sourceOf = (words: string): string | undefined => {
    for (const passage of passages) {
      const start = passage.text.indexOf(words);
      if (start < 0) continue;
      const { line, column, endLine, endColumn } = spanIn(passage, start, words.length);
      return lines
        .slice(line - 1, endLine)
        .join('\n')
        .slice(column - 1, line === endLine ? endColumn - 1 : undefined);
    }
    return undefined;
  };
  return { texts: passages.map(({ text }) => text), sourceOf };
}

const withBody = (words: string): Files => ({ [EVENT]: (BASE[EVENT] ?? '').replace(LINE, words) });

test('a file has a passage for each value and each paragraph, in the words that were typed', () => {
  const { texts } = read({}, EVENT);
  expect(texts).toEqual(['国际禁毒日宣传', 'measures', '6月26日', '司法所', LINE]);
});

test('punctuation stays as typed, and marks of Markdown and comments are gone', () => {
  const { texts, sourceOf } = read(
    withBody('6月26日,**司法所**在\\*唐王\\*广场&amp;集市<!-- 核对 -->进行国际禁毒日`宣传`。'),
    EVENT,
  );
  expect(texts.at(-1)).toBe('6月26日,司法所在*唐王*广场&集市进行国际禁毒日宣传。');
  expect(sourceOf('司法所')).toBe('司法所');
  expect(sourceOf('*唐王*')).toBe('*唐王\\*');
  expect(sourceOf('集市')).toBe('集市');
  expect(sourceOf('宣传。')).toBe('宣传`。');
});

test('words of a quotation, a list, a table and a second line are found where they stand', () => {
  const { sourceOf } = read(
    withBody(`${LINE}\n\n> 发放资料\n> 八千份\n\n- 横幅\n  十条\n\n| 地点 | 人数 |\n| --- | --- |\n| 唐王 | 300 |`),
    EVENT,
  );
  for (const words of ['发放', '八千份', '十条', '横幅', '300']) expect(sourceOf(words)).toBe(words);
});

test('a quoted value is found inside its quotes', () => {
  const { sourceOf } = read(
    { [EVENT]: (BASE[EVENT] ?? '').replace('title: 国际', 'title: "国际').replace('宣传\n', '宣传"\n') },
    EVENT,
  );
  expect(sourceOf('禁毒日')).toBe('禁毒日');
});

test('half-width marks that a page shows full-width are told apart, in the text and in values', () => {
  const { site } = siteOf({
    ...BASE,
    [EVENT]: (BASE[EVENT] ?? '')
      .replace(LINE, '𠮷日,司法所（`甲,乙`）(宣传)第3,500份。')
      .replace('毒日宣传', '毒日(宣传)'),
  });
  const widened = site.reports
    .flatMap(passagesOf)
    .filter(({ at }) => at.file === EVENT)
    .flatMap((passage) => passage.widened.map(({ start, shown }) => [passage.text.slice(start), shown]));
  expect(widened).toEqual([
    ['(宣传)', '（'],
    [')', '）'],
    [',司法所（甲,乙）(宣传)第3,500份。', '，'],
    ['(宣传)第3,500份。', '（'],
    [')第3,500份。', '）'],
  ]);
});

test('a line break that a page keeps is told from one that joins two lines', () => {
  const { site } = siteOf({
    ...BASE,
    [EVENT]: (BASE[EVENT] ?? '').replace(LINE, '6月26日，\n司法所  \n在唐王广场\\\n宣传。'),
  });
  const passage = site.reports.flatMap(passagesOf).findLast(({ at }) => at.file === EVENT);
  expect(passage?.breaks.map((index) => passage.text.slice(index))).toEqual(['\n在唐王广场\n宣传。', '\n宣传。']);
});

test('where an item runs in, its section has a sign for it', () => {
  const { texts } = read({}, '2022/sections/10-measures.md');
  expect(texts.at(-1)).toBe('我镇开展法治宣传。\ufffc');
});
