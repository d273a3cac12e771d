/** Changes that need nobody's judgement, where the file holds the characters as the passage does. */
import type { Edit } from '../diagnostics/diagnostic.js';
import { runIndexAt, spanIn, type Passage } from '../model/passage.js';

/**
 * Puts `text` in the place of `length` characters from `start` on.
 *
 * `undefined` where the file may hold something else there: `\,` and `&#44;` both stand for a comma, and a change of one
 * character would leave the rest behind.
 */
export function mendIn(passage: Passage, start: number, length: number, text: string): Edit | undefined {
  const { runs, at, key } = passage;
  const index = runIndexAt(runs, start);
  const run = runs[index];
  if (!run || length === 0) return undefined;
  const end = start + length;
  const column = run.column + start - run.start;
  const isAtLineStart = run.column === 1 || (run.line === at.line && run.column === at.column);
  const isEscaped = run.start === start && key === undefined && !isAtLineStart;
  const next = runs[index + 1];
  const isReference = next
    ? next.start <= end
    : key === undefined && end === passage.text.length && column + length !== at.endColumn;
  return isEscaped || isReference ? undefined : { at: spanIn(passage, start, length), text };
}
