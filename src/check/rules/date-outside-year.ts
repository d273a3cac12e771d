/** `date/outside-year`: what a report tells of happened in its year; it is adopted and published after that began. */
import { defineRule } from '../rule.js';

export const dateOutsideYear = defineRule({
  id: 'date/outside-year',
  severity: 'error',
  about: {
    zh: '报告写的是一年里的事：活动日期要在报告年度之内，成文和发布不会早于这一年。日期出了年度，多半是年份写错。',
    en: 'A report tells of one year: its events happened in it, and it is adopted and published after that began. A date outside it is mostly a slip in the year.',
  },
  silence: 'with-reason',
  *find(report) {
    if (report.year === 0) return;
    const [first, last] = [`${report.year}-01-01`, `${report.year}-12-31`];
    for (const { date } of report.events) {
      const { start, end, text } = date.value;
      if (start !== '' && (start < first || end > last))
        yield { at: date.at, found: text, year: report.year, isAfter: false };
    }
    const after = [
      { at: report.adopted?.at, found: report.adopted?.value.text, day: report.adopted?.value.end },
      { at: report.published?.at, found: report.published?.value.day, day: report.published?.value.day },
    ];
    for (const { at, found, day } of after) {
      if (at && found !== undefined && day !== undefined && day < first)
        yield { at, found, year: report.year, isAfter: true };
    }
  },
  say: {
    zh: ({ found, year, isAfter }) =>
      isAfter
        ? `“${found}”早于报告年度 ${year} 年。请核对日期和 report.md 的 year。`
        : `“${found}”不在报告年度 ${year} 年之内。请核对日期；若确属另一年，请移到那一年的报告。`,
    en: ({ found, year, isAfter }) =>
      isAfter
        ? `“${found}” is before the report's year ${year}. Check the date, and year in report.md.`
        : `“${found}” is outside the report's year ${year}. Check the date, or move the file to the report of that year.`,
  },
});
