/** Tables, notes, images, and what Word puts around the text or keeps beside it. */
import { describe, expect, test } from 'vitest';
import { imageMark, noteMark } from '../../../src/import/document.js';
import { readDocx } from '../../../src/import/docx/read-docx.js';
import { paragraph, wordFile } from './word-file.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1);
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);

function word(text: string): string {
  return `<w:r><w:t>${text}</w:t></w:r>`;
}

describe('tables', () => {
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const cell = (content: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content || '<w:p/>'}</w:tc>`;

  test('are rows of cells, a wide cell with empty ones after it, a tall one with empty ones below', () => {
    const body = `${paragraph('责任清单')}<w:tbl>${row(cell(paragraph('事项'), '<w:gridSpan w:val="2"/>'), cell(paragraph('单位')))}
      ${row(cell(paragraph('普法'), '<w:vMerge w:val="restart"/>'), cell(paragraph('宪法') + paragraph('民法典')), cell(paragraph('司法所')))}
      ${row(cell('', '<w:vMerge/>'), cell(paragraph('禁毒')), cell(''))}
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(paragraph('其他'))}${cell('')}</w:tr></w:tbl>${paragraph('完')}`;
    expect(readDocx(wordFile({ body })).blocks).toEqual([
      { kind: 'line', text: '责任清单' },
      {
        kind: 'table',
        rows: [
          ['事项', '', '单位'],
          ['普法', '宪法\n民法典', '司法所'],
          ['', '禁毒', ''],
          ['', '其他', ''],
        ],
      },
      { kind: 'line', text: '完' },
    ]);
  });

  test('within a cell are words of that cell', () => {
    const inner = `<w:tbl>${row(cell(paragraph('内一'), '<w:gridSpan w:val="3"/>'), cell(paragraph('内二')))}</w:tbl>`;
    const body = `<w:tbl>${row(cell(paragraph('外') + inner + paragraph('后')), cell(paragraph('右')))}</w:tbl>`;
    expect(readDocx(wordFile({ body })).blocks).toEqual([{ kind: 'table', rows: [['外\n内一\n内二\n后', '右']] }]);
  });

  test('without a word are nothing, and words under a merged cell are quoted', () => {
    const empty = `<w:tbl>${row(cell(''), cell(''))}</w:tbl>`;
    const merged = `<w:tbl>${row(cell(paragraph('上'), '<w:vMerge w:val="restart"/>'))}${row(cell(paragraph('下'), '<w:vMerge w:val="continue"/>'))}</w:tbl>`;
    const { blocks, remarks } = readDocx(wordFile({ body: empty + merged }));
    expect(blocks).toEqual([{ kind: 'table', rows: [['上'], ['']] }]);
    expect(remarks).toEqual([
      {
        message: {
          zh: '合并的单元格下面还有看不见的文字，没有导入。',
          en: 'Under a merged cell there are words that nobody sees; they were left out.',
        },
        quotation: '下',
      },
    ]);
  });

  test('lose rows and cells that were deleted', () => {
    const body = `<w:tbl>${row(cell(paragraph('甲')), cell(paragraph('乙'), '<w:cellDel w:id="1"/>'))}
      <w:tr><w:trPr><w:del w:id="2"/></w:trPr>${cell(paragraph('丙'))}${cell(paragraph('丁'))}</w:tr></w:tbl>`;
    const { blocks, remarks } = readDocx(wordFile({ body }));
    expect(blocks).toEqual([{ kind: 'table', rows: [['甲']] }]);
    expect(remarks.map(({ quotation }) => quotation)).toEqual(['乙丙丁']);
  });
});

test('footnotes and endnotes are numbered in the order of their calls, separators are none', () => {
  const call = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (kind: string, id: number, content: string, type = ''): string =>
    `<w:${kind} w:id="${id}"${type}>${content}</w:${kind}>`;
  const body = `<w:p>${word('甲')}${call('endnote', 1)}${word('乙')}${call('footnote', 2)}${word('丙')}${call('footnote', 9)}${call('endnote', 1)}</w:p>`;
  const footnotes =
    note('footnote', -1, paragraph('——'), ' w:type="separator"') +
    note('footnote', 1, paragraph('没有引用')) +
    note(
      'footnote',
      2,
      `<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> 见附件。</w:t></w:r></w:p>${paragraph('第二段。')}`,
    );
  const endnotes = note('endnote', 1, paragraph('据统计。'));
  const { blocks, notes } = readDocx(wordFile({ body, footnotes, endnotes }));
  expect(blocks).toEqual([{ kind: 'line', text: `甲${noteMark(0)}乙${noteMark(1)}丙${noteMark(0)}` }]);
  expect(notes).toEqual(['据统计。', '见附件。\n第二段。']);
});

describe('images', () => {
  const blip = (attributes: string, descr = ''): string =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="${descr}"/><a:graphic><a:blip ${attributes}/></a:graphic></wp:inline></w:drawing></w:r>`;

  test('are kept where they stand, by the name of the file, with their description', () => {
    const vml = '<w:r><w:pict><v:shape alt="合影"><v:imagedata r:id="rIdB"/></v:shape></w:pict></w:r>';
    const { blocks, images, remarks } = readDocx(
      wordFile({
        body: `<w:p>${word('见图')}${blip('r:embed="rIdA"', '普法现场')}${word('。')}</w:p><w:p>${vml}${blip('r:embed="rIdA"')}${blip('r:embed="rIdC"')}</w:p>`,
        relationships: {
          rIdA: ['image', 'media/image1.png'],
          rIdB: ['image', 'media/照片 1.JPEG'],
          rIdC: ['image', '/word/other/image1.bin'],
        },
        parts: { 'word/media/image1.png': PNG, 'word/media/照片 1.JPEG': JPEG, 'word/other/image1.bin': PNG },
      }),
    );
    expect(blocks).toEqual([
      { kind: 'line', text: `见图${imageMark(0)}。` },
      { kind: 'line', text: `${imageMark(1)}${imageMark(0)}${imageMark(2)}` },
    ]);
    expect(images).toEqual([
      { name: 'image1.png', bytes: PNG, alt: '普法现场' },
      { name: '1.jpeg', bytes: JPEG, alt: '合影' },
      { name: 'image1-2.png', bytes: PNG, alt: '' },
    ]);
    expect(remarks).toEqual([]);
  });

  test('that are links, missing or of a format that no page shows are named and left out', () => {
    const { blocks, images, remarks } = readDocx(
      wordFile({
        body: `<w:p>${word('见图')}${blip('r:link="rIdA"')}${blip('r:embed="rIdB"')}${blip('r:embed="rIdC"')}${blip('r:embed="rIdD"')}</w:p>`,
        relationships: {
          rIdA: ['image', 'http://192.0.2.1/a.png', 'External'],
          rIdB: ['image', 'media/image1.emf'],
          rIdC: ['image', 'media/image2.png'],
          rIdD: ['image', '../../../../etc/passwd'],
        },
        parts: { 'word/media/image1.emf': Uint8Array.of(1, 0, 0, 0) },
      }),
    );
    expect(blocks).toEqual([{ kind: 'line', text: '见图' }]);
    expect(images).toEqual([]);
    expect(remarks.map(({ message, quotation }) => `${message.zh} ${quotation}`)).toEqual([
      '图片是链接的外部文件，没有下载，也没有导入。请把图片插入文档后再导入。 http://192.0.2.1/a.png',
      '图片的格式网页无法显示，没有导入。请另存为 PNG 或 JPG 后再插入。 image1.emf',
      '文件里缺少这张图片，没有导入。 image2.png',
      '文件里缺少这张图片，没有导入。 passwd',
    ]);
  });
});

