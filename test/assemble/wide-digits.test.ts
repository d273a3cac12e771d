import { expect, test } from 'vitest';
import { BASE, brief, siteOf } from '../support/content.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';

test('full-width digits in a date are read, reported where they stand, and mended there', () => {
  const written = (BASE[EVENT] ?? '')
    .replace('date: 6月26日', 'date: "６月２６日"')
    .replace('title: ', 'topic: １２３\ntitle: ');
  const { site, diagnostics } = siteOf({ ...BASE, [EVENT]: written });
  expect(site.reports[0]?.events[0]?.date.value.start).toBe('2022-06-26');
  const found = diagnostics.filter(({ rule }) => rule === 'date/wide-digits');
  expect(brief(found)).toEqual([`${EVENT}:5:7-14 date/wide-digits “６月２６日”里的数字是全角的。请改成半角：6月26日`]);
  const at = (column: number, endColumn: number) => ({ file: EVENT, line: 5, column, endLine: 5, endColumn });
  expect(found[0]).toMatchObject({
    severity: 'warning',
    fix: '6月26日',
    edits: [
      { at: at(8, 9), text: '6' },
      { at: at(10, 12), text: '26' },
    ],
  });
});

test.each([
  ['year: 2022', 'year: ２０２２'],
  ['published: 2023-03-21 09:00', '发布日期: ２０２３-03-21 09:00'],
  ['year: 2022', 'year: 2022\nadopted: ２０２３年3月10日'],
])('the report is looked at too: %s as %s', (from, to) => {
  const report = (BASE['2022/report.md'] ?? '').replace(from, to);
  const { diagnostics } = siteOf({ ...BASE, '2022/report.md': report });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['date/wide-digits']);
});
