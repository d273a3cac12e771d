import { describe, expect, test } from 'vitest';
import type { Edit } from '../../src/diagnostics/diagnostic.js';
import { applyEdits, wordsOf } from '../../src/fix/apply.js';

const TEXT = 'date：6月26日\n甲,乙,丙\n';

const edit = (line: number, column: number, endColumn: number, text: string): Edit => ({
  at: { file: 'a.md', line, column, endLine: line, endColumn },
  text,
});

describe('applying edits', () => {
  test('writes each in its place, in whatever order they come', () => {
    const groups = [[edit(2, 4, 5, '，')], [edit(1, 5, 6, ': ')], [edit(2, 2, 3, '，')]];
    expect(applyEdits(TEXT, groups)).toBe('date: 6月26日\n甲，乙，丙\n');
    expect(applyEdits(TEXT, groups.toReversed())).toBe('date: 6月26日\n甲，乙，丙\n');
  });

  test('leaves what overlaps or touches an earlier one for the next round', () => {
    expect(applyEdits(TEXT, [[edit(1, 5, 6, ': ')], [edit(1, 5, 6, ':')]])).toBe('date: 6月26日\n甲,乙,丙\n');
    expect(applyEdits(TEXT, [[edit(1, 5, 6, ': ')], [edit(1, 6, 6, '"')]])).toBe('date: 6月26日\n甲,乙,丙\n');
  });

  test('writes both quotes of a value or none, and nothing between them at the same time', () => {
    const quotes = [edit(2, 1, 1, '"'), edit(2, 6, 6, '"')];
    expect(applyEdits(TEXT, [quotes, [edit(2, 2, 3, '，')]])).toBe('date：6月26日\n"甲,乙,丙"\n');
    expect(applyEdits(TEXT, [[edit(2, 2, 3, '，')], quotes])).toBe('date：6月26日\n甲，乙,丙\n');
  });

  test('takes away lines', () => {
    const at = { file: 'a.md', line: 1, column: 1, endLine: 3, endColumn: 1 };
    expect(applyEdits('\n　\n---\n', [[{ at, text: '' }]])).toBe('---\n');
  });

  test.each([
    ['a letter', [edit(1, 1, 2, 'D')]],
    ['a digit', [edit(1, 6, 7, '7')]],
    ['a Han character', [edit(2, 1, 2, '')]],
    ['words put in', [edit(2, 1, 1, '已')]],
    ['a place beyond the line', [edit(1, 12, 12, ' ')]],
    ['a place beyond the text', [edit(9, 1, 1, ' ')]],
  ])('does not make an edit of %s', (_name, edits) => {
    expect(applyEdits(TEXT, [edits])).toBe(TEXT);
  });

  test('may write a digit half-width', () => {
    expect(applyEdits('２０２２', [[edit(1, 1, 5, '2022')]])).toBe('2022');
    expect(wordsOf('２０２２年：“甲”。')).toBe('2022年甲');
  });
});
