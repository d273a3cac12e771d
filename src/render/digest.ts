/** Digests of reports: what the site as a whole keeps of one when its own pages are made. */
import { attachmentsOf } from '../model/attachments.js';
import type { ReportDigest } from '../model/digest.js';
import { spanOf, type Report } from '../model/site.js';
import { pagesOf } from './report-pages.js';

/** `name` is what the report is called where it stands among others. */
export function digestOf(report: Report, name: string): ReportDigest {
  const { path, year, title, organ, published, events, duties, shortcomings, tasks, at } = report;
  return {
    path,
    year,
    title,
    organ,
    name,
    ...(published && { published: published.value }),
    summary: summaryOf(report),
    pages: pagesOf(report).map((page) => page.path),
    assets: attachmentsOf(report),
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

/** The first words of the report, for whoever lists the page. */
export function summaryOf(report: Report): string {
  const characters = [...(report.summary ?? report.lead.text)];
  return characters.length <= 120 ? characters.join('') : `${characters.slice(0, 119).join('')}…`;
}
