/**
 * The days that a date stands for.
 *
 * In:  the numbers and the part that its words name.
 * Out: an interval of the calendar, or `undefined` for days no calendar has.
 * Not here: words; a form of `date-forms.ts` has read them.
 */
import type { DateSpan } from '../model/site.js';

/** What the words name; a part is named by its word, of the month where there is one and of the year where not. */
export interface NamedDate {
  year: number;
  month?: number | undefined;
  day?: number | undefined;
  part?: string | undefined;
}

export type Interval = Omit<DateSpan, 'text'>;

type Bounds = readonly [first: number, last: number];

/** In days; a month ends where it ends. */
const PARTS_OF_MONTH: Readonly<Record<string, Bounds>> = {
  初: [1, 10],
  上旬: [1, 10],
  上中旬: [1, 20],
  中旬: [11, 20],
  中下旬: [11, 31],
  下旬: [21, 31],
  底: [21, 31],
  末: [21, 31],
};

/** In months. */
const PARTS_OF_YEAR: Readonly<Record<string, Bounds>> = {
  初: [1, 3],
  底: [10, 12],
  末: [10, 12],
  上半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
};

export function intervalOf({ year, month, day, part }: NamedDate): Interval | undefined {
  if (month === undefined) {
    const [first, last] = PARTS_OF_YEAR[part ?? ''] ?? [1, 12];
    const precision = part === undefined ? 'year' : 'part-of-year';
    return { start: isoDay(year, first, 1), end: isoDay(year, last, daysIn(year, last)), precision };
  }
  if (month < 1 || month > 12) return undefined;
  const days = daysIn(year, month);
  if (day !== undefined) {
    if (day < 1 || day > days) return undefined;
    return { start: isoDay(year, month, day), end: isoDay(year, month, day), precision: 'day' };
  }
  const [first, last] = PARTS_OF_MONTH[part ?? ''] ?? [1, days];
  const precision = part === undefined ? 'month' : 'part-of-month';
  return { start: isoDay(year, month, first), end: isoDay(year, month, Math.min(last, days)), precision };
}

/**
 * From the first day of one date to the last day of another; `undefined` when it would end before it begins.
 *
 * Only two days make a `range`, which claims both its ends. 5月至6月 and 5月24日至6月底 leave an end open, so they are
 * part of a month or of a year, also where they reach into the next year; whole years stay `year`.
 */
export function through(from: Interval, to: Interval): Interval | undefined {
  if (to.start < from.start || to.end < from.end) return undefined;
  if (from.start === to.start && from.end === to.end) return from;
  return { start: from.start, end: to.end, precision: precisionThrough(from, to) };
}

function precisionThrough(from: Interval, to: Interval): DateSpan['precision'] {
  if (from.precision === 'day' && to.precision === 'day') return 'range';
  if (from.precision === 'year' && to.precision === 'year') return 'year';
  const monthOf = (day: string): string => day.slice(0, -3);
  return monthOf(from.start) === monthOf(to.end) ? 'part-of-month' : 'part-of-year';
}

function isoDay(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
