/** The place of some words inside the value of a key. */
import { spanIn, type Passage } from '../model/passage.js';
import { spanOf, type Spans } from '../model/site.js';
import type { Span } from '../model/span.js';

/** Where the words stand in the value; the whole value where they cannot be told apart. */
export function placeOf(
  entry: { values: readonly Passage[]; at: Span; spans: Spans },
  key: string,
  words: string,
): Span {
  const passage = entry.values.find((one) => one.key === key);
  const start = passage?.text.indexOf(words) ?? -1;
  return passage && start >= 0 ? spanIn(passage, start, words.length) : spanOf(entry, key);
}
