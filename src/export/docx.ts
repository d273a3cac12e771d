/**
 * A report as a Word file for the office above (上报), laid out by GB/T 9704.
 *
 * In:  the document, and the day it bears: the file's dates are the report's, never the clock's.
 * Out: the bytes of the `.docx`; the same document gives the same bytes on every machine.
 *
 * The library stamps the time of writing into the package and into each entry of the archive. Both are replaced: the
 * package is opened again and put together anew.
 */
import { Document, Packer } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ReportDocument } from '../model/document.js';
import { FONT_TABLE, PAGE, pageNumbers, STYLES } from './docx-layout.js';
import { textOf } from './docx-text.js';

const CORE = 'docProps/core.xml';

/** `day` is `YYYY-MM-DD`. */
export async function docxOf(document: ReportDocument, day: string): Promise<Uint8Array> {
  const { blocks, notes } = textOf(document);
  const file = new Document({
    title: document.title,
    creator: '',
    lastModifiedBy: '',
    styles: STYLES,
    footnotes: notes,
    evenAndOddHeaderAndFooters: true,
    sections: [{ properties: PAGE, footers: pageNumbers(), children: blocks }],
  });
  const entries = unzipSync(await Packer.toBuffer(file));
  const core = strFromU8(entries[CORE] ?? new Uint8Array());
  entries[CORE] = strToU8(core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${day}T00:00:00Z`));
  entries['word/fontTable.xml'] = strToU8(FONT_TABLE);
  // The archive keeps local time: a date made of its parts is the same everywhere.
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 9 });
}
