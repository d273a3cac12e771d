/** The list of pages for search engines: absolute addresses, so none without knowing where the folder is published. */
import { escapeXml } from './escape-xml.js';

export interface SitemapEntry {
  /** Absolute. */
  address: string;
  /** The day of publication; nothing else says when a page changed. */
  day?: string;
}

export function sitemap(entries: SitemapEntry[]): string {
  const urls = entries.map(({ address, day }) => {
    const lastmod = day === undefined ? '' : `<lastmod>${day}</lastmod>`;
    return `  <url><loc>${escapeXml(address)}</loc>${lastmod}</url>\n`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n',
    ...urls,
    '</urlset>\n',
  ].join('');
}
