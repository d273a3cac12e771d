import { describe, expect, test } from 'vitest';
import { rates, score, share, total, type Expected, type Recognised } from './score.js';

const EXPECTED: Expected = {
  outline: [
    { level: 1, number: '一、', title: '主要举措和成效', part: 'measures' },
    { level: 2, number: '（一）', title: '加强组织领导，压实工作责任' },
    { level: 1, number: '二、', title: '存在问题及下一步打算', part: ['shortcomings', 'plan'] },
  ],
  events: [
    { date: '2022-04-15', precision: 'day', quotation: '４月15日，镇司法所在集镇开展宣传' },
    { date: '2022-06-01/2022-06-10', precision: 'part-of-month', quotation: '6月初，开展打击整治养老诈骗宣传' },
  ],
};

/** All of `EXPECTED`, as an import might write it. */
const ALL: Recognised = {
  outline: [
    { level: 1, number: '一、', title: '主要举措和成效', part: 'measures' },
    { level: 2, number: '（一）', title: '加强组织领导 压实工作责任。' },
    { level: 1, number: '二、', title: '存在问题及下一步打算', part: 'plan' },
  ],
  events: [
    {
      date: { start: '2022-04-15', end: '2022-04-15', precision: 'day' },
      text: '为此，4月15日，镇司 法所在集镇开展宣传活动。',
    },
    {
      date: { start: '2022-06-01', end: '2022-06-10', precision: 'part-of-month' },
      text: '6月初，开展打击整治养老诈骗宣传。',
    },
  ],
};

/** `ALL` with one thing replaced. */
function withHeading(at: number, change: Partial<Recognised['outline'][number]>): Recognised {
  return { ...ALL, outline: ALL.outline.map((one, index) => (index === at ? { ...one, ...change } : one)) };
}

function withEvent(at: number, change: Partial<Recognised['events'][number]>): Recognised {
  return { ...ALL, events: ALL.events.map((one, index) => (index === at ? { ...one, ...change } : one)) };
}

test('an import that finds everything scores full, whatever the width of digits, marks and blanks', () => {
  expect(score(EXPECTED, ALL)).toEqual({
    headings: { expected: 3, recognised: 3, matched: 3 },
    parts: { expected: 2, right: 2 },
    events: { expected: 2, recognised: 2, matched: 2 },
    missed: { headings: [], parts: [], events: [] },
    surplus: { headings: [], events: [] },
  });
});

describe('headings', () => {
  test('one of another level is both missed and surplus', () => {
    const { headings, missed, surplus } = score(EXPECTED, withHeading(1, { level: 3 }));
    expect(headings).toEqual({ expected: 3, recognised: 3, matched: 2 });
    expect(missed.headings).toEqual([EXPECTED.outline[1]]);
    expect(surplus.headings).toEqual([{ ...ALL.outline[1], level: 3 }]);
  });

  test('a title that ends elsewhere is the same heading, one that begins otherwise is not', () => {
    expect(score(EXPECTED, withHeading(1, { title: '加强组织领导一是成立' })).headings.matched).toBe(3);
    expect(score(EXPECTED, withHeading(1, { title: '一是加强组织领导' })).headings.matched).toBe(2);
  });

  test('one recognised heading stands for one expected heading', () => {
    const found = { level: 1, number: '一、', title: '工作情况' };
    const twice = { outline: [found, { ...found, number: '二、' }], events: [] };
    const once = { outline: [found], events: [] };
    expect(score(twice, once).headings).toEqual({ expected: 2, recognised: 1, matched: 1 });
  });

  test('an optional one is neither missed nor surplus, at whatever level', () => {
    const outline = [...EXPECTED.outline, { level: 2, number: '1.', title: '充实法治力量', optional: true }];
    const found = { ...ALL, outline: [...ALL.outline, { level: 3, number: '1.', title: '充实法治力量' }] };
    for (const recognised of [ALL, found])
      expect(score({ ...EXPECTED, outline }, recognised).headings).toEqual({ expected: 3, recognised: 3, matched: 3 });
  });
});

describe('parts', () => {
  test('a heading under another part, under none, or not found at all is not right', () => {
    expect(score(EXPECTED, withHeading(0, { part: 'duties' })).parts).toEqual({ expected: 2, right: 1 });
    expect(score(EXPECTED, withHeading(0, { part: undefined })).parts).toEqual({ expected: 2, right: 1 });
    expect(score(EXPECTED, withHeading(0, { title: '工作情况' })).missed.parts).toEqual([EXPECTED.outline[0]]);
  });

  test('of a heading that merges two parts, either or both are right, a third is not', () => {
    expect(score(EXPECTED, withHeading(2, { part: 'shortcomings' })).parts.right).toBe(2);
    expect(score(EXPECTED, withHeading(2, { part: ['plan', 'shortcomings'] })).parts.right).toBe(2);
    expect(score(EXPECTED, withHeading(2, { part: ['plan', 'duties'] })).parts.right).toBe(1);
  });
});

describe('events', () => {
  test.each([
    ['another start', { date: { start: '2022-06-02', end: '2022-06-10', precision: 'part-of-month' } }],
    ['another end', { date: { start: '2022-06-01', end: '2022-06-30', precision: 'part-of-month' } }],
    ['another precision', { date: { start: '2022-06-01', end: '2022-06-10', precision: 'range' } }],
    ['other words', { text: '开展打击整治养老诈骗宣传。' }],
  ])('one with %s is another event', (_, change) => {
    expect(score(EXPECTED, withEvent(1, change)).events).toEqual({ expected: 2, recognised: 2, matched: 1 });
  });

  test('what is no event is surplus', () => {
    const deadline = { date: { start: '2022-10-21', end: '2022-10-31', precision: 'part-of-month' }, text: '10月底前' };
    const { events, surplus } = score(EXPECTED, { ...ALL, events: [...ALL.events, deadline] });
    expect(events).toEqual({ expected: 2, recognised: 3, matched: 2 });
    expect(surplus.events).toEqual([deadline]);
  });
});

test('totals are sums, and rates come from sums', () => {
  const nothing: Recognised = { outline: [], events: [] };
  const sum = total([score(EXPECTED, ALL), score(EXPECTED, nothing)]);
  expect(sum.headings).toEqual({ expected: 6, recognised: 3, matched: 3 });
  expect(sum.parts).toEqual({ expected: 4, right: 2 });
  expect(rates(sum.events)).toEqual({ recall: 0.5, precision: 1, f1: 2 / 3 });
  expect(sum.missed.events).toEqual(EXPECTED.events);
});

test('where nothing was expected and nothing recognised, nothing is wrong', () => {
  expect(rates({ expected: 0, recognised: 0, matched: 0 })).toEqual({ recall: 1, precision: 1, f1: 1 });
  expect(rates({ expected: 0, recognised: 2, matched: 0 })).toEqual({ recall: 1, precision: 0, f1: 0 });
  expect(share(0, 0)).toBe(1);
});
