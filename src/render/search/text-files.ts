/**
 * Text files: the texts of a town's reports, as scripts that hand them over to the search page.
 *
 * A town has files of its own, so that an edit changes no other town's. A file has at most a million bytes and holds
 * whole entries; one that is larger by itself (a section of more than three hundred thousand characters) gets a file of
 * its own, which is larger. Each file says which it is, so they may arrive in any order.
 */
import type { ReportTexts } from '../../model/search-texts.js';
import { BETWEEN_ROWS, bytesOf, json, scriptFrame } from './data-script.js';

const FILE_BYTES = 1_000_000;

/** A report as it is written down, entry by entry. */
export interface WrittenReport {
  head: string;
  entries: string[];
  end: string;
}

export function writeReport({ folder, year, name, entries }: ReportTexts): WrittenReport {
  const head = json({ folder, year, name }).slice(0, -1);
  return { head: `${head},"entries":[\n`, entries: entries.map(json), end: ']}' };
}

/** Which entries go into which file: a report that does not fit goes on in the next. There is always a first file. */
export function divide(town: string, reports: readonly WrittenReport[], limit = FILE_BYTES): WrittenReport[][] {
  const files: WrittenReport[][] = [[]];
  const roomIn = (part: number): number => limit - bytesOf(...frameOf(town, part));
  let room = roomIn(1);
  for (const { head, entries, end } of reports) {
    let open: WrittenReport | undefined;
    const frame = bytesOf(head, end, BETWEEN_ROWS);
    for (const entry of entries) {
      const bytes = bytesOf(entry, BETWEEN_ROWS);
      if (bytes + (open ? 0 : frame) > room && files.at(-1)?.length !== 0) {
        files.push([]);
        room = roomIn(files.length);
        open = undefined;
      }
      if (!open) {
        open = { head, entries: [], end };
        files.at(-1)?.push(open);
        room -= frame;
      }
      open.entries.push(entry);
      room -= bytes;
    }
  }
  return files;
}

export function textFile(town: string, part: number, reports: readonly WrittenReport[]): string {
  const written = reports.map(({ head, entries, end }) => head + entries.join(BETWEEN_ROWS) + end);
  const [start, end] = frameOf(town, part);
  return start + written.join(BETWEEN_ROWS) + end;
}

function frameOf(town: string, part: number): [start: string, end: string] {
  return scriptFrame('fazhiTexts', { town, part }, 'reports');
}
