/** Comparing words as readers do. */

/** Characters. What is longer is a text, in which one word is looked for after the other. */
const LONG = 100;
/** The text that was folded last. */
let last = { words: '', folded: '' };

/** Width, blanks and case do not make two texts differ. */
export function folded(words: string): string {
  if (words.length <= LONG) return fold(words);
  if (words !== last.words) last = { words, folded: fold(words) };
  return last.folded;
}

function fold(words: string): string {
  return words.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

export function contains(text: string, words: string): boolean {
  return folded(text).includes(folded(words));
}
