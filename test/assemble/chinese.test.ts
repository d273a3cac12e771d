import type { Paragraph } from 'mdast';
import { describe, expect, test } from 'vitest';
import { chineseText, makeChinese, widenedMarks } from '../../src/assemble/chinese.js';

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

describe('a paragraph', () => {
  test.each([
    ['一,二', '一，二'],
    ['一;二', '一；二'],
    ['一:二', '一：二'],
    ['一!二', '一！二'],
    ['一?二', '一？二'],
    ['一(二)三', '一（二）三'],
    ['一\n二', '一二'],
    ['　　一', '一'],
    ['\u200b一', '一'],
    ['\ufeff一', '一'],
    ['一　二 三', '一　二 三'],
  ])('%j is shown as %j, alone and after words in bold', (typed, shown) => {
    const alone: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: typed }] };
    makeChinese(alone);
    expect(alone.children).toEqual([{ type: 'text', value: shown }]);

    const strong = { type: 'strong' as const, children: [{ type: 'text' as const, value: typed }] };
    const nested: Paragraph = { type: 'paragraph', children: [strong, { type: 'text', value: '。' }] };
    makeChinese(nested);
    expect(strong.children).toEqual([{ type: 'text', value: shown }]);
  });

  test('tells each mark that is widened', () => {
    const marks = (text: string): unknown => widenedMarks(text);
    expect(marks('𠮷,二;三:四!五?六(七)八')).toEqual([
      { start: 2, shown: '，' },
      { start: 4, shown: '；' },
      { start: 6, shown: '：' },
      { start: 8, shown: '！' },
      { start: 10, shown: '？' },
      { start: 12, shown: '（' },
      { start: 14, shown: '）' },
    ]);
    expect(marks('一\n二，a')).toEqual([]);
  });
});
