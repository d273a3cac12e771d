import { describe, expect, test } from 'vitest';
import { BASE, brief, siteOf } from '../support/content.js';
import type { Files } from '../support/folder.js';

const REPORT = '2022/report.md';
const PROBLEMS = '2022/sections/20-problems.md';
const PLAN = '2022/sections/40-plan.md';
const said = (changes: Files): string[] => brief(siteOf({ ...BASE, ...changes }).diagnostics);
const changed = (path: string, from: string, to: string): Files => ({ [path]: (BASE[path] ?? '').replace(from, to) });
const section = (title: string, part: string, body = '宣传力度不够，原因是人手不足。'): string =>
  `---\ntitle: ${title}\npart: ${part}\n---\n\n${body}\n`;

describe('the cause of shortcomings', () => {
  const WITHOUT = changed('2022/shortcomings/01-publicity.md', '，主要原因是人手不足', '');

  test('is missed at the title of the part', () => {
    expect(said(WITHOUT)).toEqual([
      `${PROBLEMS}:2:8-13 part/cause “存在的不足”只写了不足，没有写原因。年度报告要写“不足和原因”，请补写，例如“主要原因是……”；若原文确实没有，请与撰写单位核实。`,
    ]);
  });

  test('is not told by the title of the part, which only promises it', () => {
    const titled = changed(PROBLEMS, '存在的不足', '存在的不足及原因');
    expect(said({ ...WITHOUT, ...titled }).map((line) => line.split(' ')[1])).toEqual(['part/cause']);
  });

  test.each([
    '一是宣传力度不够，主要是因人手不足，覆盖面不广。',
    '一是受经费限制，宣传力度不够。',
    '一是由于经费紧张，宣传力度不够。',
    '一是思想认识不到位，导致宣传力度不够。',
    '一是宣传力度不够，究其根源，在于人手不足。',
  ])('is told by: %s', (words) => {
    const file = '2022/shortcomings/01-publicity.md';
    expect(said(changed(file, '一是宣传力度不够，主要原因是人手不足。', words))).toEqual([]);
  });

  test('may stand in a section below, or be a key', () => {
    const below = '---\ntitle: 原因分析\nsection: problems\n---\n\n人手不足，经费紧张。\n';
    expect(said({ ...WITHOUT, '2022/sections/21-why.md': below })).toEqual([]);
    const file = '2022/shortcomings/01-publicity.md';
    const key = changed(file, '不够\nsection', '不够\ncause: 宣传力度不够\nsection');
    expect(said({ ...key, [file]: key[file]?.toString().replace('，主要原因是人手不足', '') })).toEqual([]);
  });
});

