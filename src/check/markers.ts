import type { MarkerCall } from '../model/marker-calls.js';
import { KIND_OF, type ItemKind } from '../model/site.js';

/** The word of each kind's marker. */
export const MARKERS = Object.fromEntries(Object.entries(KIND_OF).map(([word, kind]) => [kind, word])) as Readonly<
  Record<ItemKind, string>
>;

/** A marker's words, as a clerk writes them. */
export function wordsOf({ kind, ids }: MarkerCall): string {
  return ids ? `${MARKERS[kind]}: ${ids.join('、')}` : MARKERS[kind];
}
