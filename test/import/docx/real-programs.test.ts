/** The real report as files of programs that write Word documents: its lines are those of the text it was made from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { expect, test } from 'vitest';
import { imageMark, noteMark } from '../../../src/import/document.js';
import { readDocx } from '../../../src/import/docx/read-docx.js';
import { ROOT } from '../../support/site.js';
import { countedReport, typedReport, written } from './library-file.js';

const LINES = readFileSync(join(ROOT, 'test/source/junchuan-2022.txt'), 'utf8').trim().split(/\r?\n/);
const AS_LINES = LINES.map((text) => ({ kind: 'line', text }));

test('the report saved by LibreOffice has the lines of its text', () => {
  const file = readFileSync(join(import.meta.dirname, 'junchuan-libreoffice.docx'));
  expect(readDocx(file)).toEqual({
    format: 'docx',
    blocks: AS_LINES,
    notes: [],
    images: [],
    metadata: {},
    dropped: [],
    remarks: [],
  });
});

test('the report with its numbers typed has the lines of its text', async () => {
  const file = await typedReport(LINES);
  expect(readDocx(file)).toMatchObject({ blocks: AS_LINES, remarks: [] });
});

test('the report with its numbers counted has the same lines', async () => {
  const file = await countedReport(LINES);
  expect(readDocx(file)).toMatchObject({ blocks: AS_LINES, remarks: [] });
});

test('what a library writes around the text is read as it is meant', async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const children = [
    new Paragraph({
      text: '均川镇2022年度法治政府建设年度报告',
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
    }),
    new Paragraph({ text: '主要举措', heading: HeadingLevel.HEADING_1, numbering: { reference: 'report', level: 0 } }),
    new Paragraph({
      children: [
        new TextRun({ text: '发放资料', bold: true }),
        new DeletedTextRun({ text: '500', id: 1, author: '甲', date: '2022-12-01T00:00:00Z' }),
        new InsertedTextRun({ text: '8000', bold: true, id: 2, author: '甲', date: '2022-12-01T00:00:00Z' }),
        new TextRun({ text: '份', bold: true }),
        new FootnoteReferenceRun(1),
        new ImageRun({
          type: 'png',
          data: png,
          transformation: { width: 9, height: 9 },
          altText: { name: 'a', title: 'a', description: '现场' },
        }),
        new CommentRangeStart(0),
        new CommentRangeEnd(0),
        new TextRun({ children: [new CommentReference(0)] }),
      ],
    }),
    new Table({
      rows: [
        new TableRow({ children: [new TableCell({ columnSpan: 2, children: [new Paragraph('事项')] })] }),
        new TableRow({
          children: [
            new TableCell({
              children: [new Paragraph({ text: '普法', numbering: { reference: 'report', level: 0 } })],
            }),
            new TableCell({ children: [new Paragraph('司法所')] }),
          ],
        }),
      ],
    }),
  ];
  const file = await written(children, {
    title: '模板',
    creator: '乙',
    footnotes: { 1: { children: [new Paragraph('据司法所统计。')] } },
    comments: { children: [{ id: 0, author: '乙', date: new Date(0), children: [new Paragraph('请核实。')] }] },
  });
  const { images, ...document } = readDocx(file);
  expect(document).toEqual({
    format: 'docx',
    blocks: [
      { kind: 'line', text: '均川镇2022年度法治政府建设年度报告', isCentred: true },
      { kind: 'line', text: '一、主要举措', heading: 1 },
      { kind: 'line', text: `发放资料8000份${noteMark(0)}${imageMark(0)}`, isBold: true },
      {
        kind: 'table',
        rows: [
          ['事项', ''],
          ['二、普法', '司法所'],
        ],
      },
    ],
    notes: ['据司法所统计。'],
    metadata: {},
    dropped: [],
    remarks: [
      {
        message: {
          zh: '文档带有未处理的修订（插入 1 处、删除 1 处），已按全部接受导入，请核对。',
          en: 'The document has tracked changes (1 insertions, 1 deletions); it was imported with all of them accepted. Check them.',
        },
        quotation: '500',
      },
      {
        message: { zh: '批注不属于正文，没有导入。', en: 'A comment is no part of the text and was left out.' },
        quotation: '请核实。',
      },
    ],
  });
  expect(images.map(({ bytes, alt }) => ({ bytes, alt }))).toEqual([{ bytes: png, alt: '现场' }]);
});
