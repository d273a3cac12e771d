/** Words as a clerk wrote them, with the place of every character: what rules about wording look at. */
import type { Span } from './span.js';

export interface Passage {
  /**
   * One paragraph, table cell or value of a key, its punctuation as typed. Marks of Markdown and comments are gone; a
   * line break is `\n`, and `ELSEWHERE` stands where no words are: an item that runs in, an image, a note.
   */
  text: string;
  /** The English name of the key whose value it is, or `alt` for what an image says; absent for words of a body. */
  key?: string;
  /** All of it. */
  at: Span;
  /** Where its characters stand; empty when they cannot be told apart from the whole. */
  runs: readonly PassageRun[];
  /** Its half-width marks between Chinese characters, which pages show full-width. */
  widened: readonly WidenedMark[];
  /** The line breaks that pages keep, by index: of two blanks or a backslash, and all of a block of code. */
  breaks: readonly number[];
}

/** Characters that follow each other in the file as they do in the text, up to the next run. */
export interface PassageRun {
  /** The first one's index in `text`, in UTF-16 units. */
  start: number;
  line: number;
  column: number;
}

/** A half-width mark that pages show full-width. */
export interface WidenedMark {
  /** Its index in the text, in UTF-16 units. */
  start: number;
  shown: string;
}

/** What stands for something that is not words. */
export const ELSEWHERE = '\ufffc';

/** The place of `length` characters of a passage from `start` on, in UTF-16 units of its text. */
export function spanIn(passage: Passage, start: number, length: number): Span {
  const first = placeOf(passage, start);
  const last = placeOf(passage, start + Math.max(0, length - 1));
  if (!first || !last) return passage.at;
  const endColumn = last.column + (length > 0 ? 1 : 0);
  return { file: passage.at.file, line: first.line, column: first.column, endLine: last.line, endColumn };
}

function placeOf({ runs }: Passage, index: number): { line: number; column: number } | undefined {
  const run = runs[runIndexAt(runs, index)];
  return run && { line: run.line, column: run.column + index - run.start };
}

/** The index of the run that holds a character; -1 when there is none. A passage may have as many runs as lines. */
export function runIndexAt(runs: readonly PassageRun[], index: number): number {
  let [low, high] = [-1, runs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
