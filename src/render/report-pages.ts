/** The pages of a report that have something on them. The others are built, so that no address is dead, but lead nowhere. */
import type { Report } from '../model/site.js';
import type { ReportPage } from '../model/urls.js';

export interface PageName {
  path: ReportPage;
  name: string;
  /** For the row of pages. */
  shortName: string;
}

const PAGES: readonly (PageName & { isEmpty: (report: Report) => boolean })[] = [
  { path: '', name: '概览', shortName: '概览', isEmpty: () => false },
  { path: 'report/', name: '报告全文', shortName: '报告全文', isEmpty: () => false },
  {
    path: 'timeline/',
    name: '普法宣传大事记',
    shortName: '普法大事记',
    isEmpty: ({ events }) => events.length === 0,
  },
  {
    path: 'checklist/',
    name: '党政主要负责人履行推进法治建设第一责任人职责清单',
    shortName: '责任清单',
    isEmpty: ({ duties }) => duties.length === 0,
  },
  {
    path: 'follow-up/',
    name: '问题与整改',
    shortName: '问题与整改',
    isEmpty: ({ shortcomings, tasks }) => shortcomings.length + tasks.length === 0,
  },
  {
    path: 'offices/',
    name: '责任单位',
    shortName: '责任单位',
    isEmpty: ({ sections, events, duties, shortcomings, tasks }) =>
      [...sections, ...events, ...duties, ...shortcomings, ...tasks].every((entry) => entry.offices.length === 0),
  },
  { path: 'data/', name: '数据下载', shortName: '数据下载', isEmpty: () => false },
];

export function pagesOf(report: Report): readonly PageName[] {
  return PAGES.filter((page) => !page.isEmpty(report));
}

/** Pages by their addresses, as a digest has them. */
export function namedPages(paths: readonly ReportPage[]): readonly PageName[] {
  return PAGES.filter(({ path }) => paths.includes(path));
}

export function pageName(path: ReportPage): string {
  return PAGES.find((page) => page.path === path)?.name ?? path;
}
