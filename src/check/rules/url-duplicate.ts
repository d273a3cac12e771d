/** `url/duplicate`: two sources never write one file of the site, nor one a file where the other needs a folder. */
import { byCodeUnit } from '../../model/by-code-unit.js';
import { alike, foldersOf } from '../../model/paths.js';
import { startOf, type Span } from '../../model/span.js';
import type { ReportDigest } from '../../model/digest.js';
import { fileOf, REPORT_FILES, REPORT_PAGES, SITE_FILES, SITE_FOLDERS, textsFile } from '../../model/urls.js';
import { defineSiteRule } from '../rule.js';

export const urlDuplicate = defineSiteRule({
  id: 'url/duplicate',
  severity: 'error',
  about: {
    zh: '两个来源不能写到同一个网址，否则一个会覆盖另一个。',
    en: 'Two sources never make one address, for one would overwrite the other.',
  },
  *findInAll(reports) {
    const files = new Map<string, Span>();
    const folders = new Map<string, Span>();
    const reported = new Set<string>();
    for (const { path, key, at } of filesOf(reports)) {
      const above = foldersOf(key);
      const other = files.get(key) ?? folders.get(key) ?? above.map((folder) => files.get(folder)).find((one) => one);
      if (!other) {
        files.set(key, at);
        for (const folder of above) if (!folders.has(folder)) folders.set(folder, at);
      } else if (!reported.has(at.file)) {
        reported.add(at.file);
        yield { at, found: path, other: other.file, related: [{ message: FIRST, at: other }] };
      }
    }
  },
  say: {
    zh: ({ found, other }) => `这个文件要写成网页“${found}”，与 ${other} 的网页重名。请给其中一个文件或文件夹改名。`,
    en: ({ found, other }) =>
      `This file would be written to “${found}”, where ${other} has its page. Rename one of the files or folders.`,
  },
});

const FIRST = { zh: '另一个文件在这里。', en: 'The other file is this one.' };

const PAGES = [...REPORT_PAGES.map(fileOf), ...REPORT_FILES];

/** The files that a site will be made of, and the source of each. Files with one `key` are one file on some disk. */
function filesOf(reports: readonly ReportDigest[]): { path: string; key: string; at: Span }[] {
  const ofSite = startOf('site.yaml');
  const assets = new Set(reports.flatMap((report) => report.assets.map(({ path }) => path)));
  return [
    // Nothing else may lie in a folder that is the site's own: it stands here as if it were a file.
    ...['manifest.json', ...SITE_FILES, ...SITE_FOLDERS].map((path) => ({ path, key: path, at: ofSite })),
    // There lie the texts of each town, by its folder. The key is none that another file can have.
    ...[...firstOfTowns(reports)].map(([town, at]) => {
      const path = textsFile(town, 1);
      return { path, key: `:${alike(path)}`, at };
    }),
    ...reports.flatMap(({ path, at }) => {
      const folder = alike(path);
      return PAGES.map((page) => ({ path: `${path}/${page}`, key: `${folder}/${page}`, at }));
    }),
    ...[...assets].toSorted(byCodeUnit).map((path) => ({ path, key: alike(path), at: startOf(path) })),
  ];
}

/** Years of one town may lie in `A/2021` and `a/2022`, which are two towns by their names. */
function firstOfTowns(reports: readonly ReportDigest[]): Map<string, Span> {
  const first = new Map<string, Span>();
  for (const { path, at } of reports) {
    const town = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (!first.has(town)) first.set(town, at);
  }
  return first;
}
