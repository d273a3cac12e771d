/** What composing any page needs to know of the whole site; made once for all pages. */
import type { Report, Site } from '../model/site.js';
import { Entries } from './entries.js';
import { Notes } from './notes.js';

export interface Context {
  site: Site;
  entries: Entries;
  notesOf: (report: Report) => Notes;
}

export function contextOf(site: Site): Context {
  const notes = new Map<Report, Notes>();
  return {
    site,
    entries: new Entries(site),
    notesOf: (report) => {
      const known = notes.get(report) ?? new Notes(report);
      notes.set(report, known);
      return known;
    },
  };
}
