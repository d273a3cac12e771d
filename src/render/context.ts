/**
 * What composing a page of one report may know.
 *
 * Pages are kept by it: what it does not hold cannot change a page behind the back of a rebuild. A page that tells of
 * other reports is given them besides, and is kept by them as well.
 */
import type { Office, Portal, Report } from '../model/site.js';
import { Entries } from './entries.js';
import { Notes } from './notes.js';

export interface Context {
  report: Report;
  /** What the report is called where it stands among others. */
  name: string;
  portal: Portal;
  offices: readonly Office[];
  /** Of this report alone. */
  entries: Entries;
  notes: Notes;
}

export function contextOf(report: Report, name: string, portal: Portal, offices: readonly Office[]): Context {
  return { report, name, portal, offices, entries: new Entries([report], offices), notes: new Notes(report) };
}
