/** A theme for tests: what the files hold does not matter to the pages. */
import type { Page, Theme } from '../../src/model/page.js';
import { siteOf } from '../support/content.js';
import type { Files } from '../support/folder.js';
import { render } from '../support/whole.js';

export const THEME: Theme = { css: 'body { margin: 0 }\n', script: 'void 0;\n', searchScript: 'void 1;\n' };

/** The text of every file that a content folder becomes, by path. */
export function renderFiles(files: Files): Record<string, string> {
  const { site, diagnostics } = siteOf(files);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ rule, at }) => `${at.file}:${at.line} ${rule}`).join('\n'));
  return textsOf(render(site, THEME));
}

/** A page without the places where a title may break, which are for the eye alone. */
export function unbroken(html: string | undefined): string {
  return (html ?? '').replaceAll('<wbr>', '');
}

export function textsOf(pages: Page[]): Record<string, string> {
  return Object.fromEntries(pages.map((page) => [page.path, 'text' in page ? page.text : `copy of ${page.copyOf}`]));
}
