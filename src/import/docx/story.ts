/**
 * Walks one story of a document: its body, its notes, its comments, a header.
 *
 * In:  the events of the part's XML.
 * Out: `pieces`, one for a body or a header, one for each note or comment, with the lines and tables in their order.
 *
 * The words are those of the accepted text. Everything that is open stands on a stack of its own, so that an element
 * costs the same however deep it is.
 */
import { imageMark, noteMark, unmarked, type Block } from '../document.js';
import { Counter } from './counter.js';
import { Fields } from './fields.js';
import { quote, Quotation, type Findings } from './findings.js';
import type { Images } from './images.js';
import type { Notes, NoteKind } from './notes.js';
import type { Numbering } from './numbering.js';
import { Paragraph } from './paragraph.js';
import { readParagraphProperty, readRunProperty, wholeNumber, type RunProperties } from './properties.js';
import type { Relationships } from './relationships.js';
import type { Styles } from './styles.js';
import { symbol } from './symbols.js';
import { TableCells } from './table-cells.js';
import type { Attributes, Listener } from './xml.js';

export interface Piece {
  attributes: Attributes;
  blocks: Block[];
}

/** What the stories of a document share. `relationships` are those of the part. */
export interface Setting {
  styles: Styles;
  numbering: Numbering;
  findings: Findings;
  relationships: Relationships;
  /** Absent in stories that are only quoted. */
  images?: Images;
  /** Absent in the notes themselves. */
  notes?: Notes;
}

const PIECES = new Set(['w:body', 'w:hdr', 'w:ftr', 'w:footnote', 'w:endnote', 'w:comment']);
const TEXTS = new Set(['w:t', 'w:delText', 'm:t']);
/** Properties as they were before a change; what a reader sees of a Chinese word's pronunciation is the word. */
const SKIPPED = new Set(['w:rt', 'w:sdtPr', 'w:sectPr', ':svgBlip']);
const DELETIONS = new Set(['w:del', 'w:moveFrom']);
const INSERTIONS = new Set(['w:ins', 'w:moveTo']);

/** What a text box interrupts. */
interface Interrupted {
  fields: Fields;
  carried: Paragraph | undefined;
}

interface Run extends RunProperties {
  /** The run around it, by way of a text box, is hidden. */
  isInHidden: boolean;
}

