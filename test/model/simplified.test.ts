import { expect, test } from 'vitest';
import { simplified } from '../../src/model/simplified.js';

test('traditional characters become simplified ones, place by place', () => {
  const words = '黨政主要負責人履行推進法治建設第一責任人職責情況，組織開展2022年憲法宣傳活動。';
  expect(simplified(words)).toBe('党政主要负责人履行推进法治建设第一责任人职责情况，组织开展2022年宪法宣传活动。');
  expect(simplified(words)).toHaveLength(words.length);
});

test('simplified text stays as it is, words that traditional text writes otherwise included', () => {
  const words = '干部在后勤和里程上只讲实干，乾隆年间的著作、藉此……均川镇。';
  expect(simplified(words)).toBe(words);
});
