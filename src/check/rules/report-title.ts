/** `report/title`: a report is called an annual report on building a law-based government, of its own year. */
import { spanOf } from '../../model/site.js';
import { placeOf } from '../place-of.js';
import { certainYear } from '../report-year.js';
import { defineRule } from '../rule.js';

export const reportTitle = defineRule({
  id: 'report/title',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '报告名称统一为“法治政府建设年度报告”，标题里的年份就是报告的年度，读者和检索都靠它。',
    en: 'Reports share the name 法治政府建设年度报告, and the year in the title is the report’s; readers and searches rely on it.',
  },
  *find(report) {
    if (report.spans['title'] === undefined) return;
    const { title } = report;
    const year = certainYear(report);
    const isNamed = title.includes('法治政府建设') && title.includes('年度') && /报告|情况/.test(title);
    if (!isNamed) yield { at: spanOf(report, 'title'), found: title, isYear: false };
    const years: string[] = title.match(/(?<!\d)[12]\d{3}(?=年)/g) ?? [];
    const [found] = years;
    if (year !== undefined && found !== undefined && !years.includes(String(year)))
      yield { at: placeOf(report, 'title', found), found, year, isYear: true, fix: String(year) };
  },
  say: {
    zh: ({ found, year, isYear }) =>
      isYear
        ? `标题写的是 ${found} 年，报告年度（year）是 ${year}。请核对，两处要一致。`
        : `标题“${found}”里要有“年度”“法治政府建设”和“报告”，例如“法治政府建设年度报告”。`,
    en: ({ found, year, isYear }) =>
      isYear
        ? `The title says ${found}, but the report's year is ${year}. Make them agree.`
        : `The title “${found}” should have 年度, 法治政府建设 and 报告 in it.`,
  },
});
