/**
 * Ordinals that a text brings itself: 一、 （一） 1. （1）, from the highest level to the lowest.
 *
 * Words that look like one are none: 一、二、三产业, 3、4月份, 3.15消费者权益日.
 */
import { numberOf } from '../model/numerals.js';

export interface Ordinal {
  level: number;
  number: number;
  start: number;
  /** As written, the mark behind it included. */
  words: string;
}

const FORMS =
  /([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]+[、产季线级类等期])|[（(]([一二三四五六七八九十]{1,3})[）)](?![、和至到—-]?[（(])|([0-9０-９]{1,2})[.．、](?![0-9０-９])|[（(]([0-9０-９]{1,2})[）)](?![、和至到—-]?[（(])/y;

/** The ordinal that begins at an index of a text. */
export function ordinalAt(text: string, start: number): Ordinal | undefined {
  FORMS.lastIndex = start;
  const match = FORMS.exec(text);
  if (!match) return undefined;
  const level = match.findIndex((group, index) => index > 0 && group !== undefined);
  return { level, number: numberOf(match[level] ?? ''), start, words: match[0] };
}

/** Where each line of a text begins, blanks typed to indent it left out. */
function lineStarts(text: string): number[] {
  return Array.from(text.matchAll(/^[ \t\u3000]*/gm), (match) => match.index + match[0].length);
}

export function ordinalsAtLineStarts(text: string): Ordinal[] {
  return lineStarts(text).flatMap((start) => ordinalAt(text, start) ?? []);
}