export class Story implements Listener {
  readonly pieces: Piece[] = [];
  readonly #setting: Setting;
  readonly #path: string[] = [];
  /** The depth of the element that is skipped with all that is in it. */
  #skippedAt: number | undefined;
  /** The elements whose content was deleted here, or moved elsewhere. */
  readonly #deletions: { depth: number; isMoved: boolean }[] = [];
  /** For each open `mc:AlternateContent`, whether its content was already found. */
  readonly #alternatives: boolean[] = [];
  #blocks: Block[] = [];
  readonly #paragraphs: Paragraph[] = [];
  /** One whose mark was deleted, and which the next one goes on with. */
  #carried: Paragraph | undefined;
  readonly #runs: Run[] = [];
  #fields = new Fields();
  readonly #interrupted: Interrupted[] = [];
  #boxWords = new Quotation();
  readonly #counter = new Counter();
  /** Lists in text boxes are counted apart from those of the text. */
  readonly #boxCounter = new Counter();
  #tables = 0;
  #cells: TableCells | undefined;
  #words = '';
  #isKept = false;
  #alt = '';

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  open(name: string, attributes: Attributes): void {
    const depth = this.#path.length;
    const parent = this.#path[depth - 1] ?? '';
    const grandparent = this.#path[depth - 2] ?? '';
    this.#path.push(name);
    if (this.#skippedAt !== undefined) return;
    if (this.#isSkipped(name, parent)) this.#skippedAt = depth;
    else if (parent === 'w:pPr' || (parent === 'w:numPr' && grandparent === 'w:pPr'))
      readParagraphProperty(this.#paragraph?.properties ?? {}, name, attributes);
    else if (parent === 'w:rPr') this.#readRun(name, grandparent, attributes);
    else if (parent === 'w:trPr' || parent === 'w:tcPr') this.#readCell(name, parent, depth, attributes);
    else if (DELETIONS.has(name)) this.#delete(depth, name === 'w:moveFrom');
    else if (INSERTIONS.has(name)) this.#setting.findings.inserted += name === 'w:ins' ? 1 : 0;
    else this.#begin(name, parent, attributes);
  }

  close(name: string): void {
    this.#path.pop();
    const depth = this.#path.length;
    if (this.#skippedAt !== undefined) {
      if (this.#skippedAt === depth) this.#skippedAt = undefined;
      return;
    }
    this.#end(name);
    if (this.#deletions.at(-1)?.depth === depth) this.#deletions.pop();
  }

  text(text: string): void {
    if (this.#skippedAt === undefined && TEXTS.has(this.#path.at(-1) ?? '')) this.#words += text;
  }

  get #paragraph(): Paragraph | undefined {
    return this.#paragraphs.at(-1);
  }

  get #isDeleted(): boolean {
    return this.#deletions.length > 0;
  }

  #isSkipped(name: string, parent: string): boolean {
    if (name === 'mc:Choice' || name === 'mc:Fallback') {
      const isFound = this.#alternatives.at(-1) ?? false;
      if (parent === 'mc:AlternateContent') this.#alternatives[this.#alternatives.length - 1] = true;
      return isFound;
    }
    return SKIPPED.has(name) || (name.startsWith('w:') && name.endsWith('Change'));
  }

  #begin(name: string, parent: string, attributes: Attributes): void {
    if (TEXTS.has(name)) {
      this.#words = '';
      this.#isKept = attributes.get('xml:space') === 'preserve';
    } else if (name === 'w:r') this.#runs.push({ isInHidden: this.#isHidden });
    else if (name === 'w:p') this.#beginParagraph();
    else if (name === 'w:tbl') this.#beginTable();
    else if (name === 'w:tr') this.#outermost?.beginRow();
    else if (name === 'w:tc') this.#beginCell();
    else if (name === 'mc:AlternateContent') this.#alternatives.push(false);
    else if (name === 'w:txbxContent') this.#beginBox();
    else if (PIECES.has(name)) this.#beginPiece(attributes);
    else if (name === 'w:fldChar') this.#fields.mark(attributes.get('w:fldCharType'));
    else if (parent === 'w:r') this.#beginRunContent(name, attributes);
    else this.#beginDrawn(name, attributes);
  }

  #beginRunContent(name: string, attributes: Attributes): void {
    if (name === 'w:br') {
      if (['', 'textWrapping'].includes(attributes.get('w:type') ?? '')) this.#say('\n');
    } else if (name === 'w:cr') this.#say('\n');
    else if (name === 'w:tab' || name === 'w:ptab') this.#say(' ');
    else if (name === 'w:noBreakHyphen') this.#say('-');
    else if (name === 'w:sym') this.#say(symbol(attributes.get('w:font') ?? '', attributes.get('w:char') ?? ''));
    else if (name === 'w:footnoteReference') this.#callNote('footnote', attributes);
    else if (name === 'w:endnoteReference') this.#callNote('endnote', attributes);
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.#alt = '';
  }

  #beginDrawn(name: string, attributes: Attributes): void {
    if (name === 'wp:docPr') this.#alt = attributes.get('descr') ?? '';
    else if (name === 'v:shape') this.#alt = attributes.get('alt') ?? this.#alt;
    else if (name === 'a:blip') this.#callImage(attributes.get('r:embed') ?? attributes.get('r:link'));
    else if (name === 'v:imagedata') this.#callImage(attributes.get('r:id') ?? attributes.get('r:href'));
    else if (name === 'v:textpath') this.#sayArt(attributes.get('string') ?? '');
    else if (name === 'w:altChunk' || name === 'w:subDoc') this.#noteEmbedded(attributes.get('r:id'));
  }

