/** Comparing words as readers do. */

/** Width, blanks and case do not make two texts differ. */
export function folded(words: string): string {
  return words.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

export function contains(text: string, words: string): boolean {
  return folded(text).includes(folded(words));
}
