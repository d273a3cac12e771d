/** The URLs of DESIGN.md §5, relative to the site's folder, and how to get from one to another. */
import type { ItemKind } from './site.js';

/** The pages of one report, relative to its folder. */
export const REPORT_PAGES = ['', 'report/', 'timeline/', 'checklist/', 'follow-up/', 'offices/', 'data/'] as const;
/** The other files of one report, relative to its folder. */
export const REPORT_FILES = [
  'data/events.csv',
  'data/checklist.csv',
  'data/follow-up.csv',
  'data/events.ics',
  'data/article.html',
  'data/report.md',
  'data/report.json',
  'data/report.schema.json',
] as const;
/** The page that searches all reports. */
export const SEARCH_PAGE = 'search/';
/** The files of the site as a whole. */
export const SITE_FILES = [
  'index.html',
  '404.html',
  'sitemap.xml',
  'feed.xml',
  'assets/site.css',
  'assets/site.js',
  'assets/search.js',
  'assets/icon.svg',
  'search/index.html',
] as const;
/** The words of all reports, town by town: `junchuan/1.js`, … */
const TEXTS_FOLDER = 'search/texts';
/** Which towns there are, and the files of their words: 1.js, 2.js, … */
const TOWNS_FOLDER = 'search/towns';
/** The parts of a sitemap that is too large for one file: 1.xml, 2.xml, … */
const SITEMAP_FOLDER = 'sitemap';
/** The pages of a directory of towns that is too large for the home page: 2/, 3/, … */
const DIRECTORY_FOLDER = 'directory';
/** The folders of the site as a whole. How many files they have depends on how many towns and words there are. */
export const SITE_FOLDERS = [TEXTS_FOLDER, TOWNS_FOLDER, SITEMAP_FOLDER, DIRECTORY_FOLDER] as const;
export type ReportPage = (typeof REPORT_PAGES)[number];

/** The page of a report that lists items of a kind. */
export const PAGE_OF: Readonly<Record<ItemKind, ReportPage>> = {
  event: 'timeline/',
  duty: 'checklist/',
  shortcoming: 'follow-up/',
  task: 'follow-up/',
};

/**
 * A file of a town's words: `search/texts/junchuan/1.js`; of reports that have no folder above them, `search/texts/1.js`.
 *
 * A folder may itself be called `1.js`. It gets a `_` more, as does one that ends in `1.js_`, so that no two are one.
 */
export function textsFile(town: string, part: number): string {
  const folders = town.split('/').map((name) => (/^\d+\.js_*$/i.test(name) ? `${name}_` : name));
  return [TEXTS_FOLDER, ...(town === '' ? [] : folders), `${part}.js`].join('/');
}

/** Whether a file is one of some town's words. */
export function isTextsFile(path: string): boolean {
  return path.startsWith(`${TEXTS_FOLDER}/`);
}

export function townsFile(part: number): string {
  return `${TOWNS_FOLDER}/${part}.js`;
}

export function sitemapFile(part: number): string {
  return `${SITEMAP_FOLDER}/${part}.xml`;
}

/** A page of the directory; the first is the home page. */
export function directoryPage(page: number): string {
  return page === 1 ? '' : `${DIRECTORY_FOLDER}/${page}/`;
}

/**
 * The way from one page to another, for an `href` that works under any path and from disk.
 *
 * Shape: `relativeUrl('2022/timeline/', '2022/report/#law')` -> `../report/index.html#law`. Both are relative to the
 * site's folder; a URL that ends in `/` is a folder's `index.html`, which is spelled out because a page opened from
 * disk has no server to find it.
 */
export function relativeUrl(from: string, to: string): string {
  const [path, hash] = split(to);
  const fromFolders = from.split('/').slice(0, -1);
  const target = fileOf(path).split('/');
  let shared = 0;
  while (shared < fromFolders.length && shared < target.length - 1 && fromFolders[shared] === target[shared])
    shared += 1;
  const up = '../'.repeat(fromFolders.length - shared);
  const down = target.slice(shared).map(encodeURIComponent).join('/');
  return up + down + (hash === undefined ? '' : `#${encodeURIComponent(hash)}`);
}

/** The file that a URL relative to the site's folder is served from. */
export function fileOf(url: string): string {
  return url === '' || url.endsWith('/') ? `${url}index.html` : url;
}

function split(url: string): [string, string | undefined] {
  const mark = url.indexOf('#');
  return mark < 0 ? [url, undefined] : [url.slice(0, mark), url.slice(mark + 1)];
}
