/** The list of pages for search engines: absolute addresses, so none without knowing where the folder is published. */
import type { TownDigest } from '../model/digest.js';
import type { Portal } from '../model/site.js';
import { SEARCH_PAGE, sitemapFile } from '../model/urls.js';
import { folderOf } from './entries.js';
import { escapeXml } from './escape-xml.js';
import { addressOf } from './frame.js';

const SITEMAP = 'sitemap.xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
/** Search engines take no more addresses in a file. */
const FILE = { bytes: 1_000_000, urls: 50_000 };

/**
 * `sitemap.xml`, and when there are too many pages for one file, `sitemap/1.xml`, … which it lists.
 *
 * `pages` are those of the site as a whole besides the search. Without a published address there are no files.
 */
export function sitemap(
  towns: readonly TownDigest[],
  pages: readonly string[],
  portal: Portal,
  limit = FILE,
): { path: string; text: string }[] {
  const base = addressOf('', portal);
  if (base === undefined) return [];
  const address = (url: string): string => escapeXml(base + url.split('/').map(encodeURIComponent).join('/'));
  const ofReports = towns.flatMap(({ reports }) =>
    reports.flatMap((report) => {
      const folder = address(folderOf(report.path));
      // A report at the top has the home page as its overview.
      const own = report.path === '' ? report.pages.filter((page) => page !== '') : report.pages;
      return own.map((page) => row(folder + page, report.published?.day));
    }),
  );
  const parts = divide([...[...pages, SEARCH_PAGE].map((url) => row(address(url))), ...ofReports], limit);
  const files = parts.map((rows) => list('urlset', rows));
  const [only = list('urlset', []), another] = files;
  if (another === undefined) return [{ path: SITEMAP, text: only }];
  const index = files.map((_, part) => `  <sitemap><loc>${address(sitemapFile(part + 1))}</loc></sitemap>\n`);
  return [
    { path: SITEMAP, text: list('sitemapindex', index) },
    ...files.map((text, part) => ({ path: sitemapFile(part + 1), text })),
  ];
}

/** The day of publication; nothing else says when a page changed. */
function row(address: string, day?: string): string {
  const lastmod = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
  return `  <url><loc>${address}</loc>${lastmod}</url>\n`;
}

function list(name: string, rows: readonly string[]): string {
  return `${HEAD}<${name} ${XMLNS}>\n${rows.join('')}</${name}>\n`;
}

function divide(rows: readonly string[], limit: typeof FILE): string[][] {
  const frame = Buffer.byteLength(list('urlset', []));
  const parts: string[][] = [];
  let room = 0;
  for (const one of rows) {
    const bytes = Buffer.byteLength(one);
    let part = parts.at(-1);
    if (!part || bytes > room || part.length === limit.urls) {
      part = [];
      parts.push(part);
      room = limit.bytes - frame;
    }
    part.push(one);
    room -= bytes;
  }
  return parts;
}
