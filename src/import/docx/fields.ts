/**
 * Fields (a date, a cross-reference, a table of contents) as they stand in the text: first the instruction, which nobody
 * sees, then the result, which is text. They nest, and may go on over paragraphs.
 */
export class Fields {
  readonly #open: ('instruction' | 'result')[] = [];
  #instructions = 0;

  get isInstruction(): boolean {
    return this.#instructions > 0;
  }

  mark(kind: string | undefined): void {
    if (kind === 'begin') {
      this.#open.push('instruction');
      this.#instructions++;
    } else if (kind === 'separate' && this.#open.at(-1) === 'instruction') {
      this.#open[this.#open.length - 1] = 'result';
      this.#instructions--;
    } else if (kind === 'end' && this.#open.pop() === 'instruction') this.#instructions--;
  }

  /** An instruction that a paragraph leaves open is a broken field: better its words than to lose the rest of the text. */
  endParagraph(): void {
    while (this.#instructions > 0) if (this.#open.pop() === 'instruction') this.#instructions--;
  }
}
