/** Walks over a report that the stages share. */
import type { Passage } from './passage.js';
import type { AnyEntry, AnyItem, Body, Report } from './site.js';
import type { Span } from './span.js';

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

/** Every attachment and image of a report, by path relative to the content folder, and the first place that refers to it. */
export function assetsOf(report: Report): { path: string; bytes: number; at: Span }[] {
  const found = new Map<string, { path: string; bytes: number; at: Span }>();
  const evidence = report.duties.flatMap((duty) => duty.evidence.flatMap((one) => one.link ?? []));
  for (const { target, at } of [...bodiesOf(report).flatMap((body) => [...body.links, ...body.images]), ...evidence])
    if (target?.kind === 'asset' && !found.has(target.path))
      found.set(target.path, { path: target.path, bytes: target.bytes, at });
  return [...found.values()];
}
