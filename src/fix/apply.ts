/**
 * Applies the edits of diagnostics to the text they were found in.
 *
 * In:  a decoded text; for each diagnostic its edits, which belong together: both quotes around a value, or none.
 * Out: the text with all edits that are clear of each other. Those that overlap earlier ones are left out: what they
 *      are about may have moved, so they are looked for again in the new text.
 *
 * No edit touches a word: one that would change letters, digits or Han characters is a bug in a rule, and is not made.
 */
import type { Edit } from '../diagnostics/diagnostic.js';
import type { Span } from '../model/span.js';

/** Offsets in the text, in UTF-16 units. */
interface Change {
  start: number;
  end: number;
  text: string;
}

export function applyEdits(text: string, groups: readonly (readonly Edit[])[]): string {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const taken: Change[] = [];
  const accepted: Change[] = [];
  for (const edits of groups) {
    const changes = edits.map(({ at, text: written }) => changeOf(at, written, starts, text.length));
    if (!changes.every((change) => change !== undefined) || changes.length === 0) continue;
    const whole = {
      start: Math.min(...changes.map(({ start }) => start)),
      end: Math.max(...changes.map(({ end }) => end)),
      text: '',
    };
    if (taken.some((other) => isNear(whole, other)) || touchesWords(text, changes)) continue;
    taken.push(whole);
    accepted.push(...changes);
  }
  let result = '';
  let from = 0;
  for (const { start, end, text: written } of accepted.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(from, start) + written;
    from = end;
  }
  return result + text.slice(from);
}

/** The letters, digits and Han characters of a text: all that `--fix` may never change. */
export function wordsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{Letter}\p{Number}]/gu, '');
}

function touchesWords(text: string, changes: readonly Change[]): boolean {
  return changes.some((change) => wordsOf(text.slice(change.start, change.end)) !== wordsOf(change.text));
}

/** Shape: `undefined` for a place that is not in the text. */
function changeOf(at: Span, text: string, starts: readonly number[], length: number): Change | undefined {
  const offsetOf = (line: number, column: number): number | undefined => {
    const start = starts[line - 1];
    const offset = start === undefined || column < 1 ? Infinity : start + column - 1;
    return offset < (starts[line] ?? length + 1) ? offset : undefined;
  };
  const start = offsetOf(at.line, at.column);
  const end = offsetOf(at.endLine, at.endColumn);
  return start === undefined || end === undefined || end < start ? undefined : { start, end, text };
}

/** Whether two changes overlap or touch: of two that touch, the one may be about what the other writes. */
function isNear(a: Change, b: Change): boolean {
  return a.start <= b.end && b.start <= a.end;
}
