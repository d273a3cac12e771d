/**
 * The pages and files of the site as a whole that tell of its towns, made from digests alone.
 *
 * None grows past a megabyte, however many reports there are: what grows is divided.
 */
import { h } from 'preact';
import { Directory } from '../../templates/directory.js';
import { SearchPage } from '../../templates/search-page.js';
import { Keep } from '../keep.js';
import type { TownDigest } from '../model/digest.js';
import type { Portal } from '../model/site.js';
import { directoryPage, SEARCH_PAGE, townsFile } from '../model/urls.js';
import { directory } from './directory.js';
import type { Composed, Plan } from './plans.js';
import { searchPage } from './search/search-page.js';
import { townLists } from './search/town-lists.js';
import { sitemap } from './sitemap.js';
import { homeOf, namedTowns, type NamedTown } from './towns.js';
import { version } from './version.js';

export interface SiteFile {
  path: string;
  text: string;
}

export interface SitePages {
  plans: Plan[];
  files: SiteFile[];
}

/** `searchScript` is the text of the script that searches. The home page of a single town is not among the pages. */
export function sitePages(
  towns: readonly TownDigest[],
  portal: Portal,
  searchScript: string,
  keep = new Keep(),
): SitePages {
  return keep.of('site pages', [portal, searchScript, ...towns], (below) => {
    const named = namedTowns(towns);
    const lists = townLists(named).map((text, index) => ({ path: townsFile(index + 1), text }));
    const pages = hasDirectory(towns) ? directory(named, portal, columnTitle(portal)) : [];
    const plans = pages.map(({ props: made, ...own }): Plan => {
      const props = below.same(`directory ${own.url}`, made);
      const subject = below.same(`directory subject ${own.url}`, own);
      const compose = (): Composed => [subject, h(Directory, props)];
      return { url: own.url, madeFrom: [props, subject], compose };
    });
    const urls = pages.length > 0 ? pages.map(({ url }) => url) : [directoryPage(1)];
    return {
      plans: [...plans, search(named, lists, searchScript, below)],
      files: [...lists, ...sitemap(towns, urls, portal)],
    };
  });
}

/** Whether the home page is a directory: of several towns, or of reports that are the latest together. */
function hasDirectory(towns: readonly TownDigest[]): boolean {
  return homeOf(towns.flatMap(({ town, reports }) => reports.map(({ year }) => ({ town, year })))) === undefined;
}

export function columnTitle({ column }: Portal): string {
  return column.name?.value ?? '法治政府建设年度报告';
}

/** The address of each list tells what is in it, and each list what is in the texts, so the page is made from the lists. */
function search(towns: readonly NamedTown[], lists: readonly SiteFile[], searchScript: string, keep: Keep): Plan {
  const props = keep.same('search', searchPage(towns));
  const scripts = keep.same('search scripts', {
    script: `assets/search.js${version(searchScript)}`,
    towns: lists.map(({ path, text }) => path + version(text)),
  });
  const name = '搜索';
  const description = '在所有报告的全文里逐字查找。';
  return {
    url: SEARCH_PAGE,
    madeFrom: [props, scripts],
    compose: () => [{ url: SEARCH_PAGE, name, description, search: scripts }, h(SearchPage, props)],
  };
}
