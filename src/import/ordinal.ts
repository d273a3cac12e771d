/**
 * Ordinals as reports have them, right or wrong: 一、 （一） （一）、 1. 1、 （1） ① 第一部分, in either width.
 *
 * Words that look like one are none: 一、二、三产业, 3、4月份, 3.15消费者权益日.
 */
import { numberOf } from '../model/numerals.js';

/** From the highest level of an official document to the lowest. */
export const ORDINAL_KINDS = ['chapter', 'han', 'han-bracket', 'first', 'digit', 'digit-bracket', 'circled'] as const;
export type OrdinalKind = (typeof ORDINAL_KINDS)[number];

export interface Ordinal {
  kind: OrdinalKind;
  number: number;
  /** As written, its marks and the blanks behind it included. */
  words: string;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const DIGITS = '[0-9０-９]{1,2}';
const BLANK = '[ \\t\\u00a0\\u3000]*';
const MARK = '[、.．，,：:。]';
const FORMS: readonly (readonly [OrdinalKind, string])[] = [
  ['chapter', `第${BLANK}(${HAN}|${DIGITS})${BLANK}(?:部分|章)${BLANK}${MARK}?`],
  [
    'han',
    `(${HAN})${BLANK}(?:[、.．]|[，,：:](?!${HAN}[、，,])|[ \\u3000](?=[\\p{Script=Han}“]))(?!${HAN}[、，,产季线级类等期是])`,
  ],
  ['han-bracket', `[（(〔【]${BLANK}(${HAN})${BLANK}[）)〕】](?![、和至到—-]?[（(])${BLANK}${MARK}?`],
  ['first', `第(${HAN})[，、,：:]`],
  ['digit', `(${DIGITS})${BLANK}(?:[.．](?![0-9０-９])|[、](?!${DIGITS}月)|[)）])`],
  ['digit-bracket', `[（(]${BLANK}(${DIGITS})${BLANK}[）)](?![、和至到—-]?[（(])${BLANK}${MARK}?`],
  ['circled', `([①-⑳])${BLANK}[、.．]?`],
];
const STICKY = FORMS.map(([kind, form]) => ({ kind, pattern: new RegExp(`${form}${BLANK}`, 'uy') }));

/** The ordinal that stands at an index of a text. */
export function ordinalAt(text: string, index: number): Ordinal | undefined {
  for (const { kind, pattern } of STICKY) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (match) return { kind, number: valueOf(match[1] ?? ''), words: match[0] };
  }
  return undefined;
}

function valueOf(words: string): number {
  return /[①-⑳]/u.test(words) ? (words.codePointAt(0) ?? 0) - 0x245f : numberOf(words);
}

/** 一是, 首先, 第一，: what begins a point of an enumeration that runs on in one paragraph. */
export const POINT =
  /(?:[一二三四五六七八九十]{1,2}(?:是|要|来)|首先|其次|再次|再者|最后|第[一二三四五六七八九十]{1,2}(?=[，,、：:]))/u;