describe('the title of a part', () => {
  test('may be worded as towns do, in any order', () => {
    const titles: readonly (readonly [string, string])[] = [
      ['主要做法和成效', 'measures'],
      ['2022年法治政府建设工作开展情况', 'measures'],
      ['推进法治政府建设的主要举措和成效', 'measures'],
      ['存在的短板和弱项', 'shortcomings'],
      ['主要困难和薄弱环节', 'shortcomings'],
      ['存在问题及下一步打算', 'shortcomings'],
      ['存在问题及下一步打算', 'plan'],
      ['党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况', 'duties'],
      ['党政主要负责人述法情况', 'duties'],
      ['压实第一责任人职责，加强组织领导', 'measures'],
      ['坚持问题导向，化解突出问题', 'measures'],
      ['解决群众急难愁盼问题的做法', 'measures'],
      ['上一年度问题整改情况', 'other'],
      ['下一年工作计划', 'plan'],
      ['2023年法治政府建设工作思路', 'plan'],
      ['学习贯彻习近平法治思想', 'measures'],
    ];
    for (const [title, part] of titles)
      expect([title, ...said({ '2022/sections/50-more.md': section(title, part) })]).toEqual([title]);
  });

  test('that speaks of another part is doubted at the part', () => {
    expect(said({ '2022/sections/50-more.md': section('下一步工作打算', 'measures') })).toEqual([
      '2022/sections/50-more.md:3:7-15 part/title 标题“下一步工作打算”像是“下一年度主要安排”部分，这里写的却是另一部分。请核对，是否应写 part: plan？',
    ]);
  });

  test('that speaks of two parts is not taken for the missing one', () => {
    const both = {
      [PROBLEMS]: undefined,
      '2022/shortcomings/01-publicity.md': undefined,
      '2022/tasks/01-more-publicity.md': BASE['2022/tasks/01-more-publicity.md']?.replace('addresses: publicity\n', ''),
      ...changed('2022/sections/10-measures.md', '主要举措和成效', '主要举措、成效及存在的问题'),
    };
    expect(said(both)).toEqual([
      `${REPORT}:1:1-1 part/missing 报告缺少“不足和原因”部分。请在 sections 文件夹里写这一章，并注明 part: shortcomings。`,
    ]);
  });

  test('tells which section a missing part may be', () => {
    expect(said(changed(PLAN, 'part: plan', 'part: other'))).toEqual([
      `${PLAN}:3:7-12 part/missing 报告缺少“下一年度主要安排”部分。章节“2023年主要工作安排”看起来就是这一部分，若是，请写 part: plan。`,
    ]);
    expect(said(changed(PLAN, 'part: plan', 'part: measures'))).toEqual([
      `${PLAN}:3:7-15 part/missing 报告缺少“下一年度主要安排”部分。章节“2023年主要工作安排”看起来就是这一部分，若是，请写 part: plan。`,
    ]);
  });
});

test('the year of a plan is marked alone', () => {
  expect(said(changed(PLAN, '2023年主要', '“十四五”期间2024年主要'))).toEqual([
    `${PLAN}:2:15-19 part/next-year 2022 年的报告安排的是下一年度，标题里写的是 2024 年。请核对，是否应为 2023 年？`,
  ]);
  expect(said(changed(PLAN, '2023年主要', '2023—2025年主要'))).toEqual([]);
});

describe('the dates of a report', () => {
  const dates = (adopted: string, published: string): Files =>
    changed(REPORT, 'published: 2023-03-21 09:00', `adopted: ${adopted}\npublished: ${published}`);
  const rules = (files: Files): (string | undefined)[] => said(files).map((line) => line.split(' ')[1]);

  test('stand in their order', () => {
    expect(said(dates('2023年3月22日', '2023-03-21 09:00'))).toEqual([
      `${REPORT}:6:12-28 report/dates 发布日期“2023-03-21”早于成文日期。请核对两个日期。`,
    ]);
    expect(said(dates('2022年6月30日', '2023-01-10 09:00'))).toEqual([
      `${REPORT}:5:10-20 report/dates 成文日期“2022年6月30日”时 2022 年才过去一部分，全年的报告一般在年底以后成文。请核对年份。`,
      `${REPORT}:6:12-28 report/twenty-days 发布日期“2023-01-10”在成文后 194 天，已超过20个工作日。请核对成文日期和发布日期。`,
    ]);
    expect(rules(dates('2023年3月21日', '2023-03-21 09:00'))).toEqual([]);
    expect(rules(dates('2023年3月', '2023-03-21 09:00'))).toEqual([]);
  });

  test('are not judged while folder and year disagree', () => {
    expect(rules(changed(REPORT, 'year: 2022', 'year: 2023'))).toEqual(['report/folder']);
  });

  test('leave forty days for twenty working days and the holidays between', () => {
    expect(rules(dates('2023年2月9日', '2023-03-21 09:00'))).toEqual([]);
    expect(rules(dates('2023年2月8日', '2023-03-21 09:00'))).toEqual(['report/twenty-days']);
  });

  test('that miss 1 April are told so once', () => {
    expect(rules(dates('2023年1月10日', '2023-04-02 09:00'))).toEqual(['report/deadline']);
  });
});
