/** `report/folder`: a folder named like a year holds the report on that year. */
import { spanOf } from '../../model/site.js';
import { folderYear } from '../report-year.js';
import { defineRule } from '../rule.js';

export const reportFolder = defineRule({
  id: 'report/folder',
  severity: 'error',
  about: {
    zh: '年度文件夹的名称就是网址，也表示报告年度，两者不一致会让读者进错年份。',
    en: "A folder named like a year is that year's address; a report on another year in it misleads readers.",
  },
  *find(report) {
    const folder = folderYear(report);
    if (folder === undefined || report.year === 0 || folder === report.year) return;
    yield { at: spanOf(report, 'year'), folder: report.path, year: report.year, fix: String(folder) };
  },
  say: {
    zh: ({ folder, year, fix }) => `文件夹是“${folder}”，年度却写 ${year}。请写 year: ${fix}，或给文件夹改名。`,
    en: ({ folder, year, fix }) =>
      `The folder is “${folder}” but the year is ${year}. Write year: ${fix}, or rename the folder.`,
  },
});
