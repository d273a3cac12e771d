import { describe, expect, test } from 'vitest';
import type { EntryTexts, ReportTexts } from '../../src/model/search-texts.js';
import { folded } from '../../src/model/folded.js';
import { simplified } from '../../src/model/simplified.js';
import { fold, wordsOf } from '../../templates/find-texts.js';
import { shown } from '../render/search/texts.js';

const section = (paragraphs: EntryTexts['paragraphs'], more: Partial<EntryTexts> = {}): ReportTexts => ({
  folder: '../2022/',
  year: 2022,
  name: '报告',
  entries: [{ kind: '章节', title: '一、举措', page: 'report/', id: 'measures', paragraphs, ...more }],
});

const EVENTS = section(
  ['前言。', ['我镇', [0, '6月1日宣传民法典，'], [1, '6月26日宣传禁毒。'], '又宣传宪法。'], [[0, '民法典进村。']]],
  {
    items: [
      { kind: '活动', title: '民法典宣传', page: 'timeline/', id: 'civil' },
      { kind: '活动', title: '禁毒日', page: 'timeline/', id: 'drugs', more: ['法律：禁毒法'] },
    ],
  },
);

describe('words are the same', () => {
  test.each([
    ['in full width and half width', '发放１２３份', '123', '一、举措 / 发放【１２３】份'],
    ['and the other way round', '发放123份', '１２３', '一、举措 / 发放【123】份'],
    ['in capitals and small letters', '安装ＡｐＰ', 'aPp', '一、举措 / 安装【ＡｐＰ】'],
    ['in traditional characters', '推动乡镇法治', '鄉鎮', '一、举措 / 推动【乡镇】法治'],
    ['in simplified characters', '推動鄉鎮法治', '乡镇', '一、举措 / 推動【鄉鎮】法治'],
    ['with Chinese and other marks', '一，二（三）', '一,二(三)', '一、举措 / 【一，二（三）】'],
    ['with and without blanks', '法 治\n建　设', '法治建设', '一、举措 / 【法 治\n建　设】'],
    ['whatever stands between them unseen', '法\u200b治', '法治', '一、举措 / 【法\u200b治】'],
    ['in one character or several', '第㈠项，３㎏', '(一)项,3kg', '一、举措 / 第【㈠项，３㎏】'],
    ['as half-width kana of two characters', 'ｶﾞｲﾄﾞ', 'ガイド', '一、举措 / 【ｶﾞｲﾄﾞ】'],
    ['in letters with marks of their own', 'cafe\u0301', 'CAFÉ', '一、举措 / 【cafe\u0301】'],
    ['beside characters of four bytes', '𠮷田👨‍👩‍👧同行', '田👨‍👩‍👧', '一、举措 / 𠮷【田👨‍👩‍👧】同行'],
  ])('%s', (_, text, typed, expected) => {
    expect(shown(section([text]), typed)).toEqual([`章节 report/#measures: ${expected}`]);
  });

  test('and where it is not certain that they are, they are not', () => {
    // 乾 is a word of its own in simplified text, 台 of another region's.
    expect(shown(section(['乾隆年间']), '干隆')).toEqual([]);
    expect(shown(section(['台湾']), '臺灣')).toEqual([]);
    expect(shown(section(['台湾']), '台灣')).toHaveLength(1);
  });

  test('as the checks think they are, character by character', () => {
    const text = '１２３ ＡＢＣ，鄉鎮（三）𠮷';
    expect(fold(text)).toBe(simplified(folded(text)));
  });
});

describe('words divided by blanks', () => {
  test('must all be in one entry, in any order', () => {
    const report = section(['宣传法治，发放资料。']);
    expect(shown(report, '资料　法治')).toEqual(['章节 report/#measures: 一、举措 / 宣传【法治】，发放【资料】。']);
    expect(shown(report, '资料 宪法')).toEqual([]);
  });

  test('blanks alone are none', () => {
    expect(wordsOf(' 　\n\u200b ')).toEqual([]);
    expect(shown(EVENTS, ' ')).toEqual([]);
  });

  test('that overlap are marked as one place', () => {
    expect(shown(section(['法治政府']), '法治政 治政府')).toEqual(['章节 report/#measures: 一、举措 / 【法治政府】']);
  });
});

