/** Comparing words as readers do. */

/** Width, blanks and case do not make two texts differ. */
export function folded(words: string): string {
  return words.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/** The text that was folded last: most are searched for one word after the other. */
let last = { text: '', folded: '' };

export function contains(text: string, words: string): boolean {
  if (text !== last.text) last = { text, folded: folded(text) };
  return last.folded.includes(folded(words));
}
