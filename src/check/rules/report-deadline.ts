/** `report/deadline`: a report is published by 1 April of the next year. */
import { certainYear } from '../report-year.js';
import { defineRule } from '../rule.js';

export const reportDeadline = defineRule({
  id: 'report/deadline',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '《法治政府建设与责任落实督察工作规定》要求每年4月1日之前向社会公开上一年度的报告。',
    en: 'The rules on supervising the building of a law-based government ask for publication by 1 April of the next year.',
  },
  *find(report) {
    const { published } = report;
    const year = certainYear(report);
    if (year === undefined || !published || published.value.day <= `${year + 1}-04-01`) return;
    yield { at: published.at, found: published.value.day, year: year + 1 };
  },
  say: {
    zh: ({ found, year }) =>
      `发布日期“${found}”晚于 ${year} 年4月1日，年度报告应当在此之前公开。请核对日期；确已逾期的，可写明理由后忽略。`,
    en: ({ found, year }) =>
      `The report was published on ${found}, after 1 April ${year}, by when it is due. Check the date; if it was late, silence this with the reason.`,
  },
});
