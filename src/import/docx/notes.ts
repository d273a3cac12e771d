/** Footnotes and endnotes, numbered together in the order in which the text calls them. */
import type { Piece } from './story.js';
import { textOf } from './table-cells.js';

export type NoteKind = 'footnote' | 'endnote';

export class Notes {
  readonly texts: string[] = [];
  readonly #found = new Map<string, string>();
  readonly #numbers = new Map<string, number>();

  /** All notes of one part; the lines that separate notes from text are no notes. */
  add(kind: NoteKind, pieces: readonly Piece[]): void {
    for (const { attributes, blocks } of pieces) {
      if (!['', 'normal'].includes(attributes.get('w:type') ?? '')) continue;
      this.#found.set(`${kind} ${attributes.get('w:id') ?? ''}`, textOf(blocks).trim());
    }
  }

  number(kind: NoteKind, id: string): number | undefined {
    const key = `${kind} ${id}`;
    const text = this.#found.get(key);
    if (text === undefined) return undefined;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
