/** Where entries are published: absolute addresses, for what is read outside the site. */
import type { AnyEntry, EntryTarget, Portal, Target } from '../../model/site.js';
import { folderOf, listedUrl, sentenceUrl } from '../entries.js';
import { addressOf } from '../frame.js';
import { safeHref } from '../safe-href.js';

/** The address of a URL relative to the site's folder; unknown until somebody tells where the folder goes. */
export function absolute(url: string, portal: Portal): string | undefined {
  const [path = '', anchor] = url.split('#');
  const address = addressOf(path, portal);
  if (address === undefined) return undefined;
  return anchor === undefined ? address : `${address}#${encodeURIComponent(anchor)}`;
}

/** Where an entry of a report is listed. */
export function listedAddress(entry: AnyEntry, report: EntryTarget['report'], portal: Portal): string | undefined {
  return absolute(folderOf(report) + listedUrl(entry), portal);
}

/** Where a link of a text leads, for a reader who is not on the site; `undefined` leaves its words without a link. */
export function targetAddress(target: Target, portal: Portal): string | undefined {
  switch (target.kind) {
    case 'entry':
      return absolute(sentenceUrl(target), portal);
    case 'page':
      return absolute(target.url, portal);
    case 'asset': {
      const address = absolute(target.path, portal);
      // Not every sign is encoded: what stands after the # of a PDF is read as `page=3`.
      return address === undefined || target.hash === undefined ? address : `${address}#${encodeURI(target.hash)}`;
    }
    case 'outside':
      return safeHref(target.url);
    case 'unsafe':
      return undefined;
  }
}
