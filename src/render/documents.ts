/** The reports of a site, each as a document by itself. */
import type { ReportDocument } from '../model/document.js';
import type { Site } from '../model/site.js';
import { fileOf } from '../model/urls.js';
import { contextOf } from './context.js';
import { documentOf } from './data/document.js';
import { dayOf } from './dates.js';
import { folderOf } from './entries.js';
import { namesOf } from './names.js';

export interface NamedDocument {
  /** The report's folder. */
  path: string;
  /** The file of its full text among the pages. */
  page: string;
  /** With its year. */
  name: string;
  /** The day it bears, `YYYY-MM-DD`. */
  day: string;
  /** Who wrote it, else who issued it. */
  author: string;
  document: ReportDocument;
}

export function documentsOf({ reports, portal, offices }: Site): NamedDocument[] {
  const names = namesOf(reports);
  return reports.map((report) => {
    const name = names.get(report.path) ?? '';
    return {
      path: report.path,
      page: fileOf(`${folderOf(report.path)}report/`),
      name,
      day: dayOf(report),
      author: report.author ?? report.organ,
      document: documentOf(contextOf(report, name, portal, offices)),
    };
  });
}
