/** `date/weekday`: the weekday beside a day is that day's. */
import { spanIn } from '../../model/passage.js';
import { weekdayOf } from '../calendar.js';
import { halfWidth } from '../digits.js';
import { defineWordsRule } from '../rule.js';
import { yearsAt } from '../year-of-words.js';

/** 6月26日（星期日）, 2022年6月26日周日, 2022-06-26(周日); 周一至周五 and 周一例会 are no weekday of the date. */
const DAY =
  /(?<!\d)(?:(?<year>[12]\d{3}) ?(?:年|(?<mark>[-/.]))(?=\d))?(?<month>1[0-2]|0?[1-9])(?:月(?<day>[0-3]?\d)[日号]|\k<mark>(?<digits>[0-3]?\d)(?!\d))(?:上午|下午|晚上?)? ?[（(，,]?(?<weekday>(?:星期|礼拜|周)(?<name>[一二三四五六日天1-6]))(?![至到—～~、-]|例|年|岁|会)/g;
const NAMES = '日一二三四五六';

export const dateWeekday = defineWordsRule({
  id: 'date/weekday',
  severity: 'error',
  silence: 'with-reason',
  about: {
    zh: '日期和星期对不上，两者必有一错，读者无从判断；请对照日历改正。',
    en: 'A date whose weekday does not fit has a mistake in one of the two, and readers cannot tell which.',
  },
  *findInWords(passage, report) {
    if (!/星期|礼拜|周/.test(passage.text)) return;
    for (const match of halfWidth(passage.text).matchAll(DAY)) {
      const { year, mark, month = '', day, digits, weekday = '', name = '' } = match.groups ?? {};
      // Digits alone are a date only with their year and one mark throughout.
      if (day === undefined && (mark === undefined || year === undefined)) continue;
      const years = year === undefined ? yearsAt(passage, match.index, report) : [Number(year)];
      const said = /\d/.test(name) ? Number(name) : NAMES.indexOf(name.replace('天', '日'));
      const real = years.map((one) => weekdayOf(one, Number(month), Number(day ?? digits)));
      const [first] = real;
      if (first === undefined || real.includes(said)) continue;
      const start = match.index + match[0].lastIndexOf(weekday);
      const fix = weekday.slice(0, -1) + NAMES.charAt(first);
      const date = `${years[0]}年${Number(month)}月${Number(day ?? digits)}日`;
      yield { at: spanIn(passage, start, weekday.length), found: weekday, date, fix };
    }
  },
  say: {
    zh: ({ found, date, fix }) => `${date}是${fix}，这里写的是“${found}”。请核对日期和星期，哪一个写错了。`,
    en: ({ found, date, fix }) => `${date} is ${fix}, but this says “${found}”. Check which of the two is wrong.`,
  },
});
