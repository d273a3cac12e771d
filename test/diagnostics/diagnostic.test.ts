import { expect, test } from 'vitest';
import { defineRule, diagnose, hasErrors, inOrder } from '../../src/diagnostics/diagnostic.js';
import { nearest } from '../../src/diagnostics/nearest.js';

const unknown = defineRule<{ found: string }>({
  id: 'office/unknown',
  severity: 'error',
  say: { zh: ({ found }) => `未登记“${found}”`, en: ({ found }) => `Unknown “${found}”` },
});
const odd = defineRule({ id: 'date/odd', severity: 'warning', say: { zh: () => '日期', en: () => 'Date' } });

const at = (file: string, line: number, column: number) => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + 1,
});

test('a diagnostic has all that its rule and its finding say', () => {
  const related = [{ message: { zh: '另一处', en: 'The other' }, at: at('b.md', 1, 1) }];
  expect(diagnose(unknown, { at: at('a.md', 2, 3), found: '甲', fix: '乙', related })).toEqual({
    rule: 'office/unknown',
    severity: 'error',
    message: { zh: '未登记“甲”', en: 'Unknown “甲”' },
    at: at('a.md', 2, 3),
    related,
    fix: '乙',
    docs: 'docs/diagnostics.md#office-unknown',
  });
  expect(diagnose(odd, { at: at('a.md', 2, 3), fix: undefined })).not.toHaveProperty('fix');
});

test('diagnostics stand by file, line, column, rule and words, however they were found', () => {
  const sorted = [
    diagnose(unknown, { at: at('a.md', 2, 9), found: '甲' }),
    diagnose(odd, { at: at('a.md', 10, 1) }),
    diagnose(odd, { at: at('a.md', 10, 3) }),
    diagnose(unknown, { at: at('a.md', 10, 3), found: '丙' }),
    diagnose(unknown, { at: at('a.md', 10, 3), found: '甲' }),
    diagnose(odd, { at: at('b.md', 1, 1) }),
  ];
  for (const shuffled of [sorted.toReversed(), [...sorted.slice(3), ...sorted.slice(0, 3)], sorted]) {
    const before = [...shuffled];
    expect(inOrder(shuffled)).toEqual(sorted);
    expect(shuffled).toEqual(before);
  }
});

test('warnings are no errors', () => {
  expect(hasErrors([diagnose(odd, { at: at('a.md', 1, 1) })])).toBe(false);
  expect(
    hasErrors([diagnose(odd, { at: at('a.md', 1, 1) }), diagnose(unknown, { at: at('a.md', 1, 1), found: '' })]),
  ).toBe(true);
});

test.each([
  ['司法局所', ['派出所', '司法所'], '司法所'],
  ['evnets', ['title', 'events'], 'events'],
  ['Title', ['title'], 'title'],
  ['tilte', ['title'], 'title'],
  ['派出所', ['均川镇派出所'], '均川镇派出所'],
  ['均川镇司法所', ['司法所'], '司法所'],
  ['日其', ['日期', '日志'], '日期'],
  ['甲', ['乙'], undefined],
  ['教育局', ['司法所', '派出所'], undefined],
  ['所', ['司法所'], undefined],
  ['', ['title'], undefined],
  ['title', [], undefined],
])('the nearest to %j of %j is %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
