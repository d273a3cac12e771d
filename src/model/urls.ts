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
/** A folder of the site as a whole. How many files it has depends on how much there is to search: 1.js, 2.js, … */
export const TEXTS_FOLDER = 'search/texts';
export type ReportPage = (typeof REPORT_PAGES)[number];

/** The page of a report that lists items of a kind. */
export const PAGE_OF: Readonly<Record<ItemKind, ReportPage>> = {
  event: 'timeline/',
  duty: 'checklist/',
  shortcoming: 'follow-up/',
  task: 'follow-up/',
};

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
