import type { Link } from '../model/site.js';

/** Whether a link lacks its address or its words: `link/empty` reports it, and no other rule. */
export function isEmptyLink({ url, text }: Link): boolean {
  return url.trim() === '' || url.trim() === '#' || text.trim() === '';
}
