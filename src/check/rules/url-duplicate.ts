/** `url/duplicate`: two sources never write one file of the site, on disks that ignore case either. */
import { startOf, type Span } from '../../model/span.js';
import { fileOf, REPORT_FILES, REPORT_PAGES, SITE_FILES } from '../../model/urls.js';
import { defineSiteRule } from '../rule.js';

export const urlDuplicate = defineSiteRule({
  id: 'url/duplicate',
  severity: 'error',
  *findInSite(site) {
    const first = new Map<string, Span>();
    const files = [
      ...SITE_FILES.map((path) => ({ path, at: startOf('site.yaml') })),
      ...site.reports.flatMap((report) => [
        ...REPORT_PAGES.map((page) => ({ path: fileOf(`${report.path}/${page}`), at: report.at })),
        ...REPORT_FILES.map((file) => ({ path: `${report.path}/${file}`, at: report.at })),
      ]),
      ...site.assets.map(({ path }) => ({ path, at: startOf(path) })),
    ];
    const reported = new Set<string>();
    for (const { path, at } of files) {
      const key = path.normalize('NFC').toLowerCase();
      const other = first.get(key);
      if (!other) first.set(key, at);
      else if (!reported.has(at.file)) {
        reported.add(at.file);
        yield { at, found: path, other: other.file, related: [{ message: FIRST, at: other }] };
      }
    }
  },
  say: {
    zh: ({ found, other }) => `这个文件与 ${other} 都要写成网页“${found}”。请给其中一个文件或文件夹改名。`,
    en: ({ found, other }) =>
      `This file and ${other} would both be written to “${found}”. Rename one of the files or folders.`,
  },
});

const FIRST = { zh: '另一个文件在这里。', en: 'The other file is this one.' };
