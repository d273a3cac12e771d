/** What a report is called where it stands among others. */
import type { Report } from '../model/site.js';

/** For each report its title with its year, and with its organ where two towns call theirs the same. */
export function namesOf(reports: readonly Report[]): Map<Report, string> {
  const titles = reports.map(titleWithYear);
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Map(
    reports.map((report, index) => {
      const title = titles[index] ?? '';
      const isShared = (counts.get(title) ?? 0) > 1;
      return [report, isShared && report.organ !== '' ? `${title}（${report.organ}）` : title];
    }),
  );
}

function titleWithYear(report: Report): string {
  return report.title.includes(String(report.year)) ? report.title : `${report.title}（${report.year}年度）`;
}
