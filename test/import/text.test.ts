/** Plain text as clerks have it: from Notepad, from a page, from a PDF. */
import { describe, expect, test } from 'vitest';
import { EnvironmentError } from '../../src/diagnostics/environment-error.js';
import { readPlainText } from '../../src/import/text.js';

function linesOf(text: string): string[] {
  return readPlainText(new TextEncoder().encode(text)).blocks.map((block) => (block.kind === 'line' ? block.text : ''));
}

test('each line is a paragraph; blank lines and indentation mean nothing', () => {
  expect(linesOf('\ufeff　　一、主要做法\r\n\r\n　　开展宣传。\n  二、不足  \n')).toEqual([
    '一、主要做法',
    '开展宣传。',
    '二、不足',
  ]);
});

test('facts at the head are read and taken off, words that look like them stay', () => {
  const document = readPlainText(
    new TextEncoder().encode(
      '索引号：0123/2022-1  发布机构：青石镇人民政府\n发布时间：2022-02-18 09:30\n青石镇工作报告\n时间：2021年全年开展宣传。\n',
    ),
  );
  expect(document.metadata).toEqual({ index: '0123/2022-1', organ: '青石镇人民政府', published: '2022-02-18 09:30' });
  expect(document.blocks.map((block) => (block.kind === 'line' ? block.text : ''))).toEqual([
    '青石镇工作报告',
    '时间：2021年全年开展宣传。',
  ]);
  expect(document.dropped).toHaveLength(2);
});

describe('a text copied from a PDF', () => {
  const BROKEN = [
    '　　2022年，全镇认真贯彻落实上级决策部署，扎实推进依法行政各项工',
    '作，健全完善合法性审查制度，全年审查文件和合同十二件，依法决策的水平',
    '不断提高，现将有关情况报告如下：',
    '一、主要做法',
    '　　一是加强领导，成立由镇党委书记任组长的领导小组，定期研究解决法治',
    '建设中的突出问题。',
    '- 1 -',
    '　　二是开展宣传，结合重要时间节点，组织司法所、派出所深入村组学校开展',
    '宣传十二场。',
  ];

  test('has its lines joined where they broke at the edge of the page, and says how many', () => {
    expect(linesOf(BROKEN.join('\n'))).toEqual([
      '2022年，全镇认真贯彻落实上级决策部署，扎实推进依法行政各项工作，健全完善合法性审查制度，全年审查文件和合同十二件，依法决策的水平不断提高，现将有关情况报告如下：',
      '一、主要做法',
      '一是加强领导，成立由镇党委书记任组长的领导小组，定期研究解决法治建设中的突出问题。',
      '二是开展宣传，结合重要时间节点，组织司法所、派出所深入村组学校开展宣传十二场。',
    ]);
    const { remarks, dropped } = readPlainText(new TextEncoder().encode(BROKEN.join('\n')));
    expect(remarks.map(({ message }) => message.zh)).toEqual(['有 4 行在行末断开、意思没有完，已与下一行接成一段']);
    expect(dropped.map(({ words }) => words)).toEqual(['- 1 -']);
  });

  test('is left alone where nothing shows an edge: short lines are headings', () => {
    expect(linesOf('强化组织保障\n推进依法决策\n严格规范执法\n深化法治宣传')).toHaveLength(4);
  });
});

test('a number alone on its line stays: it may be a figure', () => {
  expect(linesOf('全年调解纠纷\n128\n件')).toEqual(['全年调解纠纷', '128', '件']);
});

test.each([
  ['a picture by the name of a text', Uint8Array.from({ length: 4000 }, (_, index) => (index * 37) % 256)],
  ['more bytes than any report', new Uint8Array(33 * 1024 * 1024)],
])('%s is refused with words', (_, bytes) => {
  expect(() => readPlainText(bytes)).toThrow(EnvironmentError);
});
