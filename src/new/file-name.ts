/**
 * The name of a new file: a number by its order or, of an event, its date; then the id.
 *
 * A new entry comes last among its like. Numbers follow those that are there: 11, 12, 13 are followed by 14; sections at
 * the top that go by tens by the next ten; below 12 come 121, 122. Where files bear no number, neither does a new one,
 * which would else stand before them all.
 */
import type { DateSpan, Entry, Report, Section } from '../model/site.js';
import type { ItemKind } from '../model/site.js';

/** The number of a new item's file, with the hyphen: `03-`. */
export function itemNumber(report: Report, kind: Exclude<ItemKind, 'event'>): string {
  const siblings = { duty: report.duties, shortcoming: report.shortcomings, task: report.tasks }[kind];
  const written = siblings.map(digitsOf);
  if (written.includes(undefined)) return '';
  const digits = written.filter((one) => one !== undefined);
  const width = Math.max(2, ...digits.map((one) => one.length));
  return `${String(Math.max(0, ...digits.map(Number)) + 1).padStart(width, '0')}-`;
}

/** The number of a new section's file below `parent`, or at the top. */
export function sectionNumber(report: Report, parent: Section | undefined): string {
  const numberOf = (section: Section): number | undefined => {
    const digits = digitsOf(section);
    return digits === undefined ? undefined : Number(digits);
  };
  const siblings = report.sections.filter((section) => section.parent?.target?.id === parent?.id).map(numberOf);
  const above = parent && numberOf(parent);
  if (siblings.includes(undefined) || (parent && above === undefined)) return '';
  const numbers = siblings.filter((one) => one !== undefined);
  const isByTens = parent === undefined && numbers.every((number) => number % 10 === 0);
  const step = isByTens ? 10 : 1;
  const isTop = parent?.parent === undefined;
  const first = above === undefined ? 10 : isTop && above % 10 === 0 ? above + 1 : above * 10 + 1;
  let next = numbers.length > 0 ? Math.max(...numbers) + step : first;
  const taken = new Set(report.sections.map(numberOf));
  while (taken.has(next)) next += step;
  return `${next}-`;
}

/** What an event's file begins with: as much of its date as the words tell, `2022-06-26-`, `2022-06-`, `2022-`. */
export function datePrefix(date: DateSpan): string {
  const units = { day: 10, range: 10, 'part-of-month': 7, month: 7, 'part-of-year': 4, year: 4 }[date.precision];
  return `${date.start.slice(0, units)}-`;
}

function digitsOf(entry: Entry): string | undefined {
  return /^\d+(?=[-_. ])/.exec(nameOf(entry.at.file))?.[0];
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
