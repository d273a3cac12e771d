import { relativeUrl } from '../model/urls.js';

/** The way from one page to another; within a page only the anchor, so that nothing is loaded again. */
export function linkTo(from: string, to: string): string {
  const mark = to.indexOf('#');
  const isSamePage = mark >= 0 && to.slice(0, mark) === from;
  return isSamePage ? `#${encodeURIComponent(to.slice(mark + 1))}` : relativeUrl(from, to);
}
