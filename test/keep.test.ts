import { expect, test } from 'vitest';
import { Keep } from '../src/keep.js';

/** Makes a new object each time it is asked to. */
const make = (): object => ({});

test('a value is the same object as long as its inputs are', () => {
  const keep = new Keep();
  const input = {};
  const first = keep.of('报告', [input, '2022'], make);
  expect(keep.of('报告', [input, '2022'], make)).toBe(first);
  expect(keep.of('报告', [input, '2023'], make)).not.toBe(first);
});

test('inputs that are alike, more or fewer are others', () => {
  const keep = new Keep();
  const first = keep.of('报告', [[]], make);
  const second = keep.of('报告', [[]], make);
  expect(second).not.toBe(first);
  expect(keep.of('报告', [], make)).not.toBe(second);
});

test('only the last inputs count: what was before them is made again', () => {
  const keep = new Keep();
  const first = keep.of('报告', [1], make);
  keep.of('报告', [2], make);
  expect(keep.of('报告', [1], make)).not.toBe(first);
});

test('a value is made again when what it was told is no longer true', () => {
  const keep = new Keep();
  const first = keep.of('报告', [], make);
  expect(keep.of('报告', [], make, (value) => value === first)).toBe(first);
  expect(keep.of('报告', [], make, () => false)).not.toBe(first);
});

test('what a build does not ask for is forgotten at its end', () => {
  const keep = new Keep();
  const first = keep.of('报告', [], make);
  keep.forget();
  expect(keep.of('报告', [], make)).toBe(first);
  keep.forget();
  keep.forget();
  expect(keep.of('报告', [], make)).not.toBe(first);
});

test('steps on the way are kept while the whole is, and forgotten when the whole no longer takes them', () => {
  const keep = new Keep();
  const made: string[] = [];
  const whole = (steps: string[]): object =>
    keep.of('报告', [steps], (below) => steps.map((step) => below.of(step, [], () => made.push(step))));
  const both = ['正文', '大事记'];
  whole(both);
  whole(both);
  whole(['正文']);
  whole(['正文', '大事记']);
  expect(made).toEqual(['正文', '大事记', '大事记']);
});

test('a value that comes out equal is the object of last time', () => {
  const keep = new Keep();
  const first = keep.same('单位', [{ name: '司法所' }]);
  expect(keep.same('单位', [{ name: '司法所' }])).toBe(first);
  const other = [{ name: '派出所' }];
  expect(keep.same('单位', other)).toBe(other);
});

test('each stage has names of its own', () => {
  const keep = new Keep();
  const first = keep.part('read').of('2022', [], make);
  expect(keep.part('check').of('2022', [], make)).not.toBe(first);
  expect(keep.part('read').of('2022', [], make)).toBe(first);
});
