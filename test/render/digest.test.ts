import { expect, test } from 'vitest';
import { digestOf } from '../../src/render/digest.js';
import { BASE, reportOf } from '../support/content.js';

test('a digest tells what lists of reports show, and where to find it', () => {
  const section = '2022/sections/10-measures.md';
  const report = reportOf({
    ...BASE,
    [section]: `${BASE[section]}\n见[名单](../名单.pdf)，再见[名单](../名单.pdf)。\n`,
    '2022/名单.pdf': '%PDF 名单',
  });
  expect(digestOf(report, new Map([['2022', '均川镇法治政府建设年度报告（2022年度）']]))).toEqual({
    path: '2022',
    year: 2022,
    title: '均川镇法治政府建设年度报告',
    organ: '均川镇党委政府',
    name: '均川镇法治政府建设年度报告（2022年度）',
    published: { day: '2023-03-21', time: '09:00' },
    summary: '一年来，均川镇推进法治政府建设，现报告如下：',
    pages: ['', 'report/', 'timeline/', 'checklist/', 'follow-up/', 'offices/', 'data/'],
    assets: [{ path: '2022/名单.pdf', at: { file: section, line: 8, column: 2, endLine: 8, endColumn: 17 } }],
    counts: { events: 1, duties: 1, shortcomings: 1, tasks: 1 },
    at: { file: '2022/report.md', line: 1, column: 1, endLine: 1, endColumn: 1 },
    yearAt: { file: '2022/report.md', line: 3, column: 7, endLine: 3, endColumn: 11 },
  });
});

test('it is plain data, the same after it has been written down and read', () => {
  const digest = digestOf(reportOf(BASE), new Map([['2022', '名']]));
  expect(JSON.parse(JSON.stringify(digest))).toEqual(digest);
});
