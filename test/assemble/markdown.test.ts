import { describe, expect, test } from 'vitest';
import { parseBody } from '../../src/assemble/markdown.js';
import { resolveAddress } from '../../src/assemble/links.js';
import { Places } from '../../src/assemble/outside.js';
import type { Body } from '../../src/model/site.js';

const report = {
  path: '2022',
  file: '2022/report.md',
  entries: [],
} as const;
const places = new Places([], () => undefined, new Map());

function parse(text: string): { body: Body; said: string[] } {
  const { body, diagnostics } = parseBody({
    file: 'a.md',
    text,
    line: 5,
    year: 2022,
    mayMark: true,
    resolve: (url) => resolveAddress(url, '2022/sections/a.md', { ...report, entries: [] }, places),
  });
  return {
    body,
    said: diagnostics.map(
      ({ at, rule, fix }) => `${at.line}:${at.column}-${at.endColumn} ${rule}${fix ? ` ${fix}` : ''}`,
    ),
  };
}

const shape = ({ tree }: Body): string[] => tree.children.map((block) => block.type);
const text = (words: string): string => parse(words).body.text;

describe('what clerks paste and type stays what it was', () => {
  test('a paragraph indented by blanks, as Word leaves it, is a paragraph', () => {
    const { body, said } = parse('    一是健全制度。\n\n　　二是强化宣传。');
    expect(shape(body)).toEqual(['paragraph', 'paragraph']);
    expect(body.text).toBe('一是健全制度。\n二是强化宣传。');
    expect(said).toEqual([]);
  });

  test('a line of dashes under a paragraph does not make it a heading', () => {
    const { body } = parse('均川镇2022年\n---\n报告');
    expect(shape(body)).toEqual(['paragraph', 'thematicBreak', 'paragraph']);
  });

  test('a range written with a tilde is text', () => {
    expect(text('每次5~10人、20~30人，~~不删~~。')).toBe('每次5~10人、20~30人，~~不删~~。');
  });

  test('ordinals that Chinese writes without a blank are text', () => {
    const { body, said } = parse('1.一是健全制度。\n\n2、二是强化宣传。\n\n（1）三是督查。');
    expect(shape(body)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    expect(said).toEqual([]);
  });

  test('words in angle brackets that are no tag stay', () => {
    expect(text('<单位>盖章，C:\\temp')).toBe('<单位>盖章，C:\\temp');
  });

  test('bold next to Chinese marks is bold', () => {
    const { body } = parse('**四是化解矛盾纠纷。**受理案件，**注意：**后文。');
    const [paragraph] = body.tree.children;
    expect(paragraph?.type === 'paragraph' && paragraph.children.map((child) => child.type)).toEqual([
      'strong',
      'text',
      'strong',
      'text',
    ]);
    expect(body.text).toBe('四是化解矛盾纠纷。受理案件，注意：后文。');
  });

  test('a line that breaks next to a Chinese character joins without a blank, another with one', () => {
    expect(text('法治\n宣传\n2022\n年，Open\nData，**强调**\n后文')).toBe('法治宣传2022年，Open Data，强调后文');
  });

  test('half-width marks between Chinese characters become full-width across emphasis, and at the end', () => {
    expect(text('**法治**,宣传(普法)工作,\n\n共发放100份,其中12份.')).toBe(
      '法治，宣传（普法）工作，\n共发放100份，其中12份.',
    );
  });

  test('a bare address ends before Chinese marks, and before the mark that ends a sentence', () => {
    const { body } = parse('见http://www.gov.cn/a_(b)，详见（https://a.gov.cn/x?y=1）。访问http://b.gov.cn/.');
    expect(body.links.map(({ url }) => url)).toEqual([
      'http://www.gov.cn/a_(b)',
      'https://a.gov.cn/x?y=1',
      'http://b.gov.cn/',
    ]);
    expect(parse('见（http://a.gov.cn/).)).').body.links.map(({ url }) => url)).toEqual(['http://a.gov.cn/']);
    expect(body.text).toBe('见http://www.gov.cn/a_(b)，详见（https://a.gov.cn/x?y=1）。访问http://b.gov.cn/.');
  });

  test('an address without a scheme stays text', () => {
    const { body } = parse('请访问www.gov.cn。谢谢');
    expect(body.links).toEqual([]);
    expect(body.text).toBe('请访问www.gov.cn。谢谢');
  });

  test('tables, task lists and footnotes are read', () => {
    const { body, said } = parse(
      '| 活动 | 次数 |\n| :-- | --: |\n| 宣讲 | 12 |\n\n- [x] 已办\n- [ ] 待办\n\n正文[^注]。\n\n[^注]: 脚注。',
    );
    expect(shape(body)).toEqual(['table', 'list', 'paragraph', 'footnoteDefinition']);
    expect(body.text).toBe('活动\t次数\n宣讲\t12\n☑ 已办\n☐ 待办\n正文。\n脚注。');
    expect(said).toEqual([]);
  });
});

describe('what Markdown would drop or change is reported where it stands', () => {
  test.each([
    ['# 标题', ['5:1-5 markdown/heading']],
    ['前文\n#标题', ['6:1-2 markdown/heading-mark']],
    ['　＃ 标题', ['5:2-3 markdown/heading-mark']],
    ['｜活动｜次数｜', ['5:1-2 markdown/table-mark |']],
    ['| 活动 |\n| --- |\n| 宣讲 | 12 |', ['7:6-12 markdown/table-cells']],
    ['面积5*10*3米', ['5:4-8 markdown/emphasis-in-numbers']],
    ['面积2**3**4亩', ['5:4-9 markdown/emphasis-in-numbers']],
    ['按长*宽*高计算', ['5:3-6 markdown/emphasis-in-numbers']],
    ['2022. 年度报告', ['5:1-5 markdown/list-number']],
    ['1. 一\n3. 三', ['6:1-2 markdown/list-number']],
    ['1) 一', ['5:1-2 markdown/list-number']],
    ['签字：\n\n____', ['7:1-5 markdown/rule-line']],
    ['[通知](http://a.gov.cn/ "均政发2号")', ['5:1-31 markdown/link-title']],
    ['[通知][甲]\n\n[甲]: http://a.gov.cn/ "均政发2号"', ['7:1-30 markdown/link-title']],
    ['见![现场](../图片/现场 1.jpg)', ['5:2-23 markdown/link-marks']],
    ['见[名单]（../附件/名单.pdf）', ['5:2-20 markdown/link-marks']],
    ['```均川镇\n内容\n```', ['5:1-4 markdown/code-info']],
    ['正文<!-- 备注', ['5:3-7 markdown/comment-unclosed']],
    ['正文<!-- 备注，正文<!-- events -->', ['5:3-7 markdown/comment-unclosed']],
    ['正文 --> 完', ['5:4-7 markdown/comment-unclosed']],
    ['[注]: 说明', ['5:1-8 markdown/definition-unused']],
    ['正文[^1]。', ['5:3-7 markdown/footnote-undefined']],
    ['正文。\n\n[^1]: 没人用', ['7:1-10 markdown/footnote-unused']],
    ['- 一<!-- events -->', ['5:4-19 marker/misplaced']],
    ['<!-- event -->', ['5:1-15 marker/unknown <!-- events -->']],
    ['<!-- event: drug-day -->', ['5:1-25 marker/unknown <!-- events: drug-day -->']],
    ['<!-- 注：先核对 -->', []],
    ['> '.repeat(30) + '深', ['5:1-2 markdown/too-deep']],
  ])('%j', (words, expected) => {
    expect(parse(words).said).toEqual(expected);
  });

  test.each([
    ['a text longer than anyone writes', '汉'.repeat(100_001), '5:100001-100002'],
    ['remarks that never end', '<!--'.repeat(201), '5:801-802'],
    ['runs of asterisks', '*汉'.repeat(2001), '5:4001-4002'],
  ])('%s is refused at the place where it becomes too much', (_, text, place) => {
    expect(parse(text).said).toEqual([`${place} markdown/too-long`]);
  });

  test('raw HTML is kept for check to refuse, its words too', () => {
    const { body } = parse('<div>\nH<sub>2</sub>O\n</div>\n\n换<br>行');
    expect(body.rawHtml.map(({ value, at }) => `${at.line}:${at.column} ${value}`)).toEqual([
      '5:1 <div>',
      '6:2 <sub>',
      '6:8 </sub>',
      '7:1 </div>',
      '9:2 <br>',
    ]);
    expect(body.text).toContain('H');
  });

  test('a remark is no text, wherever it stands', () => {
    const { body, said } = parse('<!-- 核对 -->正文<!-- 两行\n的备注 -->，完。\n\n<!-- 单独 -->');
    expect(body.text).toBe('正文，完。');
    expect(shape(body)).toEqual(['paragraph']);
    expect(said).toEqual([]);
  });
});

test('the text keeps the numbers and breaks that a reader sees', () => {
  expect(text('1. 第一\n2. 第二\n   - 其中\n\n甲  \n乙')).toBe('1. 第一\n2. 第二\n其中\n甲\n乙');
});

describe('markers', () => {
  test('inside a paragraph a marker stays in it, on a line of its own it stands outside', () => {
    expect(shape(parse('前文，<!-- events -->').body)).toEqual(['paragraph']);
    expect(shape(parse('前文。\n<!-- events -->\n后文。').body)).toEqual(['paragraph', 'marker', 'paragraph']);
    expect(shape(parse('前文。\n\n<!-- events -->\n\n后文。').body)).toEqual(['paragraph', 'marker', 'paragraph']);
  });

  test('several on one line stay together, and a break beside them goes', () => {
    expect(shape(parse('前文<!-- events --><!-- duties -->\n后文').body)).toEqual(['paragraph']);
    const { body } = parse('前文\\\n<!-- events --><!-- duties -->\\\n后文');
    expect(shape(body)).toEqual(['paragraph', 'marker', 'marker', 'paragraph']);
    expect(JSON.stringify(body.tree)).not.toContain('"break"');
  });

  test('at the beginning of a line the words after it are not lost', () => {
    const { body } = parse('<!-- events -->后文。');
    expect(shape(body)).toEqual(['paragraph']);
    expect(body.text).toBe('后文。');
  });
});
