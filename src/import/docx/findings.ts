/** What is noticed while a document is read and told at the end, in few words however much there is. */
import type { Remark } from '../document.js';
import * as say from './remarks.js';

const LONGEST_QUOTATION = 120;
const MOST_OF_A_KIND = 20;

/** The beginning of words that come piece by piece. */
export class Quotation {
  #words = '';

  get words(): string {
    const words = this.#words.replaceAll(/\s+/g, ' ').trim();
    return words.length > LONGEST_QUOTATION ? `${words.slice(0, LONGEST_QUOTATION)}……` : words;
  }

  add(words: string): void {
    if (this.#words.length <= 2 * LONGEST_QUOTATION) this.#words += words.slice(0, 2 * LONGEST_QUOTATION);
  }
}

export function quote(words: string): string {
  const quotation = new Quotation();
  quotation.add(words);
  return quotation.words;
}

export class Findings {
  inserted = 0;
  deleted = 0;
  moved = 0;
  readonly deletedWords = new Quotation();
  readonly hiddenWords = new Quotation();
  readonly #several = new Map<say.Kind, Set<string>>();

  /** One remark of a kind for each words, up to as many as anybody reads. */
  note(kind: say.Kind, words: string): void {
    const known = this.#several.get(kind);
    if (known) known.add(words);
    else this.#several.set(kind, new Set([words]));
  }

  get remarks(): Remark[] {
    const { inserted, deleted, moved } = this;
    const remarks: Remark[] = [];
    if (inserted + deleted + moved > 0)
      remarks.push({ message: say.revisions(inserted, deleted, moved), quotation: this.deletedWords.words });
    if (this.hiddenWords.words !== '') remarks.push({ message: say.hidden, quotation: this.hiddenWords.words });
    for (const [kind, words] of this.#several) {
      const shown = [...words].slice(0, MOST_OF_A_KIND);
      remarks.push(...shown.map((quotation) => ({ message: say.KINDS[kind], quotation })));
      if (words.size > shown.length)
        remarks.push({ message: say.more(kind, words.size - shown.length), quotation: '' });
    }
    return remarks;
  }
}
