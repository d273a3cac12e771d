import { expect, test } from 'vitest';
import { guessDate, guessPublished } from '../../src/assemble/date-guess.js';

test.each([
  ['6/26', '6月26日'],
  ['06-26', '6月26日'],
  ['6月26', '6月26日'],
  ['6.26日', '6月26日'],
  ['20220626', '2022-06-26'],
  ['２０２２０６２６', '2022-06-26'],
  ['2022 6 26', '2022-06-26'],
  ['2022-6-26日', '2022-06-26'],
  ['2022年6.26', '2022-06-26'],
  ['2022年6月26', '2022-06-26'],
  ['6月26日上午', '6月26日'],
  ['6月26日下午3点半', '6月26日'],
  ['6月26日（星期日）', '6月26日'],
  ['6月26日 周日 上午', '6月26日'],
  ['2022-06-26 09:00', '2022-06-26'],
  ['2022-06-26T09:00:00', '2022-06-26'],
  ['6月初。', '6月初'],
  ['6/26上午', '6月26日'],
])('%s can only mean %s', (words, meant) => {
  expect(guessDate(words, 2022)).toBe(meant);
});

test.each(['开春', '13/26', '2/30', '20221326', '26/6', '22/6/26', '626', '上午', '', '6月26日、28日', '农历六月廿六'])(
  'what %s means is not certain',
  (words) => {
    expect(guessDate(words, 2022)).toBe(undefined);
  },
);

test('a day of publication is guessed with its time, never without its year', () => {
  expect(guessPublished('20230321')).toBe('2023-03-21');
  expect(guessPublished('2023-03-21 09:00:00')).toBe('2023-03-21 09:00');
  expect(guessPublished('2023-03-21T09:00:00+08:00')).toBe('2023-03-21 09:00');
  expect(guessPublished('20230321 9:05')).toBe('2023-03-21 09:05');
  expect(guessPublished('2023年3月21日上午9时05分')).toBe('2023-03-21 09:05');
  for (const words of ['3月21日', '2023-03', '明年三月', '2023-03-21 下午3:00', '2023-02-30 09:00'])
    expect(guessPublished(words)).toBe(undefined);
});