describe('tracked changes', () => {
  test('are accepted, and what was deleted is quoted', () => {
    const body = `<w:p>${word('发放资料')}<w:del w:id="1"><w:r><w:delText>500</w:delText></w:r></w:del><w:ins w:id="2">${word('8000')}</w:ins>${word('份')}
      <w:moveFrom w:id="3">${word('搬走')}</w:moveFrom></w:p><w:p><w:moveTo w:id="4">${word('搬走')}</w:moveTo></w:p>`;
    const { blocks, remarks } = readDocx(wordFile({ body }));
    expect(blocks).toEqual([
      { kind: 'line', text: '发放资料8000份' },
      { kind: 'line', text: '搬走' },
    ]);
    expect(remarks).toEqual([
      {
        message: {
          zh: '文档带有未处理的修订（插入 1 处、删除 1 处、移动 1 处），已按全部接受导入，请核对。',
          en: 'The document has tracked changes (1 insertions, 1 deletions, 1 moves); it was imported with all of them accepted. Check them.',
        },
        quotation: '500',
      },
    ]);
  });

  test('a paragraph whose end was deleted goes on in the next, whose properties hold', () => {
    const joined = (text: string): string =>
      `<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${word(text)}</w:p>`;
    const table = `<w:tbl><w:tr><w:tc>${joined('格')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr></w:tbl>`;
    const body = `${joined('加强')}${joined('组织')}${paragraph('领导', '<w:outlineLvl w:val="0"/>')}${joined('表前')}${table}${joined('末尾')}`;
    expect(readDocx(wordFile({ body })).blocks).toEqual([
      { kind: 'line', text: '加强组织领导', heading: 1 },
      { kind: 'line', text: '表前', isCentred: true },
      { kind: 'table', rows: [['格', '乙']] },
      { kind: 'line', text: '末尾', isCentred: true },
    ]);
  });

  test('properties as they were before a change are not those of the text', () => {
    const body = paragraph(
      '甲',
      '<w:pPrChange w:id="1"><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>',
      '<w:rPrChange w:id="2"><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>',
    );
    expect(readDocx(wordFile({ body })).blocks).toEqual([{ kind: 'line', text: '甲' }]);
  });
});

