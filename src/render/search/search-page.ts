/** The search page: the field, and for whoever has no JavaScript the places to look instead. */
import type { SearchProps } from '../../../templates/search-page.js';
import { SEARCH_PAGE } from '../../model/urls.js';
import type { TownDigest } from '../../model/digest.js';
import { folderOf } from '../entries.js';
import { linkTo } from '../link-to.js';
import { shortName } from '../report-pages.js';

export function searchPage(towns: readonly TownDigest[]): SearchProps {
  return {
    reports: towns
      .flatMap(({ reports }) => reports)
      .toSorted((one, other) => other.year - one.year)
      .map(({ path: folder, name, pages }) => ({
        name,
        pages: pages
          .filter((path) => path !== '' && path !== 'data/')
          .map((path) => ({ name: shortName(path), href: linkTo(SEARCH_PAGE, folderOf(folder) + path) })),
      })),
  };
}
