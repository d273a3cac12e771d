/** Files that are no Word document, broken ones, and ones made to do harm. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../../src/diagnostics/environment-error.js';
import { readDocx } from '../../../src/import/docx/read-docx.js';
import { NAMESPACES, paragraph, partsOf, wordFile, zipped } from './word-file.js';

const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const SAVE_AS_ZH = '请用 Word 或 WPS 打开，选“另存为”，保存类型选“Word 文档（*.docx）”，再导入另存的文件。';
const SAVE_AS_EN =
  'Open it in Word or WPS, choose “Save as” and the type “Word document (*.docx)”, then import that file.';

/** What is said of a file that cannot be read, in both languages. */
function refusal(bytes: Uint8Array): [zh: string, en: string] {
  try {
    readDocx(bytes);
  } catch (error) {
    if (error instanceof EnvironmentError) return [error.words.zh, error.words.en];
    throw error;
  }
  return ['', ''];
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function ole(stream: string): Uint8Array {
  return Buffer.concat([OLE, new Uint8Array(600), Buffer.from(stream, 'utf16le'), new Uint8Array(600)]);
}

function damaged(part: string): [string, string] {
  return [
    `文件似乎已损坏，无法读取（其中的“${part}”）。请重新下载或复制；若 Word 或 WPS 能打开，请用它另存为 .docx 后再导入。`,
    `The file seems damaged and cannot be read (its “${part}”). Download or copy it again; if Word or WPS can open it, save it as .docx from there and import that file.`,
  ];
}

const DAMAGED = damaged('').map((words) => words.replace(/（其中的“”）| \(its “”\)/, ''));

/** Changes four bytes of the list of entries, for the entry of this name. */
function withListed(file: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const changed = Buffer.from(file);
  changed.writeUInt32LE(value, changed.lastIndexOf(name) - 46 + offset);
  return changed;
}

describe('a file that is no Word document is named for what it is', () => {
  test.each([
    [
      '旧版 Word（.doc）或 WPS 文字（.wps）文件',
      'a file of an older Word (.doc) or of WPS Writer (.wps)',
      ole('WordDocument'),
    ],
    [' RTF 文件', 'an RTF file', text('{\\rtf1\\ansi 报告}')],
    ['网页（HTML）文件', 'a web page (HTML)', text('\ufeff\n<!DOCTYPE html><html><body>报告</body></html>')],
    ['网页（HTML）文件', 'a web page (HTML)', text('MIME-Version: 1.0\r\nContent-Type: multipart/related')],
    [' Word 的 XML 文件', 'a Word XML file', text('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>')],
    [
      ' OpenDocument 文件（.odt）',
      'an OpenDocument file (.odt)',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
    ],
  ])('%s', (zh, en, bytes) => {
    expect(refusal(bytes)).toEqual([
      `这其实是${zh}，不是 .docx，改文件名并不会改变格式。${SAVE_AS_ZH}`,
      `This is in fact ${en}, not a .docx; renaming a file does not change its format. ${SAVE_AS_EN}`,
    ]);
  });

  test.each([
    [' PDF 文件', 'a PDF file', text('%PDF-1.7')],
    [
      ' Excel 工作簿（.xlsx）',
      'an Excel workbook (.xlsx)',
      zipped({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': '<a/>' }),
    ],
    [' Excel 工作簿（.xls）', 'an Excel workbook (.xls)', ole('Workbook')],
    ['演示文稿（.pptx）', 'a presentation (.pptx)', zipped({ 'ppt/presentation.xml': '<a/>' })],
    [' OFD 版式文件', 'an OFD file', zipped({ 'OFD.xml': '<a/>' })],
  ])('%s', (zh, en, bytes) => {
    expect(refusal(bytes)).toEqual([
      `这其实是${zh}，不是 Word 文档。请导入报告的 .docx 文件。`,
      `This is in fact ${en}, not a Word document. Import the report's .docx file.`,
    ]);
  });

  test.each([
    ['words', text('一年来，均川镇党委政府')],
    ['a few bytes', Uint8Array.of(1, 2, 3)],
    ['an archive of something else', zipped({ 'a.txt': '甲' })],
    ['zeros', new Uint8Array(100)],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toEqual([
      `这不是 Word 文档（.docx），也认不出是什么文件。${SAVE_AS_ZH}`,
      `This is not a Word document (.docx), nor any file that is known here. ${SAVE_AS_EN}`,
    ]);
  });

  test('an empty file', () => {
    expect(refusal(new Uint8Array(0))).toEqual([
      '文件是空的，里面什么也没有。请检查是否下载或复制完整。',
      'The file is empty. Check that it was downloaded or copied as a whole.',
    ]);
  });

  test('a file with a password, of Word or of a packing program', () => {
    const words = [
      '文件有密码，无法读取。请用 Word 或 WPS 打开，取消密码后另存为 .docx，再导入。',
      'The file is protected by a password and cannot be read. Open it in Word or WPS, remove the password, save it as .docx, then import that file.',
    ];
    expect(refusal(ole('EncryptedPackage'))).toEqual(words);
    expect(refusal(withListed(wordFile({ body: '' }), 'word/document.xml', 8, 1))).toEqual(words);
  });
});

describe('a broken file', () => {
  const whole = wordFile({ body: paragraph('甲') });

  test('cut off anywhere is said to be damaged', () => {
    const lengths = Array.from({ length: 40 }, (_, index) => 4 + Math.floor((index * (whole.length - 5)) / 40));
    expect(lengths.map((length) => refusal(whole.subarray(0, length)))).toEqual(lengths.map(() => DAMAGED));
  });

  test('with a changed byte in its text is said to be damaged', () => {
    const changed = Buffer.from(zipped({ ...partsOf({ body: paragraph('甲'.repeat(50)) }) }));
    const at = changed.indexOf('word/document.xml') + 'word/document.xml'.length + 60;
    changed.writeUInt8(changed.readUInt8(at) ^ 0xff, at);
    expect(refusal(changed)).toEqual(damaged('word/document.xml'));
  });

  test.each([
    ['elements that do not close', '<w:body><w:p></w:body>'],
    ['an entity nobody declared', '<w:body>&x;</w:body>'],
    ['an end that is missing', '<w:body>'],
  ])('whose XML has %s names the part', (_, inner) => {
    const xml = `<w:document ${NAMESPACES}>${inner}</w:document>`;
    expect(refusal(zipped({ ...partsOf({ body: '' }), 'word/document.xml': xml }))).toEqual(
      damaged('word/document.xml'),
    );
  });

  test('whose other parts are broken names them', () => {
    const file = wordFile({ body: paragraph('甲'), styles: '<w:style>', parts: {} });
    expect(refusal(file)).toEqual(damaged('word/styles.xml'));
  });

  test('whose bytes are no UTF-8 names the part', () => {
    const xml = Buffer.from(`<w:document ${NAMESPACES}><w:body>${paragraph('\u00e9')}</w:body></w:document>`, 'latin1');
    expect(refusal(zipped({ ...partsOf({ body: '' }), 'word/document.xml': xml }))).toEqual(
      damaged('word/document.xml'),
    );
  });

  test('without its text names what is missing', () => {
    const { 'word/document.xml': _, ...parts } = partsOf({ body: '' });
    expect(refusal(zipped(parts))).toEqual(damaged('word/document.xml'));
  });
});

describe('a file made to do harm', () => {
  const TOO_LARGE = [
    `文件解压后超过 64 MB，不像是正常的报告，没有读取。${SAVE_AS_ZH}`,
    `Unpacked, the file is larger than 64 MB, as no report is, and was not read. ${SAVE_AS_EN}`,
  ];

  test('of 200 MB is refused by its length', () => {
    expect(refusal(new Uint8Array(200 * 1024 * 1024))).toEqual([
      '文件有 200 MB，超过了 64 MB，没有读取。请删去或压缩其中的图片后再导入。',
      'The file has 200 MB, more than 64 MB, and was not read. Remove or compress its images, then import it again.',
    ]);
  });

  test('that says it unpacks to more than a report can be is refused', () => {
    const bomb = withListed(wordFile({ body: '' }), 'word/document.xml', 24, 65 * 1024 * 1024);
    expect(refusal(bomb)).toEqual(TOO_LARGE);
  });

  test('that unpacks to more than it says is stopped there', () => {
    const bomb = zipped({ ...partsOf({ body: '' }), 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(refusal(withListed(bomb, 'word/document.xml', 24, 1000))).toEqual(damaged('word/document.xml'));
    const [size] = [deflateRawSync(new Uint8Array(1000)).length];
    expect(refusal(withListed(bomb, 'word/document.xml', 20, size))).toEqual(TOO_LARGE);
  });

  test('whose images together are too large is refused, and parts that nothing asks for are not unpacked', () => {
    const large = new Uint8Array(33 * 1024 * 1024);
    const blip = (id: string): string => `<w:p><w:r><w:drawing><a:blip r:embed="${id}"/></w:drawing></w:r></w:p>`;
    const relationships = { rIdA: ['image', 'a.png'], rIdB: ['image', 'b.png'] } as const;
    const parts = { 'word/a.png': large, 'word/b.png': large };
    expect(refusal(wordFile({ body: blip('rIdA') + blip('rIdB'), relationships, parts }))).toEqual(TOO_LARGE);
    expect(readDocx(wordFile({ body: paragraph('甲'), relationships, parts })).blocks).toEqual([
      { kind: 'line', text: '甲' },
    ]);
  });

  test.each([
    ['an entity of another file', '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['entities within entities', '<!DOCTYPE w:document [<!ENTITY a "甲"><!ENTITY b "&a;&a;">]>'],
    ['a definition on the network', '<!DOCTYPE w:document SYSTEM "http://192.0.2.1/a.dtd">'],
  ])('with %s is refused', (_, doctype) => {
    const parts = partsOf({ body: paragraph('甲') });
    const xml = String(parts['word/document.xml']).replace('?>', `?>${doctype}`);
    expect(refusal(zipped({ ...parts, 'word/document.xml': xml }))).toEqual([
      `文件中的“word/document.xml”带有 DOCTYPE 声明，可能会引用外部文件，没有读取。${SAVE_AS_ZH}`,
      `“word/document.xml” in the file declares a DOCTYPE, which could call for other files; it was not read. ${SAVE_AS_EN}`,
    ]);
  });

  test('with names that lead out of the archive is read as if they were not there', () => {
    const file = wordFile({
      body: paragraph('甲'),
      relationships: { rId9: ['styles', '../../../x.xml'] },
      parts: { '../../x.xml': '坏', '/etc/passwd': '坏', 'C:\\x': '坏' },
    });
    expect(readDocx(file)).toMatchObject({ blocks: [{ kind: 'line', text: '甲' }], remarks: [] });
  });

  test('with macros and a template elsewhere is read, and both are named', () => {
    const file = wordFile({
      body: paragraph('甲'),
      settings: '<w:attachedTemplate r:id="rId1"/>',
      settingsRelationships: { rId1: ['attachedTemplate', 'http://192.0.2.1/a.dotm', 'External'] },
      parts: { 'word/vbaProject.bin': Uint8Array.of(1) },
    });
    const { blocks, remarks } = readDocx(file);
    expect(blocks).toEqual([{ kind: 'line', text: '甲' }]);
    expect(remarks).toEqual([
      {
        message: {
          zh: '文档引用了外部模板，没有读取。',
          en: 'The document refers to a template outside, which was not read.',
        },
        quotation: 'http://192.0.2.1/a.dotm',
      },
      {
        message: {
          zh: '文档里有宏，没有运行，也没有导入。',
          en: 'The document has macros; they were neither run nor imported.',
        },
        quotation: 'word/vbaProject.bin',
      },
    ]);
  });

  test('whose text, styles or notes are said to be elsewhere is not followed there', () => {
    const relationships = {
      rId8: ['styles', 'http://192.0.2.1/styles.xml', 'External'],
      rId9: ['header', 'http://192.0.2.1/header.xml', 'External'],
    } as const;
    expect(readDocx(wordFile({ body: paragraph('甲'), relationships }))).toMatchObject({
      blocks: [{ kind: 'line', text: '甲' }],
      remarks: [],
    });
  });

  const DEEP = 100_000;

  test('with 100000 tables in one another is one cell', () => {
    const open = '<w:tbl><w:tr><w:tc>'.repeat(DEEP);
    const close = '</w:tc></w:tr></w:tbl>'.repeat(DEEP);
    expect(readDocx(wordFile({ body: `${open}${paragraph('甲')}${close}` })).blocks).toEqual([
      { kind: 'table', rows: [['甲']] },
    ]);
  });

  test('with 100000 text boxes in one another, each with a word, is as many lines', () => {
    const open = '<w:p><w:r><w:t>甲</w:t><w:pict><w:txbxContent>'.repeat(DEEP);
    const close = '</w:txbxContent></w:pict></w:r></w:p>'.repeat(DEEP);
    const { blocks } = readDocx(wordFile({ body: `${open}${close}` }));
    expect(blocks).toHaveLength(DEEP);
    expect(blocks.every((block) => block.kind === 'line' && block.text === '甲')).toBe(true);
  });

  test('with 100000 deletions and namespaces in one another is read', () => {
    const open = `<w:ins xmlns:x="${'x'.repeat(10)}"><w:del><w:r><w:delText>甲</w:delText></w:r>`.repeat(DEEP);
    const { blocks, remarks } = readDocx(
      wordFile({ body: `<w:p>${open}${'</w:del></w:ins>'.repeat(DEEP)}</w:p>${paragraph('乙')}` }),
    );
    expect(blocks).toEqual([{ kind: 'line', text: '乙' }]);
    expect(remarks.map(({ quotation }) => quotation)).toEqual([`${'甲'.repeat(120)}……`]);
  });

  test('with 100000 styles based on one another is read', () => {
    const styles = Array.from(
      { length: DEEP },
      (_, index) => `<w:style w:styleId="s${index}"><w:basedOn w:val="s${index + 1}"/></w:style>`,
    ).join('');
    const body = Array.from({ length: 1000 }, (_, index) => paragraph('甲', `<w:pStyle w:val="s${index}"/>`)).join('');
    expect(readDocx(wordFile({ body, styles })).blocks).toHaveLength(1000);
  });

  test('with cells a million columns wide has as many as Word allows, and a table beyond all measure is refused', () => {
    const row =
      '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>';
    expect(readDocx(wordFile({ body: `<w:tbl>${row}</w:tbl>` })).blocks).toEqual([
      { kind: 'table', rows: [['甲', ...Array.from({ length: 62 }, () => '')]] },
    ]);
    expect(refusal(wordFile({ body: `<w:tbl>${row.repeat(4000)}</w:tbl>` }))).toEqual([
      '文件中的表格超过 200000 个单元格，不像是正常的报告，没有读取。请把表格移出后再导入。',
      'The tables of the file have more than 200000 cells, as no report has; it was not read. Move the tables elsewhere, then import it again.',
    ]);
  });

  test('with numbers and patterns beyond all measure has them as far as Word goes', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="${'%1'.repeat(10_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const body = paragraph('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    expect(readDocx(wordFile({ body, numbering })).blocks).toEqual([
      { kind: 'line', text: `${'999999999'.repeat(127)}%甲` },
    ]);
  });
});
