/** Which passages are words for readers: bodies, and keys whose values are shown as they are. */
import type { Passage } from '../model/passage.js';

const KEYS = new Set(
  'title topic law place label cause basis summary keywords organ author name aliases description text alt'.split(' '),
);

export function isProse({ key }: Passage): boolean {
  return key === undefined || KEYS.has(key);
}
