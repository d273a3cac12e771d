/** Finds the part that holds the text, and says what an archive is that has none. */
import type { Archive } from './archive.js';
import { damaged, otherDocument, otherFormat, unknownFormat } from './refusals.js';
import { ofKind, relationshipsOf } from './relationships.js';

const USUAL = 'word/document.xml';

/** Office files that are archives too, by a part that only they have. */
const OTHERS: readonly [part: string, zh: string, en: string][] = [
  ['xl/workbook.xml', ' Excel 工作簿（.xlsx）', 'an Excel workbook (.xlsx)'],
  ['ppt/presentation.xml', '演示文稿（.pptx）', 'a presentation (.pptx)'],
  ['OFD.xml', ' OFD 版式文件', 'an OFD file'],
];

export function mainPart(archive: Archive): string {
  for (const [part, zh, en] of OTHERS) if (archive.has(part)) throw otherDocument({ zh, en });
  if (archive.has('mimetype') && archive.has('content.xml'))
    throw otherFormat({ zh: ' OpenDocument 文件（.odt）', en: 'an OpenDocument file (.odt)' });
  const named = ofKind(relationshipsOf(archive, ''), 'officeDocument').find(({ isExternal }) => !isExternal)?.target;
  const main = [named, USUAL].find((part) => part !== undefined && archive.has(part));
  if (main !== undefined) return main;
  throw archive.has('[Content_Types].xml') ? damaged(named ?? USUAL) : unknownFormat();
}
