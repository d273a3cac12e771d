import { describe, expect, test } from 'vitest';
import { idOf, inOrderOfNames } from '../../src/assemble/layout.js';
import { BASE, brief, reportOf, siteOf } from '../support/content.js';

const SECTION = (title: string, parent = 'measures'): string =>
  `---\ntitle: ${title}\nsection: ${parent}\n---\n\n开展工作。\n`;

describe('an id is the file name without extension and order number', () => {
  test.each([
    ['2022/sections/11-organization.md', 'section', 'organization'],
    ['2022/sections/组织领导.md', 'section', '组织领导'],
    ['2022/sections/3 组织 领导.md', 'section', '组织-领导'],
    ['2022/duties/01.md', 'duty', '01'],
    ['2022/tasks/1.2-study.md', 'task', '2-study'],
    ['2022/events/2022-06-26-drug-control-day.md', 'event', '2022-06-26-drug-control-day'],
    ['2022/events/2022-06-elder-fraud.md', 'event', '2022-06-elder-fraud'],
    ['2022/events/07-flood.md', 'event', 'flood'],
  ] as const)('%s', (path, kind, id) => {
    expect(idOf(path, kind)).toBe(id);
  });
});

test('files are in the order of their leading numbers, then of their names', () => {
  const names = ['10-b.md', 'c.md', '2-a.md', '2-A.md', 'B.md', '010-a.md'];
  const files = names.map((path) => ({ path }));
  expect(inOrderOfNames(files).map(({ path }) => path)).toEqual([
    '2-A.md',
    '2-a.md',
    '010-a.md',
    '10-b.md',
    'B.md',
    'c.md',
  ]);
});

test('headings are numbered by the tree, four levels down, in the order of the files', () => {
  const report = reportOf({
    ...BASE,
    '2022/sections/2-second.md': SECTION('第二'),
    '2022/sections/1-first.md': SECTION('第一'),
    '2022/sections/3-third.md': SECTION('第三', 'first'),
    '2022/sections/4-fourth.md': SECTION('第四', 'third'),
  });
  expect(report.sections.map(({ number, title, level }) => `${number}${title} ${level}`)).toEqual([
    '一、主要举措和成效 1',
    '（一）第一 2',
    '1.第三 3',
    '（1）第四 4',
    '（二）第二 2',
    '二、存在的不足 1',
    '三、第一责任人职责 1',
    '四、2023年主要工作安排 1',
  ]);
});

test('a title that ends in a mark runs in, and is shown without it elsewhere', () => {
  const report = reportOf({ ...BASE, '2022/sections/1-first.md': SECTION('动员部署。') });
  expect(report.sections.find(({ id }) => id === 'first')).toMatchObject({ title: '动员部署', runIn: '。' });
});

test('a file that no page would show is named, with the folder it may belong to', () => {
  const event = BASE['2022/events/2022-06-26-drug-control-day.md'] ?? '';
  const { diagnostics } = siteOf({
    ...BASE,
    '2022/event/2022-07-01-day.md': event,
    '2023/events/2023-07-01-day.md': event,
    'report.md': event,
    'sites.yml': 'a: b\n',
    '用词.yaml': 'terms: []\n',
  });
  expect(brief(diagnostics)).toEqual([
    '2022/event/2022-07-01-day.md:1:1-1 file/unplaced 这个文件不会出现在任何页面上。是否应放在“2022/events/2022-07-01-day.md”？',
    '2023/events/2023-07-01-day.md:1:1-1 report/missing 文件夹“2023”里没有 report.md，其中 1 个文件不属于任何报告。请先在“2023”里新建 report.md；若是误删，请恢复它。',
    'report.md:1:1-1 file/unplaced 这个文件不会出现在任何页面上。是否应放在“2022/report.md”？',
    'sites.yml:1:1-1 file/unplaced 这个文件不会出现在任何页面上。是否应放在“site.yaml”？',
    '用词.yaml:1:1-1 file/unplaced 这个文件不会出现在任何页面上。.yaml 文件只认内容文件夹里的 site.yaml 和 terms.yaml。请改名，或移出内容文件夹。',
  ]);
});

test('a file that cannot be read hides none of its neighbours, and is not called missing', () => {
  const { diagnostics } = siteOf({
    ...BASE,
    '2022/sections/10-measures.md': '没有文件头\n',
    '2022/sections/11-law.md': SECTION('法治宣传'),
    '2022/tasks/01-more-publicity.md': (BASE['2022/tasks/01-more-publicity.md'] ?? '').replace('publicity', 'publicty'),
  });
  expect(diagnostics.map(({ at, rule }) => `${at.file} ${rule}`)).toEqual([
    '2022/sections/10-measures.md front-matter/missing',
    '2022/tasks/01-more-publicity.md shortcoming/unknown',
  ]);
});
