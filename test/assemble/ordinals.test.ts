import { expect, test } from 'vitest';
import { headingNumber } from '../../src/assemble/ordinals.js';

test('headings are numbered 一、 （一） 1. （1） from the top down', () => {
  expect([1, 2, 3, 4].map((level) => headingNumber(level, 3))).toEqual(['三、', '（三）', '3.', '（3）']);
});

test('Chinese numerals are right from one to past ninety-nine', () => {
  expect([1, 9, 10, 11, 19, 20, 21, 99, 100].map((position) => headingNumber(1, position))).toEqual([
    '一、',
    '九、',
    '十、',
    '十一、',
    '十九、',
    '二十、',
    '二十一、',
    '九十九、',
    '100、',
  ]);
});
