import type { Edit } from '../diagnostics/diagnostic.js';
import type { Span } from '../model/span.js';

/** A file's text that knows its lines: it turns offsets, which parsers speak, into spans, which people read. */
export class PlacedText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: number[] = [0];

  /** `text` has its lines ended by LF. */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
  }

  span(start: number, end: number): Span {
    const from = this.#placeOf(Math.min(start, this.text.length));
    const to = this.#placeOf(Math.min(Math.max(start, end), this.text.length));
    return { file: this.file, ...from, endLine: to.line, endColumn: to.column };
  }

  /** An edit of the file: `text` in the place of what stands between two offsets. */
  edit(start: number, end: number, text: string): Edit {
    return { at: this.span(start, end), text };
  }

  lineAt(offset: number): number {
    return this.#placeOf(offset).line;
  }

  /** The offset after the last character that is no blank on the line of `start`. */
  endOfWords(start: number): number {
    const feed = this.text.indexOf('\n', start);
    return start + this.text.slice(start, feed < 0 ? undefined : feed).trimEnd().length;
  }

  #placeOf(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }
}

/** One line of a text, without its end. */
export interface Line {
  text: string;
  /** Offsets in the whole text: of its first character, and of the LF (or the text's end) after its last. */
  start: number;
  end: number;
}

/** The lines of a text between two offsets; text after the last LF counts as a line only when there is any. */
export function linesOf(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  for (let start = from; start < to;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 || feed > to ? to : feed;
    lines.push({ text: text.slice(start, end), start, end });
    start = end + 1;
  }
  return lines;
}
