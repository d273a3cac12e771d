/**
 * Reads a Word document (.docx, of Word, WPS, LibreOffice) into its text.
 *
 * In:  the bytes of the file, whatever it may be.
 * Out: lines and tables as a reader sees them once all changes are accepted, automatic numbers included; what was
 *      decided on the way stands in `remarks`.
 * Errors: `EnvironmentError` for anything that is not a usable .docx.
 * Not here: disk and network. Nothing that the document refers to outside of itself is opened, nothing in it is run.
 */
import { withoutMarks, type Block, type SourceDocument } from '../document.js';
import { Archive } from './archive.js';
import { Findings, quote } from './findings.js';
import { Images } from './images.js';
import { refuseOtherFormats } from './kind-of-file.js';
import { mainPart } from './main-part.js';
import { Notes } from './notes.js';
import { readNumbering } from './numbering.js';
import { ofKind, relationshipsOf, type Relationship } from './relationships.js';
import { Story, type Piece, type Setting } from './story.js';
import { readStyles } from './styles.js';
import { textOf } from './table-cells.js';
import { walkXml } from './xml.js';

export function readDocx(bytes: Uint8Array): SourceDocument {
  refuseOtherFormats(bytes);
  const archive = new Archive(bytes);
  const main = mainPart(archive);
  const relationships = relationshipsOf(archive, main);
  const partOf = (kind: string): string | undefined => ofKind(relationships, kind).find(isInside)?.target;
  const partBytes = (part: string | undefined): Uint8Array | undefined =>
    part === undefined ? undefined : archive.read(part);
  const [styles, numbering] = [partOf('styles'), partOf('numbering')];
  const findings = new Findings();
  const shared = {
    styles: readStyles(partBytes(styles), styles ?? ''),
    numbering: readNumbering(partBytes(numbering), numbering ?? ''),
    findings,
  };
  const images = new Images(archive, findings);

  const notes = new Notes();
  for (const kind of ['footnote', 'endnote'] as const)
    notes.add(kind, readStory(archive, partOf(`${kind}s`), { ...shared, images }));
  const body = readStory(archive, main, { ...shared, images, notes });
  for (const { blocks } of readStory(archive, partOf('comments'), shared)) findings.note('comment', wordsOf(blocks));
  for (const { target } of marginsOf([...relationships.values()]))
    for (const { blocks } of readStory(archive, target, shared)) noteMargin(findings, wordsOf(blocks));
  noteOutside(archive, partOf('settings'), findings);

  return {
    format: 'docx',
    blocks: body.flatMap(({ blocks }) => blocks).filter(hasText),
    notes: notes.texts,
    images: images.kept,
    metadata: {},
    dropped: [],
    remarks: findings.remarks,
  };
}

function readStory(archive: Archive, part: string | undefined, setting: Omit<Setting, 'relationships'>): Piece[] {
  const bytes = part === undefined ? undefined : archive.read(part);
  if (part === undefined || bytes === undefined) return [];
  const story = new Story({ ...setting, relationships: relationshipsOf(archive, part) });
  walkXml(bytes, part, story);
  return story.pieces;
}

function isInside({ isExternal }: Relationship): boolean {
  return !isExternal;
}

function hasText(block: Block): boolean {
  return block.kind === 'line' ? block.text.trim() !== '' : block.rows.some((row) => row.some((cell) => cell !== ''));
}

function wordsOf(blocks: readonly Block[]): string {
  return quote(withoutMarks(textOf(blocks)));
}

function marginsOf(relationships: readonly Relationship[]): Relationship[] {
  const margins = relationships.filter((found) => isInside(found) && ['header', 'footer'].includes(found.kind));
  return margins.toSorted((one, other) => one.target.localeCompare(other.target, 'en', { numeric: true }));
}

/** A page number is no words. */
function noteMargin(findings: Findings, words: string): void {
  if (!/^(?:page|of|[\d\s零〇一二三四五六七八九十百第页共/\-—–－·.,，])*$/iu.test(words))
    findings.note('header', words);
}

function noteOutside(archive: Archive, settings: string | undefined, findings: Findings): void {
  if (settings !== undefined)
    for (const template of ofKind(relationshipsOf(archive, settings), 'attachedTemplate'))
      if (template.isExternal) findings.note('template', template.target);
  const macros = archive.names.find((name) => /(?:^|\/)vbaProject\.bin$/i.test(name));
  if (macros !== undefined) findings.note('macros', macros);
}
