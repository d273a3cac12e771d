/**
 * The search page: the fields, and for whoever has no JavaScript the places to look instead.
 *
 * It stays small however many reports there are. A few are listed page by page; of more, the directory leads to them.
 * When there is too much to load at once, the reader first says in which town's reports to look.
 */
import type { SearchProps } from '../../../templates/search-page.js';
import { SEARCH_PAGE } from '../../model/urls.js';
import { folderOf } from '../entries.js';
import { linkTo } from '../link-to.js';
import { namedPages } from '../report-pages.js';
import { latestFirst, type NamedTown } from '../towns.js';

const LISTED_REPORTS = 50;
/** What a phone loads in some seconds, and no more requests than a server answers in as many. */
const AT_ONCE = { bytes: 6_000_000, files: 200 };

export function searchPage(towns: readonly NamedTown[]): SearchProps {
  const reports = latestFirst(towns.flatMap(({ digest }) => digest.reports));
  return {
    asksForTown: asksForTown(towns),
    places:
      reports.length > LISTED_REPORTS
        ? { directory: linkTo(SEARCH_PAGE, '') }
        : {
            reports: reports.map(({ path: report, name, pages }) => ({
              name,
              pages: namedPages(pages)
                .filter(({ path }) => path !== '' && path !== 'data/')
                .map(({ path, shortName }) => ({
                  name: shortName,
                  href: linkTo(SEARCH_PAGE, folderOf(report) + path),
                })),
            })),
          },
  };
}

/** Whether all texts are too much to be loaded together. */
function asksForTown(towns: readonly NamedTown[]): boolean {
  const texts = towns.flatMap(({ digest }) => digest.texts);
  const bytes = texts.reduce((sum, text) => sum + text.bytes, 0);
  return towns.length > 1 && (bytes > AT_ONCE.bytes || texts.length > AT_ONCE.files);
}
