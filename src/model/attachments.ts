/** The attachments and images of the site that a report refers to. */
import { bodiesOf } from './entries.js';
import type { Report } from './site.js';
import type { Span } from './span.js';

/** Each once, by path, with the first place that refers to it. */
export function attachmentsOf(report: Report): { path: string; at: Span }[] {
  const first = new Map<string, Span>();
  const evidence = report.duties.flatMap((duty) => duty.evidence.flatMap((one) => one.link ?? []));
  for (const { target, at } of [...bodiesOf(report).flatMap((body) => [...body.links, ...body.images]), ...evidence])
    if (target?.kind === 'asset' && !first.has(target.path)) first.set(target.path, at);
  return [...first].map(([path, at]) => ({ path, at }));
}