describe('what stands within an item', () => {
  test('is told once, as the item', () => {
    expect(shown(EVENTS, '进村')).toEqual(['活动 timeline/#civil: 民法典宣传 / 6月1日宣传民法典， / 民法典【进村】。']);
  });

  test('and elsewhere in the section is told as both', () => {
    expect(shown(EVENTS, '宣传').map((line) => line.split(':')[0])).toEqual([
      '章节 report/#measures',
      '活动 timeline/#civil',
      '活动 timeline/#drugs',
    ]);
  });

  test('is the section’s where it goes across the beginning of the item, or from one item to the next', () => {
    const whole = '前言。 / 我【镇6】月1日宣传民法典，6月26日宣传禁毒。又宣传宪法。 / 民法典进村。';
    expect(shown(EVENTS, '镇6')).toEqual([`章节 report/#measures: 一、举措 / ${whole}`]);
    expect(shown(EVENTS, '典，6月').map((line) => line.split(':')[0])).toEqual(['章节 report/#measures']);
  });

  test('together with another item’s is the section’s', () => {
    expect(shown(EVENTS, '进村 禁毒').map((line) => line.split(':')[0])).toEqual(['章节 report/#measures']);
  });

  test('may be what only its page says', () => {
    expect(shown(EVENTS, '禁毒法')).toEqual(['活动 timeline/#drugs: 禁毒日 / 6月26日宣传禁毒。 / 法律：【禁毒法】']);
  });
});

test('nothing is found across two paragraphs, or from a title to the text below it', () => {
  expect(shown(section(['前法', '治后']), '法治')).toEqual([]);
  expect(shown(section(['法治']), '措法')).toEqual([]);
});

test('a heading that runs in to its paragraph is one line with it', () => {
  const report = section(['今年召开会议。'], { title: '1.动员部署。', isRunIn: true });
  expect(shown(report, '部署。今年')).toEqual(['章节 report/#measures: 1.动员【部署。】 / 【今年】召开会议。']);
});

describe('a long text', () => {
  const filler = (count: number): string => '甲'.repeat(count);

  test('is cut around the places, with … at the cut ends', () => {
    expect(shown(section([`${filler(60)}法治${filler(80)}`]), '法治')).toEqual([
      `章节 report/#measures: 一、举措 / …${filler(32)}【法治】${filler(32)}…`,
    ]);
  });

  test('is shown to its end where little is left', () => {
    expect(shown(section([`${filler(35)}法治${filler(90)}`]), '法治')).toEqual([
      `章节 report/#measures: 一、举措 / ${filler(35)}【法治】${filler(32)}…`,
    ]);
  });

  test('is never cut within a number, a name in letters, or a character', () => {
    const text = `${filler(40)}共发放8000余份${'乙'.repeat(26)}法治${'丙'.repeat(30)}三百二十一份${filler(60)}`;
    expect(shown(section([text]), '法治')).toEqual([
      `章节 report/#measures: 一、举措 / …8000余份${'乙'.repeat(26)}【法治】${'丙'.repeat(30)}三百二十一…`,
    ]);
    const pair = `${filler(40)}𠮷${'乙'.repeat(31)}法治${'丙'.repeat(31)}𠮷${filler(60)}`;
    expect(shown(section([pair]), '法治')).toEqual([
      `章节 report/#measures: 一、举措 / …𠮷${'乙'.repeat(31)}【法治】${'丙'.repeat(31)}𠮷…`,
    ]);
  });

  test('with many places shows three and says how many more there are', () => {
    const [line = ''] = shown(section([`${filler(50)}法治`.repeat(9)]), '法治');
    expect(line.match(/【法治】/g)).toHaveLength(3);
    expect(line).toMatch(/ \+6$/);
  });

  test('whose title alone has the words begins as it does', () => {
    expect(shown(section([filler(200)]), '举措')).toEqual([`章节 report/#measures: 一、【举措】 / ${filler(64)}…`]);
  });
});
