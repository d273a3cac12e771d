import { expect, test } from 'vitest';
import { readDocx } from '../../../src/import/docx/read-docx.js';
import { NAMESPACES, paragraph, partsOf, wordFile, zipped } from './word-file.js';

function linesOf(body: string, more: Partial<Parameters<typeof wordFile>[0]> = {}): string[] {
  const { blocks } = readDocx(wordFile({ body, ...more }));
  return blocks.map((block) => (block.kind === 'line' ? block.text : JSON.stringify(block.rows)));
}

function run(content: string): string {
  return `<w:p><w:r>${content}</w:r></w:p>`;
}

test('a document of two paragraphs is two lines and nothing else', () => {
  const body =
    paragraph('均川镇2022年度法治政府建设年度报告', '<w:jc w:val="center"/>', '<w:b/>') + paragraph('一年来，');
  expect(readDocx(wordFile({ body }))).toEqual({
    format: 'docx',
    blocks: [
      { kind: 'line', text: '均川镇2022年度法治政府建设年度报告', isBold: true, isCentred: true },
      { kind: 'line', text: '一年来，' },
    ],
    notes: [],
    images: [],
    metadata: {},
    dropped: [],
    remarks: [],
  });
});

test('runs of one paragraph are one line, empty paragraphs are none', () => {
  expect(
    linesOf(
      '<w:p><w:r><w:t>6月</w:t></w:r><w:r><w:t>26日</w:t></w:r></w:p><w:p/><w:p><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p>',
    ),
  ).toEqual(['6月26日']);
});

test.each([
  [
    'a line break stays, one of a page does not',
    '<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:cr/><w:t>丙</w:t>',
    '甲\n乙\n丙',
  ],
  ['a tab is a blank', '<w:t>一、</w:t><w:tab/><w:t>举措</w:t>', '一、 举措'],
  [
    'hyphens: one that holds words together is seen, a soft one is not',
    '<w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C</w:t>',
    'A-BC',
  ],
  [
    'a sign of a symbol font that Unicode has is that sign',
    '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t>',
    '☑≥5',
  ],
  ['a sign that Unicode has not stays what it is', '<w:sym w:font="Wingdings" w:char="F028"/><w:t>5</w:t>', '\uf0285'],
  [
    'blanks around words stay where the file says so',
    '<w:t> 甲 </w:t><w:t xml:space="preserve"> 乙 </w:t><w:t>丙</w:t>',
    '甲 乙 丙',
  ],
  ['blanks of full width and odd characters are left alone', '<w:t>　　⒈　①㈠</w:t>', '　　⒈　①㈠'],
  ['characters that mark notes and images are taken out', '<w:t>甲&#xFDD0;1&#xFDD2;乙</w:t>', '甲1乙'],
  [
    'a word with its pronunciation is the word',
    '<w:ruby><w:rt><w:r><w:t>jūn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>均</w:t></w:r></w:rubyBase></w:ruby>',
    '均',
  ],
  ['words in a CDATA section are words', '<w:t><![CDATA[甲&乙]]></w:t>', '甲&乙'],
])('%s', (_, content, text) => {
  expect(linesOf(run(content))).toEqual([text]);
});

test('words within links, controls, tags and formulas are words of their paragraph', () => {
  const word = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
  const body = `<w:sdt><w:sdtPr><w:alias w:val="正文"/></w:sdtPr><w:sdtContent><w:p>
    <w:hyperlink r:id="rId9">${word('链接')}</w:hyperlink>
    <w:smartTag w:element="chsdate">${word('6月26日')}</w:smartTag>
    <w:sdt><w:sdtContent>${word('控件')}</w:sdtContent></w:sdt>
    <m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt>`;
  expect(linesOf(body)).toEqual(['链接6月26日控件x']);
});

test('of a field its result is text, however fields nest', () => {
  const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const word = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
  const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  const inner = `${mark('begin')}${code('REF a')}${mark('separate')}${word('不要')}${mark('end')}`;
  const body = `<w:p>${word('今年')}${mark('begin')}${code('IF ')}${inner}${mark('separate')}${word('是')}</w:p><w:p>${word('2022')}${mark('end')}<w:fldSimple w:instr="DATE">${word('年')}</w:fldSimple></w:p>`;
  expect(linesOf(body)).toEqual(['今年是', '2022年']);
});

test('a field that is never ended takes nothing of the following paragraphs away', () => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
  expect(linesOf(`<w:p>${begin}</w:p>${paragraph('甲')}`)).toEqual(['甲']);
});

test('of alternatives the first is read, and the fallback only where there is no other', () => {
  const choice = (text: string): string => `<mc:Choice Requires="wps"><w:t>${text}</w:t></mc:Choice>`;
  const fallback = '<mc:Fallback><w:t>旧</w:t></mc:Fallback>';
  const both = `<mc:AlternateContent>${choice('新')}${choice('另')}${fallback}</mc:AlternateContent>`;
  expect(linesOf(run(both))).toEqual(['新']);
  expect(linesOf(run(`<mc:AlternateContent>${fallback}</mc:AlternateContent>`))).toEqual(['旧']);
});

