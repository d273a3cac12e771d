/**
 * Text files: the texts of all reports, as scripts that hand them over to the search page.
 *
 * A page opened from disk may load scripts and nothing else. A file has at most a million bytes and holds whole entries;
 * one that is larger by itself (a section of more than three hundred thousand characters) gets a file of its own, which is
 * larger. Each file says which it is, so they may arrive in any order.
 */
import type { EntryTexts, ReportTexts } from '../../model/search-texts.js';

const FILE_BYTES = 1_000_000;

const start = (part: number): string => `(self.fazhiTexts ||= []).push({"part":${part},"reports":[\n`;
const END = '\n]});\n';
const BETWEEN_REPORTS = ',\n';
const BETWEEN_ENTRIES = ',\n';

/** A report as it is written down, entry by entry. */
export interface WrittenReport {
  head: string;
  entries: string[];
  end: string;
}

export function writeReport({ folder, name, entries }: ReportTexts): WrittenReport {
  const head = write({ folder, name }).slice(0, -1);
  return { head: `${head},"entries":[\n`, entries: entries.map(write), end: ']}' };
}

/** Which entries go into which file: a report that does not fit goes on in the next. There is always a first file. */
export function divide(reports: readonly WrittenReport[], limit = FILE_BYTES): WrittenReport[][] {
  const files: WrittenReport[][] = [[]];
  const roomIn = (part: number): number => limit - bytesOf(start(part), END);
  let room = roomIn(1);
  for (const { head, entries, end } of reports) {
    let open: WrittenReport | undefined;
    const frame = bytesOf(head, end, BETWEEN_REPORTS);
    for (const entry of entries) {
      const bytes = bytesOf(entry, BETWEEN_ENTRIES);
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

export function textFile(part: number, reports: readonly WrittenReport[]): string {
  const written = reports.map(({ head, entries, end }) => head + entries.join(BETWEEN_ENTRIES) + end);
  return start(part) + written.join(BETWEEN_REPORTS) + END;
}

/** A file for programs that know less of scripts than browsers do: no end of a script, no line end of Unicode's own. */
function write(value: EntryTexts | Pick<ReportTexts, 'folder' | 'name'>): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function bytesOf(...texts: string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}
