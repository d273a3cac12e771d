/** What the site as a whole will know of a report. */
import type { ReportDigest } from '../model/digest.js';
import { assetsOf } from '../model/entries.js';
import { spanOf, type Report } from '../model/site.js';
import { pagesOf } from './report-pages.js';
import { summaryOf } from './summary.js';

/** `names`: what each report is called where it stands among others, by its folder. */
export function digestOf(report: Report, names: ReadonlyMap<string, string>): ReportDigest {
  const { path, year, title, organ, published, events, duties, shortcomings, tasks, at } = report;
  return {
    path,
    year,
    title,
    organ,
    name: names.get(path) ?? '',
    ...(published && { published: published.value }),
    summary: summaryOf(report),
    pages: pagesOf(report).map((page) => page.path),
    assets: assetsOf(report).map((asset) => ({ path: asset.path, at: asset.at })),
    counts: {
      events: events.length,
      duties: duties.length,
      shortcomings: shortcomings.length,
      tasks: tasks.length,
    },
    at,
    yearAt: spanOf(report, 'year'),
  };
}
