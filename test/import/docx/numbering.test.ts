import { describe, expect, test } from 'vitest';
import { formatNumber } from '../../../src/import/docx/number-format.js';
import { readDocx } from '../../../src/import/docx/read-docx.js';
import { paragraph, wordFile, type WordFile } from './word-file.js';

/** A level that counts from 1; `more` comes after its format. */
function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

function definition(id: number, ...levels: string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
}

function list(id: number, definition: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;
}

function item(text: string, id: number, index = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${id}"/></w:numPr>`);
}

function linesOf(file: WordFile): string[] {
  return readDocx(wordFile(file)).blocks.map((block) => (block.kind === 'line' ? block.text : ''));
}

const REPORT = definition(
  0,
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCountingThousand', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimal', '%1.%4', '<w:isLgl/>'),
);

test('levels count within one another, and begin again after one above', () => {
  const body = [
    item('主要举措', 1),
    item('组织领导', 1, 1),
    item('2022年印发方案', 1, 2),
    item('召开会议', 1, 2),
    item('普法宣传', 1, 1),
    item('API公开', 1, 2),
    item('存在不足', 1),
    item('力度不够', 1, 1),
    item('其中', 1, 3),
  ].join('');
  expect(linesOf({ body, numbering: REPORT + list(1, 0) })).toEqual([
    '一、主要举措',
    '（一）组织领导',
    '1. 2022年印发方案',
    '2.召开会议',
    '（二）普法宣传',
    '1. API公开',
    '二、存在不足',
    '（一）力度不够',
    '2.1其中',
  ]);
});

test('a level with nothing above it begins the one above too', () => {
  const numbering = definition(0, level(0, 'decimal', '%1'), level(1, 'decimal', '%1.%2')) + list(1, 0);
  expect(linesOf({ body: item('甲', 1, 1) + item('乙', 1, 1) + item('丙', 1), numbering })).toEqual([
    '1.1甲',
    '1.2乙',
    '2丙',
  ]);
});

test('a level may begin again only after a certain one, or never', () => {
  const numbering =
    definition(
      0,
      level(0, 'decimal', '%1、'),
      level(1, 'decimal', '（%2）', '<w:lvlRestart w:val="0"/>'),
      level(2, 'decimal', '%3）', '<w:lvlRestart w:val="1"/>'),
    ) + list(1, 0);
  const body = [
    item('a', 1),
    item('b', 1, 1),
    item('c', 1, 2),
    item('d', 1, 1),
    item('e', 1, 2),
    item('f', 1),
    item('g', 1, 1),
    item('h', 1, 2),
  ].join('');
  expect(linesOf({ body, numbering })).toEqual(['1、a', '（1）b', '1）c', '（2）d', '2）e', '2、f', '（3）g', '1）h']);
});

test('lists of one definition go on, and one that says so begins anew, once', () => {
  const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const numbering = REPORT + list(1, 0) + list(2, 0) + list(3, 0, start);
  const body = [item('甲', 1), item('乙', 2), item('丙', 3), item('丁', 3), item('戊', 1)].join('');
  expect(linesOf({ body, numbering })).toEqual(['一、甲', '二、乙', '一、丙', '二、丁', '三、戊']);
});

test('a list may replace a level of its definition', () => {
  const own = `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircleChinese', '%1')}</w:lvlOverride>`;
  expect(linesOf({ body: item('甲', 2) + item('乙', 2), numbering: REPORT + list(2, 0, own) })).toEqual(['①甲', '②乙']);
});

test('bullets are no text, and list 0 is no list', () => {
  const numbering = definition(0, level(0, 'bullet', '\uf06c')) + list(1, 0);
  expect(linesOf({ body: item('甲', 1) + item('乙', 0) + item('丙', 77), numbering })).toEqual(['甲', '乙', '丙']);
});

test('words without a number are shown too', () => {
  const numbering = definition(0, level(0, 'none', '附件：')) + list(1, 0);
  expect(linesOf({ body: item('责任清单', 1), numbering })).toEqual(['附件：责任清单']);
});

test('an empty paragraph of a list is counted and seen, a hidden or deleted one is neither', () => {
  const at = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const hidden = `<w:p><w:pPr>${at}<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>`;
  const deleted = `<w:p><w:pPr>${at}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`;
  const body = `${item('甲', 1)}<w:p><w:pPr>${at}</w:pPr></w:p>${hidden}${deleted}${item('乙', 1)}`;
  expect(linesOf({ body, numbering: REPORT + list(1, 0) })).toEqual(['一、甲', '二、', '三、乙']);
});

