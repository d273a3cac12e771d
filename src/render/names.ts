/** What a report is called where it stands among others. */
import type { ReportDigest } from '../model/digest.js';

type Named = Pick<ReportDigest, 'path' | 'title' | 'year' | 'organ'>;

/** For each report, by its folder, its title with its year, and with its organ where two towns call theirs the same. */
export function namesOf(reports: readonly Named[]): Map<string, string> {
  const titles = reports.map(titleWithYear);
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Map(
    reports.map(({ path, organ }, index) => {
      const title = titles[index] ?? '';
      const isShared = (counts.get(title) ?? 0) > 1;
      return [path, isShared && organ !== '' ? `${title}（${organ}）` : title];
    }),
  );
}

function titleWithYear({ title, year }: Named): string {
  return title.includes(String(year)) ? title : `${title}（${year}年度）`;
}
