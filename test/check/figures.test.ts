import { describe, expect, test } from 'vitest';
import { BASE, brief, siteOf } from '../support/content.js';
import type { Files } from '../support/folder.js';

const EVENT = '2022/events/2022-06-26-drug-control-day.md';
const TASK = '2022/tasks/01-more-publicity.md';
const said = (changes: Files): string[] => brief(siteOf({ ...BASE, ...changes }).diagnostics);
const event = (value: string, unit: string, text: string, label = '发放宣传资料'): Files => ({
  [EVENT]: `---
title: 国际禁毒日宣传
section: measures
date: 6月26日
office: 司法所
figures:
  - label: ${label}
    value: ${value}
    unit: ${unit}
---

6月26日，司法所在唐王广场进行国际禁毒日宣传，${text}。
`,
});
const wrong = (found: string, more: string): string =>
  `正文里没有“${found}”。${more}数值和单位连起来要与报告原文一字不差，请核对。`;
const messages = (changes: Files): string[] =>
  siteOf({ ...BASE, ...changes })
    .diagnostics.filter(({ rule }) => rule === 'faithful/figure')
    .map(({ message }) => message.zh);

describe('a figure that the text lacks', () => {
  test('is answered with what stands there', () => {
    expect(messages(event('8000', '份', '发放宣传资料8000余份'))).toEqual([wrong('8000份', '正文写的是“8000余份”。')]);
    expect(messages(event('8000', '余份', '发放宣传资料800余份'))).toEqual([
      wrong('8000余份', '正文写的是“800余份”。'),
    ]);
    expect(messages(event('8000余', '份', '发放宣传资料八千余份'))).toEqual([
      wrong('8000余份', '正文写的是“八千余份”。'),
    ]);
    expect(messages(event('8000', '份', '挂图20份，展板3份，发放宣传资料800份'))).toEqual([
      wrong('8000份', '正文写的是“800份”。'),
    ]);
  });

  test('is not answered with a number of something else', () => {
    expect(messages(event('8000', '份', '接待群众300人次，发放宣传资料'))).toEqual([wrong('8000份', '')]);
    expect(messages(event('80', '份', '挂图20份，展板3份', '发放资料'))).toEqual([wrong('80份', '')]);
  });
});

describe('figures that differ', () => {
  const report = (value: string, text: string): Files => ({
    '2022/report.md': (BASE['2022/report.md'] ?? '')
      .replace('---\n\n', `figures:\n  - label: 发放宣传资料\n    value: ${value}\n    unit: 份\n---\n\n`)
      .replace('法治政府建设，现', `法治政府建设，${text}，现`),
  });

  test('are shown with the other place', () => {
    const { diagnostics } = siteOf({
      ...BASE,
      ...report('800', '发放宣传资料800份'),
      ...event('8000', '份', '发放宣传资料8000份'),
    });
    expect(brief(diagnostics)).toEqual([
      `2022/report.md:8:12-15 figure/differs “发放宣传资料”这里写“800份”，${EVENT} 里写“8000份”。请核对，同一个数据要一致；若所指不同，请把 label 写得有区别。`,
    ]);
    expect(diagnostics[0]?.related.map(({ at }) => [at.file, at.line])).toEqual([[EVENT, 8]]);
  });

  test('may be a total and what one occasion gave to it', () => {
    expect(
      said({ ...report('20000', '全年发放宣传资料20000份'), ...event('8000', '份', '发放宣传资料8000份') }),
    ).toEqual([]);
  });

  test('with another unit are other figures', () => {
    expect(said({ ...report('800', '发放宣传资料800份'), ...event('8000', '册', '发放宣传资料8000册') })).toEqual([]);
  });
});

test('a title in place of an id is answered with the id', () => {
  const task = (addresses: string): Files => ({ [TASK]: (BASE[TASK] ?? '').replace('publicity', addresses) });
  expect(said(task('宣传力度不够'))).toEqual([
    `${TASK}:4:12-18 shortcoming/unknown 没有问题“宣传力度不够”，这是标题，请写它的文件名“publicity”（不带序号和扩展名）。`,
  ]);
  expect(said(task('一、宣传力度不够。'))).toEqual([
    `${TASK}:4:12-21 shortcoming/unknown 没有问题“一、宣传力度不够。”，这是标题，请写它的文件名“publicity”（不带序号和扩展名）。`,
  ]);
  const duty = (BASE['2022/duties/01-study.md'] ?? '').replace(
    'status: done',
    'status: done\nevidence: 国际禁毒日宣传',
  );
  expect(said({ '2022/duties/01-study.md': duty })).toEqual([
    '2022/duties/01-study.md:6:11-18 evidence/unknown 找不到佐证“国际禁毒日宣传”，这是标题，请写它的文件名“2022-06-26-drug-control-day”（不带序号和扩展名）。',
  ]);
});

describe('the date in the name of an event', () => {
  const named = (name: string, date: string, text: string): Files => ({
    [EVENT]: undefined,
    [`2022/events/${name}.md`]: (BASE[EVENT] ?? '')
      .replace('date: 6月26日', `date: ${date}`)
      .replace('6月26日，', `${text}，`),
  });

  test('is held against the date as far as either goes', () => {
    expect(said(named('2022-06-27-day', '6月26日', '6月26日'))).toEqual([
      '2022/events/2022-06-27-day.md:4:7-12 event/file-date 日期写的是“6月26日”，文件名却以“2022-06-27”开头。请核对；若日期没错，请给文件改名，并改掉引用它的地方。',
    ]);
    expect(said(named('20220626-day', '6月25日至27日', '6月25日至27日'))).toEqual([]);
    expect(said(named('2022-06-day', '6月26日', '6月26日'))).toEqual([]);
    expect(said(named('2022-day', '6月26日', '6月26日'))).toEqual([]);
    expect(said(named('2022-13-day', '6月26日', '6月26日'))).toEqual([]);
    expect(said(named('01-day', '6月26日', '6月26日'))).toEqual([]);
    expect(said(named('2022-07-day', '6月26日', '6月26日')).map((line) => line.split(' ')[1])).toEqual([
      'event/file-date',
    ]);
  });

  test('is not doubted where the text does not name the date either', () => {
    expect(said(named('2022-06-26-day', '6月25日', '6月26日')).map((line) => line.split(' ')[1])).toEqual([
      'faithful/date',
    ]);
  });
});
