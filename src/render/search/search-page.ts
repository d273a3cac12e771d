/** The search page: the field, and for whoever has no JavaScript the places to look instead. */
import type { SearchProps } from '../../../templates/search-page.js';
import { SEARCH_PAGE } from '../../model/urls.js';
import type { Context } from '../context.js';
import { folderOf } from '../entries.js';
import { linkTo } from '../link-to.js';
import { pagesOf } from '../report-pages.js';

export function searchPage(contexts: readonly Context[]): SearchProps {
  return {
    reports: contexts.map(({ report, name }) => ({
      name,
      pages: pagesOf(report)
        .filter(({ path }) => path !== '' && path !== 'data/')
        .map(({ path, shortName }) => ({ name: shortName, href: linkTo(SEARCH_PAGE, folderOf(report.path) + path) })),
    })),
  };
}
