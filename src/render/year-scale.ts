/** Days as shares of a year, for whatever is drawn on twelve months. */
import type { DateSpan } from '../model/site.js';

const DAY_MS = 86_400_000;

/** Where a date begins and ends in the year, 0 to 1; its last day belongs to it. */
export function yearShares(date: DateSpan, year: number): { start: number; middle: number; end: number } {
  const start = shareAt(Date.parse(date.start), year);
  const end = shareAt(Date.parse(date.end) + DAY_MS, year);
  return { start, middle: (start + end) / 2, end };
}

/** Where the months begin, and the year ends: thirteen shares. */
export function monthShares(year: number): number[] {
  return Array.from({ length: 13 }, (_, month) => shareAt(Date.UTC(year, month, 1), year));
}

function shareAt(time: number, year: number): number {
  const start = Date.UTC(year, 0, 1);
  const share = (time - start) / (Date.UTC(year + 1, 0, 1) - start);
  return Math.min(1, Math.max(0, share));
}
