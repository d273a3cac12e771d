/** `date/day-name`: a day with a name stands beside its date, and is counted right. */
import { chineseNumeral, numberOf } from '../../model/numerals.js';
import { spanIn } from '../../model/passage.js';
import { halfWidth } from '../digits.js';
import { BEFORE_NAME, NAMED_DAYS } from '../../model/named-days.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';
import { yearsAt } from '../year-of-words.js';

const NUMERAL = '[一二三四五六七八九十百\\d]{1,4}';
const DATE = '(?:(?<month>1[0-2]|0?[1-9])(?:月(?<day>[0-3]?\\d)[日号]|[.·•・‧](?<dotted>[0-3]?\\d)日?(?!\\d)))';
/** Its eve, its week, and what is done ahead of it are other days. */
const NOT_THE_DAY = '(?!前|来临|到来|临近|将至|之前|宣传周|宣传月|活动周|活动月|系列)';
const anyOf = (pattern: (words: string) => string) =>
  NAMED_DAYS.map((named) => ({ named, name: new RegExp(named.words), pattern: new RegExp(pattern(named.words), 'g') }));

const ANY = new RegExp(NAMED_DAYS.map(({ words }) => words).join('|'));
/** 6月26日国际禁毒日, 4.15全民国家安全教育日, 12月4日是第9个国家宪法日; not 6月20日至26日, 6月26日前后. */
const DATE_FIRST = anyOf(
  (words) =>
    `(?<![\\d.·•・‧/-]|[至到—～~]|[至到—～~][12]\\d{3}年)${DATE}[”"’']?(?:，?(?:是|为|系|即|正值|适逢|恰逢|(?:我国)?迎来)了?)?(?:我国|全国)?(?:第${NUMERAL}[个届])?[“"‘']?(?<name>${BEFORE_NAME}${words})${NOT_THE_DAY}`,
);
/** 国际禁毒日（6月26日） */
const NAME_FIRST = anyOf((words) => `(?<name>${BEFORE_NAME}${words})[”"’']?[（(]${DATE}[）)]`);
const COUNTED = anyOf((words) => `第(?<count>${NUMERAL})[个届][“"‘']?(?<name>${BEFORE_NAME}${words})`);

export const dateDayName = defineWordsRule({
  id: 'date/day-name',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '国家安全教育日、国际禁毒日、国家宪法日等都有固定的日期，“第几个”也可以算出来；写错了容易被当作表述错误。',
    en: 'Days with a name have their date, and which one of the kind it is can be counted; a wrong one is an embarrassing mistake.',
  },
  *findInWords(passage, report) {
    if (!isProse(passage) || !ANY.test(passage.text)) return;
    const text = halfWidth(passage.text);
    // Only for the days that the text names: the patterns for all of them take a fifth of the time of all rules.
    const isNamed = ({ name }: { name: RegExp }): boolean => name.test(text);
    for (const { named, pattern } of [...DATE_FIRST, ...NAME_FIRST].filter(isNamed)) {
      for (const { 0: words, index, groups = {} } of text.matchAll(pattern)) {
        const { month, day = groups['dotted'] } = groups;
        if (Number(month) === named.month && Number(day) === named.day) continue;
        const found = /(?:1[0-2]|0?[1-9])(?:月[0-3]?\d[日号]|[.·•・‧][0-3]?\d日?)/.exec(words)?.[0] ?? words;
        const at = spanIn(passage, index + words.indexOf(found), found.length);
        yield { at, found, name: groups['name'] ?? '', fix: `${named.month}月${named.day}日` };
      }
    }
    for (const { named, pattern } of COUNTED.filter(isNamed)) {
      for (const { index, groups = {} } of text.matchAll(pattern)) {
        const { zeroth } = named;
        const { count = '', name = '' } = groups;
        const years = zeroth === undefined ? [] : yearsAt(passage, index, report);
        const right = years.map((year) => year - (zeroth ?? 0));
        const [first] = right;
        if (first === undefined || first < 1 || right.includes(numberOf(count))) continue;
        const at = spanIn(passage, index + 1, count.length);
        yield { at, found: count, name, year: years[0], fix: /\d/.test(count) ? String(first) : chineseNumeral(first) };
      }
    }
  },
  say: {
    zh: ({ found, name, year, fix }) =>
      year === undefined
        ? `${name}是${fix}，这里写的是“${found}”。请核对。`
        : `${year} 年是第${fix}个${name}，这里写的是“第${found}个”。请核对。`,
    en: ({ found, name, year, fix }) =>
      year === undefined
        ? `${name} is on ${fix}, but this says “${found}”. Please check.`
        : `${year} has ${name} number ${fix}, but this says “${found}”. Please check.`,
  },
});
