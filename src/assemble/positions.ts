import type { Nodes } from 'mdast';
import type { Span } from '../model/span.js';

/** A text inside a file: where it begins, and its words. */
export interface PlacedSource {
  file: string;
  text: string;
  /** The file's line that `text` begins on. */
  line: number;
}

/** Turns the parser's places into the file's. */
export class Positions {
  readonly #source: PlacedSource;
  /** The offset each line begins at. */
  readonly #lines: number[];

  constructor(source: PlacedSource) {
    this.#source = source;
    this.#lines = [0, ...Array.from(source.text.matchAll(/\n/g), (match) => match.index + 1)];
  }

  spanOf(node: Nodes): Span {
    const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const before = this.#source.line - 1;
    return {
      file: this.#source.file,
      line: start.line + before,
      column: start.column,
      endLine: end.line + before,
      endColumn: end.column,
    };
  }

  /** The place of some characters of the source text, counted from its beginning. */
  spanAt(offset: number, length: number): Span {
    let [low, high] = [0, this.#lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = low + this.#source.line;
    const column = offset - (this.#lines[low] ?? 0) + 1;
    return { file: this.#source.file, line, column, endLine: line, endColumn: column + length };
  }

  characterAt(offset: number): string {
    return this.#source.text[offset] ?? '';
  }

  /** The source text of a node, and where it begins. */
  textOf(node: Nodes): { text: string; offset: number } {
    const offset = node.position?.start.offset ?? 0;
    return { text: this.#source.text.slice(offset, node.position?.end.offset ?? offset), offset };
  }
}
