/** Dates as pages and machines are told them: never more exact than the words. */
import type { DateSpan, Report } from '../model/site.js';
import type { Fact } from '../../templates/facts.js';

/** 二〇二二 */
export function chineseYear(year: number): string {
  return String(year).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit);
}

/** 2023-03-21 as 2023年3月21日: no leading zeros in an official document. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** ISO 8601, cut off where the words stop being exact: 6月初 is 2022-06, 年初 is 2022. */
export function isoDate(date: DateSpan): { start: string; end?: string } {
  switch (date.precision) {
    case 'day':
      return { start: date.start };
    case 'range':
      return { start: date.start, end: date.end };
    case 'month':
    case 'part-of-month':
      return { start: date.start.slice(0, 7) };
    case 'year':
    case 'part-of-year':
      return { start: date.start.slice(0, 4) };
  }
}

/** For the `datetime` of a `time` element, which knows no ranges. */
export function datetimeOf(date: DateSpan): string | undefined {
  const { start, end } = isoDate(date);
  return end === undefined ? start : undefined;
}

/**
 * The day a file made of a report bears where a format asks for one: its publication, or its signing; a report without
 * any day is as old as its year is over. Never the day of the build.
 */
export function dayOf({ published, adopted, year }: Report): string {
  return published?.value.day ?? adopted?.value.end ?? `${year}-12-31`;
}

/** When the report was made and published, as far as it says so; the year it is about otherwise. */
export function dateFacts(report: Report): Fact[] {
  const adopted = report.adopted?.value;
  const published = report.published?.value;
  const facts = [
    ...(adopted ? [{ label: '成文日期', ...dateWords(adopted) }] : []),
    ...(published
      ? [
          {
            label: '发布日期',
            value: chineseDay(published.day) + (published.time === undefined ? '' : ` ${published.time}`),
            datetime: published.day,
          },
        ]
      : []),
  ];
  return facts.length > 0 ? facts : [{ label: '报告年度', value: `${report.year}年`, datetime: String(report.year) }];
}

function dateWords(date: DateSpan): { value: string; datetime?: string } {
  const datetime = datetimeOf(date);
  const value = date.precision === 'day' ? chineseDay(date.start) : date.text;
  return { value, ...(datetime !== undefined && { datetime }) };
}
