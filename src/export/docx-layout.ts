/**
 * How an official document is laid out in Word: GB/T 9704-2012.
 *
 * A4; margins 37, 26, 35 and 28 mm; 22 lines of 28 characters of size 3 (16 pt); the title in size 2 (22 pt), headings
 * by level in 黑体, 楷体 and 仿宋; page numbers of size 4 (14 pt), odd pages right and even pages left.
 *
 * The fonts that the standard names are on the machines of offices and may not be sent along. For machines without one,
 * the table of fonts in the file says which other to take: one that every Office in Chinese has.
 */
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphStyleOptions,
  type ISectionPropertiesOptions,
  type IStylesOptions,
} from 'docx';

/** Half points. */
const [SIZE_2, SIZE_3, SIZE_4] = [44, 32, 28] as const;
/** Twentieths of a point. */
const TWIPS_PER_MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);
/** 225 mm of text in 22 lines; rounded down, since a twip too much would push the last line to the next page. */
export const LINE = Math.floor((225 * TWIPS_PER_MM) / 22);
/** One character of the text. */
export const CHARACTER = (SIZE_3 / 2) * 20;
/**
 * What a character gives up so that 28 of them stand on 156 mm, which is less than 28 times 16 pt. As a space of the
 * characters and not as Word's grid of characters, which LibreOffice and WPS each read in their own way.
 */
const CHARACTER_SPACE = Math.floor((156 * TWIPS_PER_MM) / 28 - CHARACTER);

const SONG = '方正小标宋简体';
const HEI = '黑体';
const KAI = '楷体_GB2312';
const FANGSONG = '仿宋_GB2312';
const LATIN = 'Times New Roman';

const fontOf = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia });
const EXACT_LINE = { line: LINE, lineRule: LineRuleType.EXACT };

/** The styles of headings by level; the words of one that runs in to its paragraph have the style `Heading3Char`. */
export const HEADINGS = ['Heading1', 'Heading2', 'Heading3', 'Heading4'] as const;
export const RUN_IN = ['Heading1Char', 'Heading2Char', 'Heading3Char', 'Heading4Char'] as const;
export const QUOTATION = 'Quotation';
export const CELL = 'Cell';
export const NOTE = 'Note';

const HEADING_RUNS = [
  { font: fontOf(HEI), bold: false },
  { font: fontOf(KAI), bold: false },
  { font: fontOf(FANGSONG), bold: true },
  { font: fontOf(FANGSONG), bold: false },
].map((run) => ({ ...run, size: SIZE_3, color: '000000', italics: false }));

const INDENT = { firstLine: 2 * CHARACTER, firstLineChars: 200 };

const heading = (index: number): Omit<IParagraphStyleOptions, 'id'> => ({
  name: `heading ${index + 1}`,
  basedOn: 'Normal',
  next: 'Normal',
  link: RUN_IN[index] ?? '',
  quickFormat: true,
  run: HEADING_RUNS[index] ?? {},
  paragraph: {
    keepNext: true,
    keepLines: true,
    outlineLevel: index,
    indent: INDENT,
    spacing: { ...EXACT_LINE, before: 0, after: 0 },
  },
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: fontOf(FANGSONG),
        size: SIZE_3,
        characterSpacing: CHARACTER_SPACE,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: { ...EXACT_LINE, before: 0, after: 0 } },
    },
    title: {
      run: { font: fontOf(SONG), size: SIZE_2, bold: false, color: '000000' },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { line: Math.round(1.2 * LINE), lineRule: LineRuleType.EXACT, before: LINE, after: LINE },
      },
    },
    heading1: heading(0),
    heading2: heading(1),
    heading3: heading(2),
    heading4: heading(3),
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: 'Body Text',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, indent: INDENT },
    },
    { id: QUOTATION, name: 'Quote', basedOn: 'Body', run: { font: fontOf(KAI) } },
    {
      id: CELL,
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: SIZE_4 },
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: NOTE,
      name: 'footnote text',
      basedOn: 'Normal',
      run: { size: SIZE_4 },
      paragraph: { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
  characterStyles: RUN_IN.map((id, index) => ({
    id,
    name: `heading ${index + 1} Char`,
    basedOn: 'DefaultParagraphFont',
    link: HEADINGS[index] ?? '',
    run: HEADING_RUNS[index] ?? {},
  })),
};

export const PAGE: ISectionPropertiesOptions = {
  page: {
    size: { width: mm(210), height: mm(297) },
    // The number's line ends where it stands 7 mm below the text.
    margin: {
      top: mm(37),
      right: mm(26),
      bottom: mm(35),
      left: mm(28),
      header: mm(15),
      footer: mm(35 - 7) - SIZE_4 * 12,
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
};

/** — 1 —, one character from the edge. */
function pageNumber(side: 'left' | 'right'): Footer {
  const run = { font: fontOf('宋体'), size: SIZE_4 };
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
        indent: { [side]: SIZE_4 * 10 },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

export function pageNumbers(): { default: Footer; even: Footer } {
  return { default: pageNumber('right'), even: pageNumber('left') };
}

/** `word/fontTable.xml`: what to take for a font that a machine does not have. */
export const FONT_TABLE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  Object.entries({ [SONG]: '华文中宋', [FANGSONG]: '仿宋', [KAI]: '楷体', [HEI]: 'SimHei', 宋体: 'SimSun' })
    .map(([font, other]) => `<w:font w:name="${font}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`)
    .join('') +
  `<w:font w:name="${LATIN}"><w:charset w:val="00"/></w:font></w:fonts>`;
