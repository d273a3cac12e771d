import type { ReportDigest, TownDigest } from './digest.js';

/** How much there is of what. */
export type Counts = ReportDigest['counts'] & { reports: number };

export function countsOf(towns: readonly TownDigest[]): Counts {
  const sum: Counts = { reports: 0, events: 0, duties: 0, shortcomings: 0, tasks: 0 };
  for (const { counts } of towns.flatMap(({ reports }) => reports)) {
    sum.reports += 1;
    for (const kind of ['events', 'duties', 'shortcomings', 'tasks'] as const) sum[kind] += counts[kind];
  }
  return sum;
}
