/** `result/unknown`: a task's result is a section or event of the next year's report of the same town. */
import { nearest } from '../../diagnostics/nearest.js';
import { defineTownRule } from '../rule.js';

export const resultUnknown = defineTownRule({
  id: 'result/unknown',
  severity: 'error',
  about: {
    zh: '任务的结果要指向下一年度报告里的章节或活动，读者才能从问题看到落实。',
    en: "A task's result is a section or event of the next year's report, so that readers see what became of it.",
  },
  *findInTown(town) {
    const byYear = new Map(town.toReversed().map((report) => [report.year, report]));
    for (const report of town) {
      const year = report.year + 1;
      const next = byYear.get(year);
      for (const { result } of report.tasks) {
        if (!result || result.target) continue;
        const ids = next ? [...next.sections, ...next.events].map((entry) => entry.id) : [];
        yield { at: result.at, found: result.id, year, hasNext: next !== undefined, fix: nearest(result.id, ids) };
      }
    }
  },
  say: {
    zh: ({ found, year, hasNext, fix }) =>
      hasNext
        ? `${year} 年的报告里没有“${found}”，` +
          (fix ? `是否指“${fix}”？` : '请写那份报告里活动或章节的文件名（不带序号和扩展名）。')
        : `还没有 ${year} 年的报告，结果“${found}”无处可查。请先删去这一行，等下一年度报告写成后再填。`,
    en: ({ found, year, hasNext, fix }) =>
      hasNext
        ? `The report on ${year} has no “${found}”. ` +
          (fix ? `Did you mean “${fix}”?` : 'Write the file name of an event or section of that report.')
        : `There is no report on ${year} yet, so the result “${found}” leads nowhere. Remove this line until there is one.`,
  },
});
