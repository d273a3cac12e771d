/** Where a value stands in a content file. */

/**
 * Shape: the first character and the one after the last.
 * Units: lines and columns count from 1; columns in UTF-16 code units, as editors count; `file` is relative to the
 *        content folder, with `/`.
 */
export interface Span {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A value together with the place it was read from. */
export interface Located<T> {
  value: T;
  at: Span;
}

/** The first character of a file: where a message stands that is about the file as a whole. */
export function startOf(file: string): Span {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
