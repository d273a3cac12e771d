import { describe, expect, test } from 'vitest';
import { BASE, brief, reportOf, siteOf } from '../support/content.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const TASK = '2022/tasks/01-more-publicity.md';
const SHORTCOMING = '2022/shortcomings/01-publicity.md';
const DUTY = '2022/duties/01-study.md';
const changed = (path: string, from: string, to: string): Record<string, string> => ({
  [path]: (BASE[path] ?? '').replace(from, to),
});

test('a reference to an entry of another kind is as wrong as one to nobody', () => {
  const { diagnostics } = siteOf({
    ...BASE,
    ...changed(SHORTCOMING, 'section: problems', 'section: problems\ntasks: 2022-06-26-drug-control-day'),
    ...changed(DUTY, 'status: done', 'status: done\nevidence: more-publicity'),
    ...changed(TASK, 'addresses: publicity', 'addresses: study'),
  });
  expect(diagnostics.map(({ rule, at }) => `${at.file} ${rule}`)).toEqual([
    `${DUTY} evidence/unknown`,
    `${SHORTCOMING} task/unknown`,
    `${TASK} shortcoming/unknown`,
  ]);
});

test('footnotes of one label in two files stay apart, however the files are called', () => {
  const section = (title: string, body: string): string => `---\ntitle: ${title}\nsection: measures\n---\n\n${body}\n`;
  const report = reportOf({
    ...BASE,
    '2022/sections/11-a.md': section('甲', '甲[^b-1]。\n\n[^b-1]: 案件12起。'),
    '2022/sections/12-a-b.md': section('乙', '乙[^1]。\n\n[^1]: 案件99起。'),
  });
  const identifiers = report.sections.flatMap(({ composed }) =>
    composed.children.flatMap((block) => (block.type === 'footnoteDefinition' ? [block.identifier] : [])),
  );
  expect(new Set(identifiers).size).toBe(2);
});

test('an item that begins with a footnote has its anchor on the words', () => {
  const report = reportOf({
    ...BASE,
    ...changed(EVENT, '\n6月26日，司法所', '\n[^1]: 线上进行。\n\n6月26日[^1]，司法所'),
  });
  const [paragraph, note] = report.sections[0]?.composed.children ?? [];
  expect(JSON.stringify(paragraph)).toContain('"id":"2022-06-26-drug-control-day"');
  expect(note?.type).toBe('footnoteDefinition');
});

describe('years', () => {
  test('a task is for the year after, and so is a day in it', () => {
    const report = reportOf({
      ...BASE,
      [TASK]: '---\ntitle: 加大宣传力度\nsection: plan\ndue: 6月底\n---\n\n6月底前加大宣传力度。\n',
    });
    expect(report.tasks[0]?.due?.value).toEqual({
      start: '2023-06-21',
      end: '2023-06-30',
      precision: 'part-of-month',
      text: '6月底',
    });
  });

  test('a date of adoption has to name its year', () => {
    const { diagnostics } = siteOf({
      ...BASE,
      ...changed('2022/report.md', 'year: 2022', 'year: 2022\nadopted: 1月10日'),
    });
    expect(brief(diagnostics)).toEqual([
      '2022/report.md:4:10-15 date/no-year 成文日期“1月10日”没有写年份。报告一般在次年成文，请写全，例如 2023年1月10日。',
    ]);
  });

  test('a year may be written with its word', () => {
    expect(reportOf({ ...BASE, ...changed('2022/report.md', 'year: 2022', 'year: ２０２２年度') }).year).toBe(2022);
  });
});

test('a date is shown in the words of the text, whichever the clerk used for it', () => {
  for (const words of ['6月26号', '2022-06-26', '六月二十六日', '6.26']) {
    expect(reportOf({ ...BASE, ...changed(EVENT, 'date: 6月26日', `date: ${words}`) }).events[0]?.date.value.text).toBe(
      '6月26日',
    );
  }
});

test('a list of offices with Chinese marks is understood, and written out as it should be', () => {
  for (const words of ['司法所、派出所', '[司法所，派出所]', '【司法所 派出所】']) {
    const { diagnostics } = siteOf({ ...BASE, ...changed(EVENT, 'office: 司法所', `office: ${words}`) });
    expect(diagnostics.map(({ rule, fix }) => `${rule} ${fix}`)).toEqual(['office/unknown [司法所, 派出所]']);
  }
});

test('a text file that Windows or Word named otherwise is not overlooked, unless a text links to it', () => {
  const { diagnostics } = siteOf({
    ...BASE,
    '2022/events/2022-07-01-day.md.txt': '内容',
    '2022/events/活动.docx': '内容',
    '2022/events/照片.jpg': '图',
    '2022/report.txt': '内容',
    '2022/附件/草稿.docx': '内容',
  });
  expect(diagnostics.map(({ at, rule, fix }) => `${at.file} ${rule} ${fix}`)).toEqual([
    '2022/events/2022-07-01-day.md.txt file/not-markdown 2022/events/2022-07-01-day.md',
    '2022/events/活动.docx file/not-markdown 2022/events/活动.md',
    '2022/report.txt file/not-markdown 2022/report.md',
  ]);
});

test('without a title an entry is told so once', () => {
  const { diagnostics } = siteOf({ ...BASE, ...changed(EVENT, 'title: 国际禁毒日宣传', 'title:') });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['key/missing']);
});
