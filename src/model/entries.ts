/** Walks over a report that the stages share. */
import type { Passage } from './passage.js';
import type { AnyEntry, AnyItem, Body, Report } from './site.js';

export function itemsOf(report: Report): AnyItem[] {
  return [...report.events, ...report.duties, ...report.shortcomings, ...report.tasks];
}

export function entriesOf(report: Report): AnyEntry[] {
  return [...report.sections, ...itemsOf(report)];
}

/** Every text of a report: the opening and each entry's. */
export function bodiesOf(report: Report): Body[] {
  return [report.lead, ...entriesOf(report).map((entry) => entry.body)];
}

/** All words of a report as they were written: keys and bodies, file by file. */
export function passagesOf(report: Report): Passage[] {
  const files = [{ values: report.values, body: report.lead }, ...entriesOf(report)];
  return files.flatMap(({ values, body }) => [...values, ...body.passages]);
}
