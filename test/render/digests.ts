/** Digests of large sites, without any Markdown, and the files that render makes of them. */
import type { ReportDigest, TownDigest } from '../../src/model/digest.js';
import { startOf } from '../../src/model/span.js';
import type { Portal } from '../../src/model/site.js';
import { fileOf, REPORT_PAGES, textsFile } from '../../src/model/urls.js';
import { feed } from '../../src/render/data/feed.js';
import { pageHtml } from '../../src/render/page-html.js';
import { sitePages } from '../../src/render/site-pages.js';
import { BASE, siteOf } from '../support/content.js';
import { THEME } from './theme.js';

/** The portal of the tests' small report. */
export const PORTAL: Portal = siteOf(BASE).site.portal;

export interface Shape {
  towns: number;
  years: number;
  /** The folders of a town by its number; by default `town-0001`. */
  folder?: (town: number) => string;
  organ?: (town: number) => string;
  /** Of all files of a town together; one of them holds a million at most. */
  textBytes?: number;
}

export function digestsOf({
  towns,
  years,
  folder = folderOfTown,
  organ = organOfTown,
  textBytes,
}: Shape): TownDigest[] {
  return Array.from({ length: towns }, (_, index) => {
    const town = folder(index);
    const bytes = textBytes ?? years * 25_000;
    return {
      town,
      reports: Array.from({ length: years }, (__, year) => digest(town, 2022 - years + 1 + year, organ(index))),
      texts: Array.from({ length: Math.ceil(bytes / 1_000_000) }, (__, part) => ({
        path: textsFile(town, part + 1),
        version: '?v=0a1b2c3d',
        bytes: Math.min(1_000_000, bytes - part * 1_000_000),
      })),
    };
  });
}

export function digest(town: string, year: number, organ: string): ReportDigest {
  const path = town === '' ? String(year) : `${town}/${year}`;
  const title = `${organ}${year}年度法治政府建设年度报告`;
  return {
    path,
    year,
    title,
    organ,
    name: title,
    published: { day: `${year + 1}-01-20`, time: '09:00' },
    summary: '一年来，我镇推进法治政府建设。'.repeat(8).slice(0, 120),
    pages: [...REPORT_PAGES],
    assets: [],
    counts: { events: 20, duties: 7, shortcomings: 3, tasks: 5 },
    at: startOf(`${path}/report.md`),
    yearAt: startOf(`${path}/report.md`),
  };
}

const folderOfTown = (index: number): string => `town-${String(index + 1).padStart(4, '0')}`;
const organOfTown = (index: number): string => `第${index + 1}镇人民政府`;

/** The files of the site as a whole that are made from digests, by path. */
export function siteFiles(towns: readonly TownDigest[], portal = PORTAL): Map<string, string> {
  const assets = { css: '?v=00000000', script: '?v=00000000', feed: 'feed.xml' };
  const { plans, files } = sitePages(towns, portal, THEME.searchScript);
  return new Map([
    ...plans.map(({ url, compose }) => [fileOf(url), pageHtml(compose(), portal, assets)] as const),
    ...files.map(({ path, text }) => [path, text] as const),
    ['feed.xml', feed(towns, portal) ?? ''],
  ]);
}
