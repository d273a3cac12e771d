/** The files of a report's data folder, by name: each made from what it shows, and nothing else. */
import { reportDataOf } from '../report-data.js';
import type { Context } from '../context.js';
import { Entries } from '../entries.js';
import type { Report } from '../../model/site.js';
import { article } from './article.js';
import { calendar } from './calendar.js';
import { checklistCsv } from './checklist-csv.js';
import { documentOf } from './document.js';
import { eventsCsv } from './events-csv.js';
import { followUpCsv } from './follow-up-csv.js';
import { markdown } from './markdown.js';

export interface DataFile {
  file: string;
  /** `undefined` when the report has nothing to put into it. */
  write: () => string | undefined;
  /** It tells of other years as well. */
  isOfTown?: boolean;
}

/** `town` has the reports of all years, this one among them. */
export function dataFiles(context: Context, town: readonly Report[]): DataFile[] {
  const { report, offices } = context;
  return [
    { file: 'events.csv', write: () => eventsCsv(context) },
    { file: 'checklist.csv', write: () => checklistCsv(context) },
    { file: 'follow-up.csv', write: () => followUpCsv(context, new Entries(town, offices)), isOfTown: true },
    { file: 'events.ics', write: () => calendar(context) },
    { file: 'article.html', write: () => article(documentOf(context), context) },
    { file: 'report.md', write: () => markdown(documentOf(context)) },
    {
      file: 'report.json',
      write: () => `${JSON.stringify(reportDataOf(report, context, new Entries(town, offices)), null, 2)}\n`,
      isOfTown: true,
    },
  ];
}
