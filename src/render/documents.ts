/** The reports of a site, each as a document by itself. */
import type { ReportDocument } from '../model/document.js';
import type { Site } from '../model/site.js';
import { contextOf } from './context.js';
import { documentOf } from './data/document.js';
import { dayOf } from './dates.js';
import { namesOf } from './names.js';

export interface NamedDocument {
  /** The report's folder. */
  path: string;
  /** With its year. */
  name: string;
  /** The day it bears, `YYYY-MM-DD`. */
  day: string;
  document: ReportDocument;
}

export function documentsOf({ reports, portal, offices }: Site): NamedDocument[] {
  const names = namesOf(reports);
  return reports.map((report) => {
    const name = names.get(report) ?? '';
    return {
      path: report.path,
      name,
      day: dayOf(report),
      document: documentOf(contextOf(report, name, portal, offices)),
    };
  });
}
