// @ts-check
/**
 * What a benchmark measures: a program that makes pages of a content folder.
 *
 * @typedef {'overview' | 'full' | 'timeline' | 'checklist' | 'offices'} PageName The pages that every report has of every program.
 *
 * @typedef {object} Subject
 * @property {string} name
 * @property {string} version
 * @property {string} about How it is called and what it makes, for the results.
 * @property {(content: string, site: string) => void} prepare Makes the site's folder: not timed.
 * @property {string} content Where in the site's folder the content's files lie.
 * @property {readonly string[]} command Run in the site's folder.
 * @property {string} output Where in the site's folder its pages lie.
 * @property {Readonly<Record<PageName, string>>} pages Below the folder of a report.
 * @property {(reports: number) => number} [pagesFor] How many HTML files it makes; not asked of a program that makes more.
 */

/** Of all peers: one file a page, and the home page. */
export const PEER_PAGES = Object.freeze({
  pages: {
    overview: 'index.html',
    full: 'full.html',
    timeline: 'timeline.html',
    checklist: 'checklist.html',
    offices: 'offices.html',
  },
  output: 'public',
  pagesFor: (/** @type {number} */ reports) => 5 * reports + 1,
});
