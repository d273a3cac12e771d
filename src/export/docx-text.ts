/**
 * The text of a report as paragraphs and tables of Word.
 *
 * Numbers of headings and lists are typed: they are words of the report, and automatic ones are lost by half of the
 * programs that open the file. Headings have Word's own styles, so that its outline shows them; of one that runs in to
 * its paragraph, the words have the style. A link is its words, as on paper; an image is named.
 */
import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { List, PhrasingContent, RootContent, Table as TableNode } from 'mdast';
import type { DocumentSection, ReportDocument } from '../model/document.js';
import { CELL, CHARACTER, HEADINGS, LINE, NOTE, QUOTATION, RUN_IN } from './docx-layout.js';

type Block = Paragraph | Table;
type Run = TextRun | FootnoteReferenceRun;
/** What the blocks around a block ask of it. */
interface Setting {
  style: string;
  /** Characters from the left. */
  indent: number;
}

const BODY: Setting = { style: 'Body', indent: 0 };
/** Word asks for the East Asian font where a sign, such as “, could be of either kind. */
const HINT = { font: { hint: 'eastAsia' } };

export interface DocxText {
  blocks: Block[];
  /** By number. */
  notes: Record<string, { children: Paragraph[] }>;
}

export function textOf({ title, lead, sections, signature }: ReportDocument): DocxText {
  const writer = new Writer();
  const blocks = [
    new Paragraph({ style: 'Title', children: [words(title)] }),
    ...writer.blocks(lead.blocks, BODY),
    ...sections.flatMap((section) => writer.section(section)),
    ...signed(signature),
  ];
  const notes = [lead, ...sections].flatMap((one) => one.notes);
  return {
    blocks,
    notes: Object.fromEntries(
      notes.map(({ number, blocks: text }) => [
        number,
        { children: writer.blocks(text, { style: NOTE, indent: 0 }).filter((one) => one instanceof Paragraph) },
      ]),
    ),
  };
}

/** The date four characters from the right, the organ centred above it. */
function signed({ organ, date }: ReportDocument['signature']): Paragraph[] {
  const dateWidth = widthOf(date ?? '');
  const organIndent = date === undefined ? 4 : Math.max(0, 4 + (dateWidth - widthOf(organ)) / 2);
  const line = (text: string, indent: number, more: IParagraphOptions): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(indent * CHARACTER) },
      children: [words(text)],
      ...more,
    });
  return [
    ...(organ === '' ? [] : [line(organ, organIndent, { spacing: { before: LINE }, keepNext: date !== undefined })]),
    ...(date === undefined ? [] : [line(date, 4, {})]),
  ];
}

/** In characters: a digit is half of one. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[ -~]/.test(character) ? 0.5 : 1), 0);
}

function words(text: string, style: IRunOptions = {}): TextRun {
  return new TextRun({ ...HINT, ...style, text });
}

class Writer {
  readonly #called = new Set<string>();

  section({ level, number, title, runIn, blocks }: DocumentSection): Block[] {
    const index = Math.min(level, HEADINGS.length) - 1;
    const heading = number + title;
    return [
      runIn
        ? new Paragraph({
            style: BODY.style,
            children: [words(heading, { style: RUN_IN[index] ?? '' }), ...this.#runs(runIn)],
          })
        : new Paragraph({ style: HEADINGS[index] ?? '', children: [words(heading)] }),
      ...this.blocks(blocks, BODY),
    ];
  }

  blocks(nodes: readonly RootContent[], setting: Setting): Block[] {
    return nodes.flatMap((node): Block[] => {
      switch (node.type) {
        case 'paragraph':
        case 'heading':
          return [this.#paragraph(this.#runs(node.children), setting)];
        case 'list':
          return this.#list(node, setting);
        case 'blockquote':
          return this.blocks(node.children, { style: QUOTATION, indent: setting.indent + 2 });
        case 'code':
          return node.value.split('\n').map((line) => this.#paragraph([words(line)], setting));
        case 'table':
          return [this.#table(node)];
        default:
          return [this.#paragraph(this.#runs([node as PhrasingContent]), setting)];
      }
    });
  }

  #paragraph(children: Run[], { style, indent }: Setting): Paragraph {
    return new Paragraph({ style, children, ...(indent > 0 && { indent: { left: indent * CHARACTER } }) });
  }

  #list({ ordered, start, children }: List, setting: Setting): Block[] {
    return children.flatMap(({ checked, children: blocks }, index) => {
      const box = typeof checked === 'boolean' ? (checked ? '☑' : '☐') : undefined;
      const mark = box ?? (ordered === true ? `${(start ?? 1) + index}.` : '·');
      const [first, ...rest] = blocks;
      const isText = first?.type === 'paragraph';
      return [
        this.#paragraph([words(mark), ...(isText ? this.#runs(first.children) : [])], setting),
        ...this.blocks(isText ? rest : blocks, { ...setting, indent: setting.indent + 2 }),
      ];
    });
  }

  #table({ children, align }: TableNode): Table {
    const columns = children[0]?.children.length ?? 0;
    const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
      rows: children.map(
        (row, rowIndex) =>
          new TableRow({
            tableHeader: rowIndex === 0,
            cantSplit: true,
            children: Array.from(
              { length: columns },
              (_, index) =>
                new TableCell({
                  children: [
                    new Paragraph({
                      style: CELL,
                      alignment: align?.[index] ?? AlignmentType.LEFT,
                      children: this.#runs(row.children[index]?.children ?? [], rowIndex === 0 ? { bold: true } : {}),
                    }),
                  ],
                }),
            ),
          }),
      ),
    });
  }

  #runs(nodes: readonly PhrasingContent[], style: IRunOptions = {}): Run[] {
    return nodes.flatMap((node): Run[] => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return [words(node.value, style)];
        case 'strong':
          return this.#runs(node.children, { ...style, bold: true });
        case 'emphasis':
          // Chinese is not set in italics: a dot under each character is its emphasis.
          return this.#runs(node.children, { ...style, emphasisMark: { type: 'dot' } });
        case 'break':
          return [new TextRun({ break: 1 })];
        case 'image':
          return node.alt === '' || !node.alt ? [] : [words(`（图：${node.alt}）`, style)];
        case 'footnoteReference':
          return [this.#reference(node.identifier)];
        default:
          return 'children' in node ? this.#runs(node.children, style) : [];
      }
    });
  }

  /** Word numbers every reference as a note of its own: the second one to a note is its number as words. */
  #reference(number: string): Run {
    if (this.#called.has(number)) return new TextRun({ text: `[${number}]`, superScript: true });
    this.#called.add(number);
    return new FootnoteReferenceRun(Number(number));
  }
}
