/**
 * Points: the parts that an enumeration within a text has: 一是…。二是…。 首先… 其次…, 1.… 2.…, or plain sentences.
 *
 * In:  a paragraph.
 * Out: places in it, in order.
 */
import { ordinalAt, POINT } from './ordinal.js';

export interface Stretch {
  start: number;
  end: number;
}

const FIRST = /^(?:一(?:是|要|来)|首先|第一)/u;

/** The points of an enumeration in a paragraph, each to the beginning of the next; none where there are not two. */
export function pointsIn(text: string): Stretch[] {
  const starts = startsOfPoints(text) ?? startsOfOrdinals(text);
  return starts.length < 2 ? [] : starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** Whether a paragraph is one point of an enumeration that has a paragraph for each. */
export function isPoint(text: string): boolean {
  return POINT.exec(text)?.index === 0 || ordinalAt(text, 0) !== undefined;
}

/** Where sentences begin; a semicolon ends one as well. Marks within brackets and quotation marks end none. */
export function sentencesIn(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/[“（《(]/u.test(character)) depth += 1;
    else if (/[”）》)]/u.test(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[。；！？]/u.test(character)) {
      // A quotation that ends behind the mark belongs to its sentence.
      const end = /[”’）]/u.test(text.charAt(at + 1)) ? at + 2 : at + 1;
      stretches.push({ start, end });
      start = end;
      at = end - 1;
    }
  }
  if (start < text.length) stretches.push({ start, end: text.length });
  return stretches;
}

/** The clauses of a sentence, each with the mark that ends it. */
export function clausesIn(text: string, { start, end }: Stretch): Stretch[] {
  const clauses: Stretch[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    if (/[“（《(]/u.test(character)) depth += 1;
    else if (/[”）》)]/u.test(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[，,。；;！？]/u.test(character)) {
      clauses.push({ start: from, end: at + 1 });
      from = at + 1;
    }
  }
  if (from < end) clauses.push({ start: from, end });
  return clauses;
}

/** Where 一是, 二是 or 首先, 其次 begin, when they begin with a first one. */
function startsOfPoints(text: string): number[] | undefined {
  const found = [...text.matchAll(new RegExp(`(?<=^|[。；：，;:,]|[）”])${POINT.source}`, 'gu'))];
  const first = found.findIndex(({ 0: words }) => FIRST.test(words));
  return first === -1 || found.length - first < 2 ? undefined : found.slice(first).map(({ index }) => index);
}

/** Where 1. 2. 3. or （1）（2） begin, behind a mark. */
function startsOfOrdinals(text: string): number[] {
  const starts: number[] = [];
  let last: { kind: string; number: number } | undefined;
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && !/[。；：;:，,]/u.test(text.charAt(at - 1))) continue;
    const ordinal = ordinalAt(text, at);
    if (!ordinal) continue;
    const isNext = last ? ordinal.kind === last.kind && ordinal.number === last.number + 1 : ordinal.number === 1;
    if (!isNext) continue;
    starts.push(at);
    last = ordinal;
  }
  return starts;
}
