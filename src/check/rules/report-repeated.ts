/** `report/repeated`: an organ has one report on a year: a backup in the content folder would be published too. */
import type { Span } from '../../model/span.js';
import { defineSiteRule } from '../rule.js';

export const reportRepeated = defineSiteRule({
  id: 'report/repeated',
  severity: 'error',
  about: {
    zh: '一个机构一年只有一份报告；内容文件夹里的备份会被当作另一份一起发布。',
    en: 'An organ has one report on a year; a backup in the content folder would be published as another.',
  },
  *findInAll(reports) {
    const first = new Map<string, Span>();
    for (const report of reports) {
      if (report.year === 0 || report.organ === '') continue;
      const words = `${report.year} ${report.organ}`;
      const other = first.get(words);
      const at = report.yearAt;
      if (!other) first.set(words, at);
      else
        yield {
          at,
          year: report.year,
          organ: report.organ,
          other: other.file,
          related: [{ message: FIRST, at: other }],
        };
    }
  },
  say: {
    zh: ({ year, organ, other }) =>
      `${organ} ${year}年度的报告已有一份：${other}。若是副本，请移出内容文件夹；若是另一年度，请改 year。`,
    en: ({ year, organ, other }) =>
      `There is a report of ${organ} on ${year} already: ${other}. Move a copy out of the content folder, or correct the year.`,
  },
});

const FIRST = { zh: '同一年度的报告在这里。', en: 'The report on the same year is here.' };
