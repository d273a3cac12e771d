/** `part/next-year`: a plan is for the year after the report's. */
import { placeOf } from '../place-of.js';
import { sectionsOf } from '../parts.js';
import { certainYear } from '../report-year.js';
import { defineRule } from '../rule.js';

export const partNextYear = defineRule({
  id: 'part/next-year',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '年度报告的安排是下一年度的安排；套用上年的稿子时，标题里的年份最容易忘记改。',
    en: "A report's plan is for the next year; the year in its title is easily left over from an earlier report.",
  },
  *find(report) {
    const year = certainYear(report);
    if (year === undefined) return;
    for (const section of sectionsOf(report, 'plan')) {
      const years: string[] = section.title.replace(/《[^》]*》/g, '').match(/(?<!\d)[12]\d{3}(?=年|[—–~～-])/g) ?? [];
      const [found] = years;
      if (found === undefined || years.includes(String(year + 1))) continue;
      yield { at: placeOf(section, 'title', found), found, year, fix: String(year + 1) };
    }
  },
  say: {
    zh: ({ found, year, fix }) =>
      `${year} 年的报告安排的是下一年度，标题里写的是 ${found} 年。请核对，是否应为 ${fix} 年？`,
    en: ({ found, year, fix }) =>
      `The plan in a report on ${year} is for the next year, but the title says ${found}. Should it be ${fix}?`,
  },
});
