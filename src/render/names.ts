/** What a report is called where it stands among others. */
import type { Report, Site } from '../model/site.js';

/** The title with its year, and with its organ where two towns call theirs the same. */
export function nameOf(report: Report, site: Site): string {
  const name = titleWithYear(report);
  const isShared = site.reports.some((other) => other !== report && titleWithYear(other) === name);
  return isShared && report.organ !== '' ? `${name}（${report.organ}）` : name;
}

function titleWithYear(report: Report): string {
  return report.title.includes(String(report.year)) ? report.title : `${report.title}（${report.year}年度）`;
}
