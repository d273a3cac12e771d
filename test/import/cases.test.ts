import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCases, slips, type ImportCase } from './cases.js';

const CASES = readCases(join(import.meta.dirname, 'cases'));

describe('the reports that the import is measured with', () => {
  test('are at least forty', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(40);
  });

  test('are of many years, encodings and kinds of file', () => {
    expect(new Set(CASES.map(({ expected }) => expected.year)).size).toBeGreaterThanOrEqual(5);
    expect(CASES.filter(({ expected }) => expected.encoding === 'gb18030').length).toBeGreaterThanOrEqual(3);
    for (const extension of ['.txt', '.md', '.html'])
      expect(CASES.some(({ file }) => file.endsWith(extension))).toBe(true);
    expect(CASES.some(({ text }) => text.includes('\r\n'))).toBe(true);
  });
});

describe('a slip in an expectation is found', () => {
  const expected: ImportCase['expected'] = {
    manner: '片段',
    year: 2022,
    title: null,
    organ: null,
    adopted: null,
    number: null,
    outline: [{ level: 1, number: '一、', title: '工作成效', part: 'measures' }],
    events: [
      { date: '2022-04-15', precision: 'day', quotation: '4月15日，开展宣传' },
      { date: '2022-06-01/2022-06-10', precision: 'part-of-month', quotation: '6月初，走访农户' },
    ],
    nonEvents: [],
    shortcomings: [],
    tasks: [],
    dropped: [],
  };
  const text = '一、工作成效\n4 月 15 日，开展宣传。６月初，走访农户。\n';
  const slipsOf = (change: Partial<ImportCase['expected']>): string[] =>
    slips({ file: 'source.txt', text, expected: { ...expected, ...change } });

  test('and the same words in other blanks and widths are none', () => {
    expect(slipsOf({})).toEqual([]);
  });

  test.each([
    ['a mistyped title', { title: '报告' }, ['not in the source: 报告']],
    [
      'a heading that is not there',
      { outline: [{ level: 1, number: '一、', title: '工作成绩', part: 'measures' as const }] },
      ['not in the source: 一、工作成绩'],
    ],
    [
      'a part below the first level',
      { outline: [{ level: 2, number: '一、', title: '工作成效', part: 'measures' as const }] },
      ['a part belongs to the first level, and to it alone: 工作成效'],
    ],
    [
      'a day of another year',
      { events: [{ date: '2021-04-15', precision: 'day' as const, quotation: '4月15日，开展宣传' }] },
      ['a date that cannot be: 2021-04-15'],
    ],
    [
      'a day that does not exist',
      { events: [{ date: '2022-04-31', precision: 'day' as const, quotation: '4月15日，开展宣传' }] },
      ['a date that cannot be: 2022-04-31'],
    ],
    [
      'an interval that is called a day',
      { events: [{ date: '2022-06-01/2022-06-10', precision: 'day' as const, quotation: '6月初，走访农户' }] },
      ['a date that cannot be: 2022-06-01/2022-06-10'],
    ],
    [
      'events in another order than the text',
      { events: [...expected.events].toReversed() },
      ['not in the order of the text: 4月15日，开展宣传'],
    ],
  ])('%s', (_, change, found) => {
    expect(slipsOf(change)).toEqual(found);
  });
});
