/** Which passages are Chinese prose that readers see: ids, dates, addresses and choices are not. */
import type { Passage } from '../model/passage.js';

const PROSE_KEYS: ReadonlySet<string> = new Set([
  'title',
  'organ',
  'summary',
  'keywords',
  'author',
  'office',
  'place',
  'topic',
  'law',
  'basis',
  'cause',
  'label',
  'value',
  'unit',
  'name',
  'aliases',
  'description',
  'sponsor',
  'contact',
  'text',
  'alt',
]);

export function isProse({ key }: Passage): boolean {
  return key === undefined || PROSE_KEYS.has(key);
}
