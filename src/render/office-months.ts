/** Offices by months: for each office of the year's events, where in the year they stand. */
import type { OfficeMonthsProps, OfficeYear } from '../../templates/office-months.js';
import type { Event, Report } from '../model/site.js';
import { folderOf, type Entries } from './entries.js';
import { linkTo } from './link-to.js';
import { monthShares, yearShares } from './year-scale.js';

const WIDTH = 480;
const HEIGHT = 44;
const MARGIN = 6;
const MIN_SPAN_WIDTH = 9;

export function officeMonths(report: Report, entries: Entries, url: string): OfficeMonthsProps {
  const byOffice = new Map<string, { id?: string; name: string; events: Event[] }>();
  for (const event of report.events) {
    const offices = event.offices.map((reference) => entries.office(reference));
    for (const office of new Set(offices.length > 0 ? offices : [undefined])) {
      const key = office?.id ?? '';
      const row = byOffice.get(key) ?? {
        name: office?.name ?? '报告未写明单位',
        ...(office && { id: key }),
        events: [],
      };
      row.events.push(event);
      byOffice.set(key, row);
    }
  }
  const rows = [...byOffice.values()].toSorted(
    (one, other) =>
      Number(one.id === undefined) - Number(other.id === undefined) || other.events.length - one.events.length,
  );
  const months = monthShares(report.year);
  return {
    width: WIDTH,
    height: HEIGHT,
    ticks: months.map(at),
    monthNames: months.slice(0, 12).map((start, month) => ({
      x: at((start + (months[month + 1] ?? 1)) / 2),
      text: String(month + 1),
    })),
    rows: rows.map(({ id, name, events }): OfficeYear => ({
      name,
      ...(id !== undefined && { href: linkTo(url, `${folderOf(report.path)}offices/#${id}`) }),
      marks: events.map(({ date }) => mark(date.value, report.year)),
      dates: events.map((event) => ({ text: event.date.value.text, title: event.title, href: `#${event.id}` })),
    })),
  };
}

function mark(date: Event['date']['value'], year: number): OfficeYear['marks'][number] {
  const { start, middle, end } = yearShares(date, year);
  if (date.precision === 'day') return { kind: 'point', x: at(middle) };
  const width = Math.max(at(end) - at(start), MIN_SPAN_WIDTH);
  return { kind: 'span', x: Math.round((at(middle) - width / 2) * 10) / 10, width: Math.round(width * 10) / 10 };
}

function at(share: number): number {
  return Math.round((MARGIN + share * (WIDTH - 2 * MARGIN)) * 10) / 10;
}