  #end(name: string): void {
    if (TEXTS.has(name)) this.#say(this.#isKept ? this.#words.replaceAll(/[\t\r\n]/g, ' ') : trimmed(this.#words));
    else if (name === 'w:r') this.#runs.pop();
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tc') this.#endCell();
    else if (name === 'w:tr') this.#outermost?.endRow(this.#isDeleted);
    else if (name === 'w:tbl') this.#endTable();
    else if (name === 'mc:AlternateContent') this.#alternatives.pop();
    else if (name === 'w:txbxContent') this.#endBox();
    else if (PIECES.has(name)) this.#flush();
  }

  #beginPiece(attributes: Attributes): void {
    this.#blocks = [];
    this.#fields = new Fields();
    this.pieces.push({ attributes, blocks: this.#blocks });
  }

  #beginParagraph(): void {
    const carried = this.#carried;
    this.#carried = undefined;
    if (carried) {
      carried.join();
      this.#paragraphs.push(carried);
      return;
    }
    const paragraph = new Paragraph(this.#isDeleted);
    this.#paragraphs.push(paragraph);
    this.#lines.push(paragraph.line);
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    this.#fields.endParagraph();
    if (paragraph.isJoined) this.#carried = paragraph;
    else this.#closeParagraph(paragraph);
  }

  #closeParagraph(paragraph: Paragraph): void {
    const { styles, numbering } = this.#setting;
    const isInBox = this.#interrupted.length > 0;
    paragraph.close(styles, numbering, isInBox ? this.#boxCounter : this.#counter);
    if (isInBox) this.#boxWords.add(`${paragraph.line.text} `);
    // Thousands of empty paragraphs are no lines.
    if (paragraph.line.text === '' && this.#lines.at(-1) === paragraph.line) this.#lines.pop();
  }

  /** Nothing follows that a joined paragraph could go on with. */
  #flush(): void {
    const carried = this.#carried;
    this.#carried = undefined;
    if (carried) this.#closeParagraph(carried);
  }

  /** Where a paragraph's line goes: into the open cell, or among the blocks. */
  get #lines(): Block[] {
    return this.#cells === undefined ? this.#blocks : this.#cells.lines;
  }

  /** The cells of the outermost table, while nothing of a table within it is open. */
  get #outermost(): TableCells | undefined {
    return this.#tables === 1 ? this.#cells : undefined;
  }

  #beginTable(): void {
    this.#flush();
    this.#tables++;
    if (this.#cells !== undefined) return;
    this.#cells = new TableCells();
    this.#blocks.push(this.#cells.block);
  }

  #endTable(): void {
    this.#tables--;
    if (this.#tables > 0) return;
    const table = this.#cells?.block;
    this.#cells = undefined;
    if (table?.rows.length === 0 && this.#blocks.at(-1) === table) this.#blocks.pop();
  }

  #beginCell(): void {
    this.#outermost?.beginCell();
  }

  #endCell(): void {
    this.#flush();
    const covered = this.#outermost?.endCell(this.#isDeleted) ?? '';
    if (covered !== '') this.#setting.findings.note('covered', quote(covered));
  }

  #readCell(name: string, parent: string, depth: number, attributes: Attributes): void {
    const value = attributes.get('w:val');
    const cells = this.#outermost;
    if (name === 'w:del' || name === 'w:cellDel') {
      // The row or the cell, of which this is a property.
      this.#delete(depth - 2, false);
    } else if (name === 'w:ins' || name === 'w:cellIns') this.#setting.findings.inserted++;
    else if (cells === undefined) return;
    else if (name === 'w:gridBefore' && parent === 'w:trPr') cells.leave(wholeNumber(value) ?? 0);
    else if (name === 'w:gridSpan') cells.span = wholeNumber(value) ?? 1;
    else if (name === 'w:vMerge' || name === 'w:hMerge') cells.isContinued ||= value !== 'restart';
  }

  #beginBox(): void {
    if (this.#interrupted.length === 0) this.#boxWords = new Quotation();
    this.#interrupted.push({ fields: this.#fields, carried: this.#carried });
    this.#fields = new Fields();
    this.#carried = undefined;
  }

  #endBox(): void {
    this.#flush();
    const interrupted = this.#interrupted.pop();
    if (interrupted === undefined) return;
    this.#fields = interrupted.fields;
    this.#carried = interrupted.carried;
    const words = this.#boxWords.words;
    if (this.#interrupted.length === 0 && words !== '') this.#setting.findings.note('box', words);
  }

  #delete(depth: number, isMoved: boolean): void {
    this.#deletions.push({ depth, isMoved: isMoved || (this.#deletions.at(-1)?.isMoved ?? false) });
    if (isMoved) this.#setting.findings.moved++;
    else this.#setting.findings.deleted++;
  }

  /** A property of a run, or of the mark that ends a paragraph. */
  #readRun(name: string, owner: string, attributes: Attributes): void {
    if (owner === 'w:r') {
      const run = this.#runs.at(-1);
      if (run) readRunProperty(run, name, attributes);
      return;
    }
    const paragraph = this.#paragraph;
    if (owner !== 'w:pPr' || paragraph === undefined) return;
    readRunProperty(paragraph.ending, name, attributes);
    if (DELETIONS.has(name)) paragraph.isJoined = true;
    if (name === 'w:del') this.#setting.findings.deleted++;
    if (name === 'w:ins') this.#setting.findings.inserted++;
  }

  get #isHidden(): boolean {
    const run = this.#runs.at(-1);
    if (run === undefined) return false;
    return (
      run.isInHidden || (run.isHidden ?? this.#styleOfRun(run).isHidden ?? this.#styleOfParagraph.isHidden ?? false)
    );
  }

  /** A style of letters within a bold style of paragraphs turns bold off, as Word has it. */
  get #isBold(): boolean {
    const run = this.#runs.at(-1);
    if (run?.isBold !== undefined) return run.isBold;
    const byStyle = run !== undefined && (this.#styleOfRun(run).isBold ?? false);
    return byStyle !== (this.#styleOfParagraph.isBold ?? false);
  }

  #styleOfRun({ style }: Run): { isBold?: boolean; isHidden?: boolean } {
    return style === undefined ? {} : this.#setting.styles.resolveRun(style);
  }

  get #styleOfParagraph(): { isBold?: boolean; isHidden?: boolean } {
    return this.#paragraph?.style(this.#setting.styles) ?? {};
  }

  #say(written: string): void {
    const paragraph = this.#paragraph;
    if (paragraph === undefined || written === '') return;
    const text = unmarked(written);
    const deletion = this.#deletions.at(-1);
    // What was moved stands elsewhere in the text.
    if (deletion) this.#setting.findings.deletedWords.add(deletion.isMoved ? '' : text);
    else if (this.#isHidden) {
      paragraph.hide();
      this.#setting.findings.hiddenWords.add(text);
    } else if (!this.#fields.isInstruction) paragraph.add(text, this.#isBold);
  }

  get #isSilent(): boolean {
    return this.#isDeleted || this.#fields.isInstruction || this.#isHidden;
  }

  #callNote(kind: NoteKind, attributes: Attributes): void {
    if (this.#isSilent) return;
    const number = this.#setting.notes?.number(kind, attributes.get('w:id') ?? '');
    if (number !== undefined) this.#paragraph?.mark(noteMark(number));
  }

  #callImage(id: string | undefined): void {
    const relationship = this.#setting.relationships.get(id ?? '');
    if (relationship === undefined || this.#paragraph === undefined || this.#isSilent) return;
    const number = this.#setting.images?.number(relationship, unmarked(this.#alt));
    if (number !== undefined) this.#paragraph.mark(imageMark(number));
  }

  #sayArt(words: string): void {
    if (words.trim() === '' || this.#isSilent) return;
    if (this.#setting.images === undefined) this.#say(words);
    else this.#setting.findings.note('art', quote(words));
  }

  #noteEmbedded(id: string | undefined): void {
    this.#setting.findings.note('embedded', this.#setting.relationships.get(id ?? '')?.target ?? '');
  }
}

/** White space around words without `xml:space` is the writing program's line breaks. */
function trimmed(words: string): string {
  return words.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').replaceAll(/[\t\r\n]/g, ' ');
}