test('a style brings its list, the level by the style that the list names', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>
    <w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr></w:style>`;
  const linked = (index: number, style: string, format: string, text: string): string =>
    level(index, format, text, `<w:pStyle w:val="${style}"/>`);
  const numbering =
    definition(
      0,
      linked(0, '1', 'japaneseCounting', '%1、'),
      linked(1, '2', 'japaneseCounting', '（%2）'),
      level(2, 'decimal', '%3．'),
    ) + list(1, 0);
  const body = [
    paragraph('甲', '<w:pStyle w:val="1"/>'),
    paragraph('乙', '<w:pStyle w:val="2"/>'),
    paragraph('丙', '<w:pStyle w:val="3"/>'),
    paragraph('丁', '<w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    paragraph('戊', '<w:pStyle w:val="2"/>'),
  ].join('');
  expect(readDocx(wordFile({ body, styles, numbering })).blocks).toEqual([
    { kind: 'line', text: '一、甲', heading: 1 },
    { kind: 'line', text: '（一）乙', heading: 2 },
    { kind: 'line', text: '1．丙', heading: 3 },
    { kind: 'line', text: '丁', heading: 2 },
    { kind: 'line', text: '（二）戊', heading: 2 },
  ]);
});

test('a list that refers to a numbering style has the levels of that style', () => {
  const styles =
    '<w:style w:type="numbering" w:styleId="公文"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
  const numbering =
    definition(0, '<w:numStyleLink w:val="公文"/>') +
    definition(1, '<w:styleLink w:val="公文"/>', level(0, 'chineseCounting', '第%1条', '<w:suff w:val="nothing"/>')) +
    list(1, 0) +
    list(2, 1);
  expect(linesOf({ body: item('甲', 1) + item('乙', 2), styles, numbering })).toEqual(['第一条甲', '第二条乙']);
});

test('cells of a table are counted with the text around it, text boxes by themselves', () => {
  const box = `<w:p><w:r><w:t>见框</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${item('框内', 1)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
  const table = `<w:tbl><w:tr><w:tc>${item('乙', 1)}</w:tc></w:tr></w:tbl>`;
  const { blocks } = readDocx(
    wordFile({ body: item('甲', 1) + box + table + item('丙', 1), numbering: REPORT + list(1, 0) }),
  );
  expect(blocks).toEqual([
    { kind: 'line', text: '一、甲' },
    { kind: 'line', text: '见框' },
    { kind: 'line', text: '一、框内' },
    { kind: 'table', rows: [['二、乙']] },
    { kind: 'line', text: '三、丙' },
  ]);
});

describe('numbers are written as Word writes them', () => {
  test.each([
    ['decimal', '1 10 101'],
    ['decimalZero', '01 10 101'],
    ['decimalFullWidth', '１ １０ １０１'],
    ['decimalEnclosedCircle', '① ⑩ 101'],
    ['decimalEnclosedParen', '⑴ ⑽ 101'],
    ['upperRoman', 'I X CI'],
    ['lowerRoman', 'i x ci'],
    ['upperLetter', 'A J WWWW'],
    ['lowerLetter', 'a j wwww'],
    ['chineseCounting', '一 十 一○一'],
    ['taiwaneseCounting', '一 十 一○一'],
    ['chineseCountingThousand', '一 十 一百零一'],
    ['taiwaneseCountingThousand', '一 十 一百零一'],
    ['japaneseCounting', '一 十 百一'],
    ['ideographDigital', '一 一〇 一〇一'],
    ['chineseLegalSimplified', '壹 壹拾 壹佰零壹'],
    ['ideographLegalTraditional', '壹 壹拾 壹佰零壹'],
    ['ideographTraditional', '甲 癸 101'],
    ['ideographZodiac', '子 酉 101'],
    ['none', '  '],
    ['一种没有的格式', '1 10 101'],
  ])('%s', (format, written) => {
    expect([1, 10, 101].map((number) => formatNumber(number, format)).join(' ')).toBe(written);
  });

  test('in the thousands with their zeros', () => {
    const write = (number: number): string => formatNumber(number, 'chineseCountingThousand');
    expect([11, 20, 21, 99, 100, 110, 1001, 1010, 2022, 9999].map(write)).toEqual([
      '十一',
      '二十',
      '二十一',
      '九十九',
      '一百',
      '一百一十',
      '一千零一',
      '一千零一十',
      '二千零二十二',
      '九千九百九十九',
    ]);
  });

  test('a number no format can write is in digits', () => {
    const formats = [
      'upperRoman',
      'upperLetter',
      'chineseCountingThousand',
      'chineseLegalSimplified',
      'ideographTraditional',
    ];
    expect(formats.map((format) => formatNumber(999_999_999, format))).toEqual(formats.map(() => '999999999'));
  });
});
