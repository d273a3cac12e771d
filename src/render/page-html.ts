/** A page as text: what its template shows, within what surrounds every page. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { FRAGMENT_MARKS, Page as PageTemplate } from '../../templates/page.js';
import { FRAGMENT_PLACES, type Portal } from '../model/site.js';
import { frame, type AssetUrls } from './frame.js';
import type { Composed } from './plans.js';
import { withoutSlashes } from './without-slashes.js';

export function pageHtml([subject, children]: Composed, portal: Portal, assets: AssetUrls): string {
  const html = renderToString(h(PageTemplate, { ...frame(subject, portal, assets), children }));
  return `<!DOCTYPE html>\n${withFragments(withoutSlashes(html), portal)}\n`;
}

/** The portal's own HTML in its places, byte for byte. */
function withFragments(html: string, { fragments }: Portal): string {
  return FRAGMENT_PLACES.reduce(
    (page, place) => page.replace(FRAGMENT_MARKS[place], () => fragments[place]?.value ?? ''),
    html,
  );
}
