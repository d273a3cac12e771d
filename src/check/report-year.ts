/** The year that a report is about, as far as it is certain. */
import type { Report } from '../model/site.js';

/** The year in the name of the report's folder. */
export function folderYear({ path }: Report): number | undefined {
  const words = /(?:^|\/)([12]\d{3})年?$/.exec(path)?.[1];
  return words === undefined ? undefined : Number(words);
}

/** `undefined` while folder and key disagree (`report/folder`) or the key cannot be read: nothing is judged by it then. */
export function certainYear(report: Report): number | undefined {
  return report.year === 0 || (folderYear(report) ?? report.year) !== report.year ? undefined : report.year;
}
