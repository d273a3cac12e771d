import { expect, test } from 'vitest';
import { moveYears } from '../../src/new/move-years.js';

test.each([
  ['2023年主要工作安排', '2024年主要工作安排'],
  ['均川镇2022年度法治政府建设年度报告', '均川镇2023年度法治政府建设年度报告'],
  ['均川镇法治政府建设年度报告', '均川镇法治政府建设年度报告'],
  ['“十四五”规划（2021—2025年）', '“十四五”规划（2021—2025年）'],
  ['发放资料12022份', '发放资料12022份'],
])('%s becomes %s', (words, moved) => {
  expect(moveYears(words, 2022, 2023)).toBe(moved);
});

test('years move on by as many as lie between the reports', () => {
  expect(moveYears('2021年、2022年', 2021, 2024)).toBe('2024年、2025年');
});
