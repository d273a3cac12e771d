/**
 * Dates as clerks write them: one in front matter, the day of publication, and all that a running text names.
 *
 * In:  words as typed, and the year of the report they stand in.
 * Out: intervals of calendar days with the words to show, or what is wrong with the words.
 * Not here: the forms themselves (`date-forms.ts`), the calendar (`date-interval.ts`), the diagnostics (`assemble.ts`).
 *
 * Full-width and half-width are the same, and blanks do not count, except between two numbers, which they keep apart.
 */
import type { DateSpan } from '../model/site.js';
import { DIGIT_DAY, FORMS, FULL_DAY, type Form } from './date-forms.js';

type DateReading = { date: DateSpan } | { problem: 'unreadable' | 'impossible' };

interface FoundDate {
  date: DateSpan;
  /** Where its words begin, and how many characters they take, in the text as given. */
  index: number;
  length: number;
}

const WHOLE = FORMS.map((form) => ({ form, pattern: new RegExp(`^(?:${form.words})$`) }));
const IN_TEXT = FORMS.flatMap((form) =>
  form.inText === undefined ? [] : [{ form, pattern: new RegExp(form.inText, 'y') }],
);
/** What some form begins with. */
const BEGINNING = /[0-9一二三四五六七八九十元今年上下第]/g;

const TIME = '(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})';
const PUBLISHED = [new RegExp(`^${DIGIT_DAY}(?:[ T]${TIME})?$`), new RegExp(`^${FULL_DAY}(?:${TIME})?$`)];

const BLANK = /[\t\p{Zs}]/u;
/** Zero-width characters that come along from other programs. */
const INVISIBLE = /\p{Cf}/u;
/** Full-width forms, and the radicals that look like 月 and 日 in text copied from a PDF. */
const COMPATIBLE = /[\u2f00-\u2fdf\uf900-\ufaff\uff01-\uff65]/;
const JOINED_BY_A_BLANK = /[0-9A-Za-z一二三四五六七八九十〇零]/;

/**
 * Reads a date as a clerk writes it, never more exact than the words.
 *
 * Source: the forms of DESIGN.md §3, from `2022-06-26` to `6月上旬`.
 * Shape:  `6月上旬` -> { start: '2022-06-01', end: '2022-06-10', precision: 'part-of-month', text: '6月上旬' }.
 *         Digits get Chinese words, without the report's own year: `2022-06-26` -> `6月26日`.
 * Units:  calendar days, both ends included, kept as strings: a `Date` brings a time zone nobody wrote.
 * Errors: `unreadable` for words it does not know; `impossible` for a day that no calendar has, such as 2月30日, and
 *         for a range that ends before it begins. 12月30日至1月2日 is one: which year is meant has to be written.
 */
export function readDate(words: string, reportYear: number): DateReading {
  const { text } = fold(words.trim());
  for (const { form, pattern } of WHOLE) {
    const read = readForm(form, pattern.exec(text), reportYear);
    if (read === 'impossible') return { problem: 'impossible' };
    if (read) return { date: read };
  }
  return { problem: 'unreadable' };
}

/**
 * Reads the day, and the time where it is given, at which a report was published.
 *
 * Shape:  `2023年3月21日 9:05` -> { day: '2023-03-21', time: '09:05' }.
 * Errors: `undefined` for anything else, also for a year left out and for seconds, which the page could not show.
 */
export function readPublished(words: string): { day: string; time?: string } | undefined {
  const { text } = fold(words.trim());
  for (const pattern of PUBLISHED) {
    const { year, month, day, hour, minute } = pattern.exec(text)?.groups ?? {};
    if (year === undefined) continue;
    const read = readDate(`${year}年${month}月${day}日`, Number(year));
    if ('problem' in read) return undefined;
    if (hour === undefined || minute === undefined) return { day: read.date.start };
    if (Number(hour) > 23 || Number(minute) > 59) return undefined;
    return { day: read.date.start, time: `${hour.padStart(2, '0')}:${minute}` };
  }
  return undefined;
}

/**
 * Finds every date that a running text names, in order; of two readings the longer one.
 *
 * Source: plain text. What may as well be a number (`6.26`, `2022-06`) has to be quoted or to name a day: “6.26”.
 * Shape:  as `readDate`; 2022年度 is the year 2022; 今年 alone is no date, nor is 12月4日 after 去年 or 每年.
 * Errors: none; a date that no calendar has is passed over with all of its words.
 */
export function findDates(text: string, reportYear: number): FoundDate[] {
  const folded = fold(text);
  const found: FoundDate[] = [];
  let next = 0;
  for (const { index } of folded.text.matchAll(BEGINNING)) {
    if (index < next) continue;
    const longest = longestAt(folded.text, index, reportYear);
    if (!longest) continue;
    next = index + longest.length;
    if (longest.read === 'impossible') continue;
    const start = folded.at[index] ?? 0;
    found.push({ date: longest.read, index: start, length: (folded.at[next - 1] ?? start) + 1 - start });
  }
  return found;
}

function longestAt(text: string, index: number, reportYear: number) {
  let longest: { read: DateSpan | 'impossible'; length: number } | undefined;
  for (const { form, pattern } of IN_TEXT) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    const length = match?.[0].length ?? 0;
    if (length <= (longest?.length ?? 0)) continue;
    const read = readForm(form, match, reportYear);
    if (read) longest = { read, length };
  }
  return longest;
}

function readForm(form: Form, match: RegExpExecArray | null, reportYear: number): DateSpan | 'impossible' | undefined {
  if (!match) return undefined;
  const read = form.read(match.groups ?? {}, reportYear);
  if (!read || read === 'impossible') return read;
  return { ...read, text: read.text ?? withChineseMarks(match[0]) };
}

/** A range typed with a hyphen or a half-width tilde is shown with the marks of Chinese print. */
function withChineseMarks(words: string): string {
  return words.replace(/[-‐-―−─]/g, '—').replace(/[~〜∼]/g, '～');
}

/** The text half-width and without blanks, and where each of its characters stood. */
function fold(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  const folded: string[] = [];
  let blank: number | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (INVISIBLE.test(character)) continue;
    if (BLANK.test(character)) {
      blank ??= index;
      continue;
    }
    const half = COMPATIBLE.test(character) ? character.normalize('NFKC') : character;
    if (blank !== undefined && JOINED_BY_A_BLANK.test(folded.at(-1) ?? '') && JOINED_BY_A_BLANK.test(half)) {
      folded.push(' ');
      at.push(blank);
    }
    blank = undefined;
    folded.push(half.length === 1 ? half : character);
    at.push(index);
  }
  return { text: folded.join(''), at };
}
