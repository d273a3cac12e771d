/** The front page of a site of several towns. */
import type { DirectoryProps } from '../../templates/directory.js';
import type { Portal, Report } from '../model/site.js';
import { chineseDay } from './dates.js';
import { folderOf } from './entries.js';
import { linkTo } from './link-to.js';

export function directory(reports: readonly Report[], portal: Portal, title: string): DirectoryProps {
  const towns = new Map<string, Report[]>();
  for (const report of reports) towns.set(report.town, [report, ...(towns.get(report.town) ?? [])]);
  return {
    title,
    ...(portal.column.description && { lede: portal.column.description.value }),
    towns: [...towns.values()].map((reports) => ({
      name: reports[0]?.organ ?? '',
      reports: reports.map((report) => ({
        year: `${report.year}年度`,
        title: report.title,
        ...(report.published && { published: chineseDay(report.published.value.day) }),
        href: linkTo('', folderOf(report.path)),
      })),
    })),
  };
}
