/** Walks over a report that several rules share. */
import type { Body, Entry, Item, Report, Section } from '../model/site.js';

export function itemsOf(report: Report): Item[] {
  return [...report.events, ...report.duties, ...report.shortcomings, ...report.tasks];
}

export function entriesOf(report: Report): (Section | Item)[] {
  return [...report.sections, ...itemsOf(report)];
}

/** Every text of a report: the opening and each entry's. */
export function bodiesOf(report: Report): Body[] {
  return [report.lead, ...entriesOf(report).map((entry: Entry) => entry.body)];
}
