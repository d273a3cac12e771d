import { getCollection } from 'astro:content';
import { reportsOf } from '../reports.mjs';

let reports;

/** Asked for by every page, gathered once. */
export async function getReports() {
  reports ??= getCollection('files').then((files) =>
    reportsOf(files.map((file) => ({ path: file.id, title: file.data.title, data: file.data, source: file }))),
  );
  return reports;
}

/** For `getStaticPaths` of a page that every report has. */
export async function reportPaths() {
  return (await getReports()).map((report) => ({ params: { folder: report.folder }, props: { report } }));
}