test('hidden words are left out and quoted', () => {
  const styles = '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>';
  const body = `<w:p><w:r><w:t>公开</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>掌握</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Secret"/><w:vanish w:val="0"/></w:rPr><w:t>内容</w:t></w:r></w:p>`;
  const { blocks, remarks } = readDocx(wordFile({ body, styles }));
  expect(blocks).toEqual([{ kind: 'line', text: '公开内容' }]);
  expect(remarks).toEqual([
    { message: { zh: '隐藏的文字没有导入。', en: 'Hidden words were left out.' }, quotation: '内部掌握' },
  ]);
});

test('strict files, and those with prefixes of their own, read the same', () => {
  const parts = partsOf({ body: '' });
  const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:jc x:val="center"/></x:pPr><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>`;
  const rels = String(parts['_rels/.rels']).replace(
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  );
  const { blocks } = readDocx(zipped({ ...parts, 'word/document.xml': strict, '_rels/.rels': rels }));
  expect(blocks).toEqual([{ kind: 'line', text: '甲', isCentred: true }]);
});

test('a part in UTF-16, and one that another name leads to, are read', () => {
  const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document ${NAMESPACES}><w:body>${paragraph('甲')}</w:body></w:document>`;
  const { 'word/document.xml': _, ...parts } = partsOf({ body: '' });
  const rels = String(parts['_rels/.rels']).replace('word/document.xml', '/WORD/Document2.xml');
  const file = zipped({
    ...parts,
    '_rels/.rels': rels,
    'word/document2.xml': Buffer.from(`\ufeff${xml}`, 'utf16le'),
  });
  expect(readDocx(file).blocks).toEqual([{ kind: 'line', text: '甲' }]);
});

test.each([
  ['the English name of a style', '<w:name w:val="heading 2"/>', 2],
  ['the Chinese name of a style', '<w:name w:val="标题 3"/>', 3],
  ['an outline level of a style', '<w:name w:val="公文一级"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>', 1],
  ['a style that another is based on', '<w:name w:val="我的标题"/><w:basedOn w:val="Base"/>', 4],
  [
    'body text by its level',
    '<w:name w:val="正文"/><w:basedOn w:val="Base"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
    undefined,
  ],
  ['a title, which is not a heading', '<w:name w:val="Title"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>', undefined],
  ['a style based on itself', '<w:name w:val="a"/><w:basedOn w:val="S"/>', undefined],
])('the level of a heading is known by %s', (_, style, level) => {
  const styles = `<w:style w:type="paragraph" w:styleId="S">${style}</w:style>
    <w:style w:type="paragraph" w:styleId="Base"><w:name w:val="heading 4"/></w:style>`;
  const { blocks } = readDocx(wordFile({ body: paragraph('主要举措', '<w:pStyle w:val="S"/>'), styles }));
  expect(blocks).toEqual([{ kind: 'line', text: '主要举措', ...(level === undefined ? {} : { heading: level }) }]);
});

test('an outline level of the paragraph itself comes before its style', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>';
  const body = `${paragraph('甲', '<w:pStyle w:val="1"/><w:outlineLvl w:val="2"/>')}${paragraph('乙', '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>')}`;
  expect(readDocx(wordFile({ body, styles })).blocks).toEqual([
    { kind: 'line', text: '甲', heading: 3 },
    { kind: 'line', text: '乙' },
  ]);
});

test('a line is bold when all of its words are, by run or by style', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="Strong" w:default="1"><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Plain"><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Text"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>`;
  const blank = '<w:r><w:rPr><w:b w:val="false"/></w:rPr><w:t xml:space="preserve"> </w:t></w:r>';
  const body = [
    paragraph('按默认样式').replace('</w:p>', `${blank}</w:p>`),
    paragraph('直接取消', '', '<w:b w:val="0"/>'),
    paragraph('两种样式相抵', '', '<w:rStyle w:val="Plain"/>'),
    paragraph('字符样式', '<w:pStyle w:val="Text"/>', '<w:rStyle w:val="Plain"/>'),
    `<w:p><w:pPr><w:pStyle w:val="Text"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>一是</w:t></w:r><w:r><w:t>组织领导</w:t></w:r></w:p>`,
  ].join('');
  expect(readDocx(wordFile({ body, styles })).blocks).toEqual([
    { kind: 'line', text: '按默认样式 ', isBold: true },
    { kind: 'line', text: '直接取消' },
    { kind: 'line', text: '两种样式相抵' },
    { kind: 'line', text: '字符样式', isBold: true, isCentred: true },
    { kind: 'line', text: '一是组织领导', isCentred: true },
  ]);
});

test('who made the file, and its title there, are not taken for facts of the report', () => {
  const core =
    '<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>模板</dc:title><dc:creator>张三</dc:creator></cp:coreProperties>';
  expect(readDocx(wordFile({ body: paragraph('甲'), parts: { 'docProps/core.xml': core } })).metadata).toEqual({});
});