test('comments are left out and quoted, twenty at most', () => {
  const comment = (id: number): string =>
    `<w:comment w:id="${id}" w:author="李四">${paragraph(`请核实第${id}处`)}</w:comment>`;
  const body = `<w:p><w:commentRangeStart w:id="1"/>${word('甲')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>`;
  const comments = Array.from({ length: 23 }, (_, index) => comment(index + 1)).join('');
  const { blocks, remarks } = readDocx(wordFile({ body, comments }));
  expect(blocks).toEqual([{ kind: 'line', text: '甲' }]);
  expect(remarks).toHaveLength(21);
  expect(remarks[0]).toEqual({
    message: { zh: '批注不属于正文，没有导入。', en: 'A comment is no part of the text and was left out.' },
    quotation: '请核实第1处',
  });
  expect(remarks.at(-1)).toEqual({
    message: { zh: '此外还有 3 条批注。', en: 'There are 3 more comments.' },
    quotation: '',
  });
});

test('a text box stands after the paragraph it is anchored in, once, and is quoted', () => {
  const box = (tag: string): string =>
    `<${tag}><w:txbxContent>${paragraph('框一')}${paragraph('框二')}</w:txbxContent></${tag}>`;
  const body = `<w:p>${word('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('a:txbx')}</w:drawing></mc:Choice>
    <mc:Fallback><w:pict>${box('v:textbox')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${word('后')}</w:p>${paragraph('下一段')}`;
  const { blocks, remarks } = readDocx(wordFile({ body }));
  expect(blocks).toEqual(['前后', '框一', '框二', '下一段'].map((text) => ({ kind: 'line', text })));
  expect(remarks).toEqual([
    {
      message: {
        zh: '文本框里的文字已放在它所在段落的后面，请核对位置。',
        en: 'The words of a text box were put after the paragraph it belongs to; check the place.',
      },
      quotation: '框一 框二',
    },
  ]);
});

test('headers and footers are quoted when they say more than a page number', () => {
  const header =
    paragraph('均川镇人民政府文件') +
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:tc></w:tr></w:tbl>';
  const footer = paragraph('第1页　共12页 — 1 —');
  const { blocks, remarks } = readDocx(wordFile({ body: paragraph('甲'), header, footer }));
  expect(blocks).toEqual([{ kind: 'line', text: '甲' }]);
  expect(remarks).toEqual([
    {
      message: {
        zh: '页眉或页脚不属于正文，没有导入。',
        en: 'A header or footer is no part of the text and was left out.',
      },
      quotation: '均川镇人民政府文件 内部资料',
    },
  ]);
});

test('lettering drawn as a shape and documents within the document are left out with a word', () => {
  const body = `<w:p>${word('甲')}<w:r><w:pict><v:shape><v:textpath string="征求意见稿"/></v:shape></w:pict></w:r></w:p><w:altChunk r:id="rId9"/>`;
  const { blocks, remarks } = readDocx(
    wordFile({ body, relationships: { rId9: ['aFChunk', 'part.html'] }, parts: { 'word/part.html': '<p>乙</p>' } }),
  );
  expect(blocks).toEqual([{ kind: 'line', text: '甲' }]);
  expect(remarks.map(({ message, quotation }) => `${message.zh} ${quotation}`)).toEqual([
    '艺术字没有导入。如属正文，请改为普通文字。 征求意见稿',
    '文档里嵌入的另一个文件没有导入。请打开后把文字复制到正文。 word/part.html',
  ]);
});
