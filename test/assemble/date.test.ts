import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates, readDate, readPublished } from '../../src/assemble/date.js';
import type { DateSpan, Precision } from '../../src/model/site.js';

const span = (start: string, end: string, precision: Precision, text: string): DateSpan => ({
  start,
  end,
  precision,
  text,
});
const oneDay = (day: string, text: string): DateSpan => span(day, day, 'day', text);
const wordsFound = (text: string, year = 2022): string[] =>
  findDates(text, year).map(({ index, length }) => text.slice(index, index + length));
const fullWidth = (words: string): string =>
  words.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Every day from 1970 to 2099, counted by another calendar than the one under test. */
const EVERY_DAY = Array.from({ length: 47_482 }, (_, day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const anyDay = fc.constantFrom(...EVERY_DAY);

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return (tens > 1 ? NUMERALS[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 ? NUMERALS[ones] : '');
}

/** One day in every form that names its year. */
function formsOf(iso: string): string[] {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const inChinese = [...String(year)].map((digit) => NUMERALS[Number(digit)]).join('');
  return [
    iso,
    `${year}-${month}-${day}`,
    `${year}/${month}/${day}`,
    `${year}.${month}.${day}`,
    `${year}年${month}月${day}日`,
    `${year}年${iso.slice(5, 7)}月${iso.slice(8)}日`,
    `${year}年${month}月${day}号`,
    `${inChinese}年${numeral(month)}月${numeral(day)}日`,
  ];
}

/** The same day in every form that leaves the year to the report. */
function formsWithoutYear(iso: string): string[] {
  const [, month = 0, day = 0] = iso.split('-').map(Number);
  return [`${month}月${day}日`, `${month}月份${day}日`, `${numeral(month)}月${numeral(day)}日`, `${month}月${day}号`];
}

describe('a day', () => {
  test.each([
    ['2022-06-26', '6月26日'],
    ['2022-6-26', '6月26日'],
    ['2022/6/26', '6月26日'],
    ['2022.6.26', '6月26日'],
    ['6.26', '6月26日'],
    ['6·26', '6月26日'],
    ['２０２２－０６－２６', '6月26日'],
    ['2022年6月26日', '2022年6月26日'],
    ['２０２２年６月２６日', '2022年6月26日'],
    ['6月26日', '6月26日'],
    ['今年6月26日', '今年6月26日'],
    ['06月26日', '06月26日'],
    ['6月26号', '6月26号'],
    ['6 月 26 日', '6月26日'],
    [' 6月26日\u3000', '6月26日'],
    ['6\u200b月26日', '6月26日'],
    ['六月二十六日', '六月二十六日'],
    ['二〇二二年六月二十六日', '二〇二二年六月二十六日'],
    ['二○二二年六月二十六日', '二○二二年六月二十六日'],
    ['⼆〇⼆⼆年六⽉⼆⼗六⽇', '二〇二二年六月二十六日'],
  ])('%s is 26 June 2022, shown as %s', (words, text) => {
    expect(readDate(words, 2022)).toEqual({ date: oneDay('2022-06-26', text) });
  });

  test('digits of another year than the report’s are shown with their year', () => {
    expect(readDate('2021-12-04', 2022)).toEqual({ date: oneDay('2021-12-04', '2021年12月4日') });
  });

  test('a day without a year is in the report’s', () => {
    expect(readDate('十二月四日', 2019)).toEqual({ date: oneDay('2019-12-04', '十二月四日') });
    expect(readDate('元月5日', 2019)).toEqual({ date: oneDay('2019-01-05', '元月5日') });
  });

  test('29 February is a day in 2000 and 2024, not in 1900 and 2023', () => {
    expect([2000, 2024, 1900, 2023].map((year) => readDate('2月29日', year))).toEqual([
      { date: oneDay('2000-02-29', '2月29日') },
      { date: oneDay('2024-02-29', '2月29日') },
      { problem: 'impossible' },
      { problem: 'impossible' },
    ]);
  });

  test('every day from 1970 to 2099 is that day in every form', () => {
    expect(EVERY_DAY.at(-1)).toBe('2099-12-31');
    const wrong = EVERY_DAY.flatMap((iso) => {
      const year = Number(iso.slice(0, 4));
      return [...formsOf(iso), ...formsWithoutYear(iso)].filter((words) => {
        const read = readDate(words, year);
        return !('date' in read && read.date.start === iso && read.date.end === iso && read.date.precision === 'day');
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('a part of a month', () => {
  test('6月初 is ten days, never the first', () => {
    expect(readDate('6月初', 2022)).toEqual({ date: span('2022-06-01', '2022-06-10', 'part-of-month', '6月初') });
  });

  test.each([
    ['6月上旬', '2022-06-01', '2022-06-10'],
    ['6月份上旬', '2022-06-01', '2022-06-10'],
    ['6月中旬', '2022-06-11', '2022-06-20'],
    ['6月下旬', '2022-06-21', '2022-06-30'],
    ['6月底', '2022-06-21', '2022-06-30'],
    ['6月末', '2022-06-21', '2022-06-30'],
    ['2月底', '2022-02-21', '2022-02-28'],
    ['2024年2月底', '2024-02-21', '2024-02-29'],
    ['六月初', '2022-06-01', '2022-06-10'],
    ['5月上中旬', '2022-05-01', '2022-05-20'],
    ['5月中下旬', '2022-05-11', '2022-05-31'],
  ])('%s is %s to %s', (words, start, end) => {
    expect(readDate(words, 2022)).toEqual({ date: span(start, end, 'part-of-month', words) });
  });

  test.each([
    ['2022-06-01~', '2022-06-01', '2022-06-10', '6月初'],
    ['2022-06-10~', '2022-06-01', '2022-06-10', '6月初'],
    ['2022-06-11~', '2022-06-11', '2022-06-20', '6月中旬'],
    ['2022-06-21~', '2022-06-21', '2022-06-30', '6月下旬'],
    ['2021-02-28~', '2021-02-21', '2021-02-28', '2021年2月下旬'],
    ['２０２２－０６－０１～', '2022-06-01', '2022-06-10', '6月初'],
  ])('EDTF %s is %s to %s, shown as %s', (words, start, end, text) => {
    expect(readDate(words, 2022)).toEqual({ date: span(start, end, 'part-of-month', text) });
  });
});

describe('a month', () => {
  test.each([
    ['2022-06', '6月'],
    ['2022/6', '6月'],
    ['2022.6', '6月'],
    ['6月', '6月'],
    ['6月份', '6月份'],
    ['２０２２年６月', '2022年6月'],
    ['2022-06~', '6月前后'],
    ['6月前后', '6月前后'],
    ['6月26日前后', '6月26日前后'],
  ])('%s is all of June, shown as %s', (words, text) => {
    expect(readDate(words, 2022)).toEqual({ date: span('2022-06-01', '2022-06-30', 'month', text) });
  });
});

describe('a year and its parts', () => {
  test.each([
    ['年初', '2022-01-01', '2022-03-31'],
    ['今年年初', '2022-01-01', '2022-03-31'],
    ['今年初', '2022-01-01', '2022-03-31'],
    ['2023年初', '2023-01-01', '2023-03-31'],
    ['2023年年初', '2023-01-01', '2023-03-31'],
    ['年底', '2022-10-01', '2022-12-31'],
    ['年末', '2022-10-01', '2022-12-31'],
    ['上半年', '2022-01-01', '2022-06-30'],
    ['2023年下半年', '2023-07-01', '2023-12-31'],
    ['第三季度', '2022-07-01', '2022-09-30'],
    ['2023年2季度', '2023-04-01', '2023-06-30'],
  ])('%s is %s to %s', (words, start, end) => {
    expect(readDate(words, 2022)).toEqual({ date: span(start, end, 'part-of-year', words) });
  });

  test.each([
    ['2023', '2023年'],
    ['2023年', '2023年'],
    ['2023 年', '2023年'],
    ['2023年度', '2023年度'],
    ['二〇二三年', '二〇二三年'],
  ])('%s is a whole year, shown as %s', (words, text) => {
    expect(readDate(words, 2022)).toEqual({ date: span('2023-01-01', '2023-12-31', 'year', text) });
  });
});

describe('a range', () => {
  test.each([
    ['2022-05-24/2022-05-26', '5月24日至26日'],
    ['2022-05-24～2022-05-26', '5月24日至26日'],
    ['2022.5.24-2022.5.26', '5月24日至26日'],
    ['2022.5.24-26', '5月24日至26日'],
    ['5.24-5.26', '5月24日至26日'],
    ['5月24日至26日', '5月24日至26日'],
    ['5月24日到26日', '5月24日到26日'],
    ['5月24日起至26日', '5月24日起至26日'],
    ['5月24日至5月26日', '5月24日至5月26日'],
    ['2022年5月24日至26日', '2022年5月24日至26日'],
    ['5月24日—26日', '5月24日—26日'],
    ['5月24日——26日', '5月24日——26日'],
    ['5月24日-26日', '5月24日—26日'],
    ['5月24日－26日', '5月24日—26日'],
    ['5月24日~26日', '5月24日～26日'],
    ['5月24日～26日', '5月24日～26日'],
    ['5月24—26日', '5月24—26日'],
    ['五月二十四日至二十六日', '五月二十四日至二十六日'],
  ])('%s is 24 to 26 May, shown as %s', (words, text) => {
    expect(readDate(words, 2022)).toEqual({ date: span('2022-05-24', '2022-05-26', 'range', text) });
  });

  test.each([
    ['5月24日—6月2日', '2022-05-24', '2022-06-02', '5月24日—6月2日'],
    ['2022-05-24/2022-06-02', '2022-05-24', '2022-06-02', '5月24日至6月2日'],
    ['2021-12-30/2022-01-02', '2021-12-30', '2022-01-02', '2021年12月30日至2022年1月2日'],
    ['2022-12-30/2023-01-02', '2022-12-30', '2023-01-02', '12月30日至2023年1月2日'],
    ['2021年12月30日至今年1月2日', '2021-12-30', '2022-01-02', '2021年12月30日至今年1月2日'],
    ['5月24、25日', '2022-05-24', '2022-05-25', '5月24、25日'],
    ['5月24、25、26日', '2022-05-24', '2022-05-26', '5月24、25、26日'],
  ])('%s is %s to %s', (words, start, end, text) => {
    expect(readDate(words, 2022)).toEqual({ date: span(start, end, 'range', text) });
  });

  test.each([
    ['5月至6月', '2022-05-01', '2022-06-30', 'part-of-year', '5月至6月'],
    ['5—6月', '2022-05-01', '2022-06-30', 'part-of-year', '5—6月'],
    ['5-6月份', '2022-05-01', '2022-06-30', 'part-of-year', '5—6月份'],
    ['5、6月份', '2022-05-01', '2022-06-30', 'part-of-year', '5、6月份'],
    ['2022-05/2022-06', '2022-05-01', '2022-06-30', 'part-of-year', '5月至6月'],
    ['2021年12月至2022年1月', '2021-12-01', '2022-01-31', 'part-of-year', '2021年12月至2022年1月'],
    ['5月24日至6月底', '2022-05-24', '2022-06-30', 'part-of-year', '5月24日至6月底'],
    ['5月底至6月初', '2022-05-21', '2022-06-10', 'part-of-year', '5月底至6月初'],
    ['6月上旬至中旬', '2022-06-01', '2022-06-20', 'part-of-month', '6月上旬至中旬'],
    ['6月初至26日', '2022-06-01', '2022-06-26', 'part-of-month', '6月初至26日'],
    ['2021—2025年', '2021-01-01', '2025-12-31', 'year', '2021—2025年'],
  ] as const)('%s has an open end, so it is no range of days', (words, start, end, precision, text) => {
    expect(readDate(words, 2022)).toEqual({ date: span(start, end, precision, text) });
  });

  test('a range of one day is that day', () => {
    expect(readDate('2022-05-24/2022-05-24', 2022)).toEqual({ date: oneDay('2022-05-24', '5月24日') });
  });
});

describe('words that are no date', () => {
  test.each([
    '2月30日',
    '13月1日',
    '0月1日',
    '6月0日',
    '2023-02-29',
    '2022-13',
    '2022-06-31~',
    '13.45',
    '5月26日至24日',
    '6月至5月',
    '5月24日至2月30日',
    '2022-05-26/2022-05-24',
    '12月30日至1月2日',
    '2025—2021年',
  ])('%s is a date that no calendar has', (words) => {
    expect(readDate(words, 2022)).toEqual({ problem: 'impossible' });
  });

  test.each([
    '',
    ' ',
    '某日',
    '国庆节',
    '年中',
    '今年',
    '去年6月26日',
    '每年12月4日',
    '22年6月26日',
    '前三季度',
    '6月26日前',
    '6月26日上午',
    '6月底线',
    '5月至今',
    '5月至2022年底',
    '1 2月4日',
    '①月6日',
    '20220626',
    '2022-06-26T09:00',
    '2022-05-24-26',
    '2021-2025',
    '2022~',
    '2022-06-26\n2022-06-27',
    'constructor',
  ])('%j is not understood, not guessed', (words) => {
    expect(readDate(words, 2022)).toEqual({ problem: 'unreadable' });
  });
});

describe('the day of publication', () => {
  test.each([
    ['2023-03-21', { day: '2023-03-21' }],
    ['2023/3/21', { day: '2023-03-21' }],
    ['2023年3月21日', { day: '2023-03-21' }],
    ['2023-03-21 09:05', { day: '2023-03-21', time: '09:05' }],
    ['2023-03-21  9:05', { day: '2023-03-21', time: '09:05' }],
    ['2023-03-21T09:05', { day: '2023-03-21', time: '09:05' }],
    ['2023年3月21日 09:05', { day: '2023-03-21', time: '09:05' }],
    ['２０２３－０３－２１　２３：５９', { day: '2023-03-21', time: '23:59' }],
  ])('%s is read', (words, published) => {
    expect(readPublished(words)).toEqual(published);
  });

  test.each([
    '',
    '3月21日',
    '2023-03',
    '2023-02-29',
    '2023-03-2109:05',
    '2023-03-21 24:00',
    '2023-03-21 09:60',
    '2023-03-21 9',
    '2023-03-21 09:05:33',
    '2023-03-21/2023-03-22',
  ])('%j is refused', (words) => {
    expect(readPublished(words)).toBeUndefined();
  });
});

describe('dates in running text', () => {
  test('a report’s own sentences name what they name, in order', () => {
    const text =
      '今年年初召开专题会议进行动员部署。4月15日是全民国家安全教育日。5月24日，均川镇召开会议。5月31日，在“六一”国际儿童节' +
      '来临之际。6月初在均川镇范围内开展整治养老诈骗的宣传活动。6月26日，发放宣传资料8000余份。10月12日均川镇召开联席会。' +
      '12月4日，我国迎来第九个国家宪法日和第五个宪法宣传周。2022年度我镇法治政府建设工作虽然取得了一定的成绩。';
    expect(findDates(text, 2022).map(({ date }) => date)).toEqual([
      span('2022-01-01', '2022-03-31', 'part-of-year', '今年年初'),
      oneDay('2022-04-15', '4月15日'),
      oneDay('2022-05-24', '5月24日'),
      oneDay('2022-05-31', '5月31日'),
      span('2022-06-01', '2022-06-10', 'part-of-month', '6月初'),
      oneDay('2022-06-26', '6月26日'),
      oneDay('2022-10-12', '10月12日'),
      oneDay('2022-12-04', '12月4日'),
      span('2022-01-01', '2022-12-31', 'year', '2022年度'),
    ]);
  });

  test('the place is that in the text as given, blanks and full-width digits included', () => {
    expect(findDates('于 ６ 月 ２６ 日，在广场', 2022)).toEqual([
      { date: oneDay('2022-06-26', '6月26日'), index: 2, length: 8 },
    ]);
  });

  test('a day called by its numbers is found, and a date in digits beside Latin letters', () => {
    expect(findDates('“3·15”消费者权益日', 2022)).toEqual([
      { date: oneDay('2022-03-15', '3月15日'), index: 1, length: 4 },
    ]);
    expect(wordsFound('LED 2022-06-26 开播')).toEqual(['2022-06-26']);
  });

  test.each([
    ['12月4日', ['12月4日']],
    ['2月4日与12月4日', ['2月4日', '12月4日']],
    ['5月24日至26日，5月24—26日', ['5月24日至26日', '5月24—26日']],
    ['2022年5—6月，5月至今', ['2022年5—6月', '5月']],
    ['5、6月份', ['5、6月份']],
    ['“6.26”国际禁毒日，12.4国家宪法日，3.15日', ['6.26', '12.4', '3.15']],
    ['6月26日前后', ['6月26日前后']],
    ['5月24、25、26日开展宣传', ['5月24、25、26日']],
    ['4.15期间，6.26宣传，4.26知识产权日', ['4.15', '6.26', '4.26']],
    ['完成年初制定的目标，临近年底，截至2022年底', ['年初', '年底', '2022年底']],
    ['十二月四日，二〇二二年六月', ['十二月四日', '二〇二二年六月']],
    ['1、6月26日；5、6月26日；1.6月26日', ['6月26日', '6月26日', '6月26日']],
    ['①6月26日', ['6月26日']],
    ['共12 6月26日\n12\n6月27日', ['6月26日', '6月27日']],
  ])('%j names %j', (text, words) => {
    expect(wordsFound(text)).toEqual(words);
  });

  test.each([
    ['6月初步完成，6月初中学生', ['6月', '6月']],
    ['2022年初步建立', ['2022年']],
    ['增长6.26个百分点，3.15万元', []],
    ['占比4.15，4.15分，第4.15条', []],
    ['版本v2022.6.26，见/2022-06-26/，2022-06', []],
    ['去年6月26日，每年12月4日，22年6月26日', []],
    ['少年初犯，说明年底，三年初见成效，每年年底，多年底蕴', []],
    ['前三季度，历时6月，0—6月龄，农历八月', []],
    ['12个月，第九个，二十大，六一，今年以来', []],
    ['6月31日，13月1日，12月30日至1月2日', []],
  ])('%j names no more than %j', (text, words) => {
    expect(wordsFound(text)).toEqual(words);
  });
});

describe('for any input', () => {
  const awkward = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          ...'0123456789０１９一二三十〇○元年月日号初底末上中下旬半季度第至到起—-~～/.·、 　\n今前后左右“”',
        ),
        { maxLength: 30 },
      )
      .map((characters) => characters.join('')),
  );
  const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  const isSound = ({ start, end, precision, text }: DateSpan): boolean =>
    isDay(start) && isDay(end) && (precision === 'day' ? start === end : start < end) && text !== '';

  test('reading gives a sound date or says what is wrong', () => {
    fc.assert(
      fc.property(awkward, fc.integer({ min: 1970, max: 2099 }), (words, year) => {
        const read = readDate(words, year);
        expect('date' in read ? isSound(read.date) : ['unreadable', 'impossible'].includes(read.problem)).toBe(true);
        const published = readPublished(words);
        expect(published === undefined || isDay(published.day)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('dates found stand in order and apart, and their words alone say the same', () => {
    fc.assert(
      fc.property(awkward, fc.integer({ min: 1970, max: 2099 }), (text, year) => {
        let next = 0;
        for (const { date, index, length } of findDates(text, year)) {
          expect(isSound(date)).toBe(true);
          expect(index).toBeGreaterThanOrEqual(next);
          next = index + length;
          expect(next).toBeLessThanOrEqual(text.length);
          expect(readDate(text.slice(index, next), year)).toEqual({ date });
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('full-width and half-width say the same', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(7), (iso, form) => {
        const words = formsOf(iso)[form] ?? '';
        expect(readDate(fullWidth(words), 2022)).toEqual(readDate(words, 2022));
      }),
    );
    for (const words of ['2022-05-24/2022-05-26', '2022-06-01~', '5月24日~26日', '5-6月', '6.26', '2022-06'])
      expect(readDate(fullWidth(words), 2022)).toEqual(readDate(words, 2022));
  });

  test('a date between other words is found as it is read alone', () => {
    const parts = [
      '2022年5月至6月',
      '6月初',
      '12月下旬',
      '年初',
      '2023年底',
      '2022年',
      '5月24日至26日',
      '“6.26”',
      '上半年',
    ];
    const words = fc.oneof(
      fc.tuple(anyDay, fc.nat(7)).map(([iso, form]) => formsOf(iso)[form] ?? ''),
      fc.tuple(anyDay, fc.nat(3)).map(([iso, form]) => formsWithoutYear(iso)[form] ?? ''),
      fc.constantFrom(...parts),
    );
    fc.assert(
      fc.property(words, (form) => {
        const bare = form.replace(/[“”]/g, '');
        const read = readDate(bare, 2024);
        const date = 'date' in read ? read.date : undefined;
        const found = { date, index: 2 + form.indexOf(bare), length: bare.length };
        expect(findDates(`前文${form}后文`, 2024)).toEqual([found]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['1', '六', '年', '1 ', '5月24日至', '2022-', '2022.1', ' ', '\u200b', '“6.26', '上半年第'])(
    'a hundred thousand times %j takes no long time',
    (words) => {
      const text = words.repeat(100_000);
      const start = performance.now();
      readDate(text, 2022);
      readPublished(text);
      findDates(text, 2022);
      expect(performance.now() - start).toBeLessThan(10_000);
    },
  );
});
