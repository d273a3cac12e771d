import { describe, expect, test } from 'vitest';
import { chineseText } from '../../src/assemble/chinese.js';

describe('punctuation between Chinese characters', () => {
  test.each([
    ['一年来,均川镇党委政府', '一年来，均川镇党委政府'],
    ['汇报如下:', '汇报如下：'],
    ['村(居)委会', '村（居）委会'],
    ['“平安均川”、“法治均川”,提供', '“平安均川”、“法治均川”，提供'],
    ['是否属实?属实!好;再议', '是否属实？属实！好；再议'],
    ['显示屏(LED)滚动', '显示屏（LED）滚动'],
  ])('%s is shown as %s', (typed, shown) => {
    expect(chineseText(typed)).toBe(shown);
  });

  test.each([
    '优秀率达到100%,政府',
    '10:30开会',
    '见http://www.gov.cn/a',
    'f(x)',
    'LED,APP',
    '5~10人、20~30人',
    '线上+线下',
    '3.15',
    '2022-06-26',
  ])('%s stays as typed', (typed) => {
    expect(chineseText(typed)).toBe(typed);
  });
});
