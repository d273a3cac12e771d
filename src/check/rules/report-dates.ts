/** `report/dates`: a report is adopted when its year ends, and published after both. */
import { certainYear } from '../report-year.js';
import { defineRule } from '../rule.js';

export const reportDates = defineRule({
  id: 'report/dates',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '报告写的是全年的事，成文在年底以后，发布又在成文以后；次序颠倒多半是年份写错。',
    en: 'A report tells of a whole year, so it is adopted when that ends and published later; another order is mostly a wrong year.',
  },
  *find(report) {
    const { adopted, published } = report;
    const year = certainYear(report);
    if (year === undefined) return;
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    // What is before the year altogether: `date/outside-year`.
    if (adopted && adopted.value.end >= first && adopted.value.end < `${year}-10-01`)
      yield { at: adopted.at, found: adopted.value.text, year, problem: 'adopted-early' as const };
    if (!published || published.value.day < first) return;
    const { day } = published.value;
    if (day <= last) yield { at: published.at, found: day, year, problem: 'published-early' as const };
    else if (adopted && day < adopted.value.start)
      yield {
        at: published.at,
        found: day,
        year,
        problem: 'published-first' as const,
        related: [{ message: ADOPTED, at: adopted.at }],
      };
  },
  say: {
    zh: ({ found, year, problem }) => {
      if (problem === 'adopted-early')
        return `成文日期“${found}”时 ${year} 年才过去一部分，全年的报告一般在年底以后成文。请核对年份。`;
      if (problem === 'published-early')
        return `发布日期“${found}”时 ${year} 年还没有结束。请核对，年份是否应为 ${year + 1}？`;
      return `发布日期“${found}”早于成文日期。请核对两个日期。`;
    },
    en: ({ found, year, problem }) => {
      if (problem === 'adopted-early')
        return `On ${found}, the date of adoption, most of ${year} was still to come. Check the year.`;
      if (problem === 'published-early')
        return `On ${found}, the date of publication, ${year} was not over. Should the year be ${year + 1}?`;
      return `The date of publication ${found} is before the date of adoption. Check both.`;
    },
  },
});

const ADOPTED = { zh: '成文日期在这里。', en: 'The date of adoption stands here.' };
