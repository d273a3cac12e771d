/**
 * The forms that a date is written in: add one here and it is read in front matter and, with `inText`, found in bodies.
 *
 * In:  words after `fold` of `date.ts`: half-width, without blanks.
 * Out: the days they stand for, and for digits alone the Chinese words to show.
 *
 * Every pattern is bounded in length, so that no text, however odd, takes more than linear time.
 */
import { intervalOf, through, type Interval, type NamedDate } from './date-interval.js';

export interface Form {
  /** A regular expression with the groups `year`, `month`, `day`, `part`; those with a `2` are the end of a range. */
  words: string;
  /** The same in running text, with what must stand around it; absent where it may as well be a plain number. */
  inText?: string;
  /** `undefined`: not this form after all. `text` is absent when the words are to be shown as written. */
  read: (groups: Groups, reportYear: number) => (Interval & { text?: string }) | 'impossible' | undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

const NUMERAL = '一二三四五六七八九';
const NUMBER = `[0-9]{1,2}|[二三]?十[${NUMERAL}]?|[${NUMERAL}]`;
/** Zero is written in as many ways as keyboards offer. */
const ZERO = '〇零○◯O0';
const FOUR_DIGITS = '[12][0-9]{3}';
const CHINESE_YEAR = `[一二][${ZERO}${NUMERAL}]{3}`;

const someYear = (end: '' | 2 = ''): string => `(?:(?<year${end}>${FOUR_DIGITS}|${CHINESE_YEAR}|今)年)`;
const someMonth = (end: '' | 2 = ''): string => `(?<month${end}>${NUMBER}|元)`;
const someDay = (end: '' | 2 = ''): string => `(?<day${end}>${NUMBER})`;
/** 初步, 初中, 底线 and 末端 are other words: 6月初步完成 names June. */
const EARLY_OR_LATE =
  '初(?![步次级中审评选赛试诊始见犯心衷稿一二三四五六七八九十])|底(?![线蕴色层数气稿座子片部])|末(?![端尾梢班])';
const somePart = (end: '' | 2 = ''): string => `(?<part${end}>${EARLY_OR_LATE}|上旬|上中旬|中旬|中下旬|下旬)`;
const MARK_OF_RANGE = '(?:起?(?:至|到|[-‐-―−─~〜∼]{1,2}))';
const DOT = '·•・‧';

/** A day or month in digits, with its year. */
const someDigits = (end: '' | 2 = ''): string =>
  `(?<year${end}>${FOUR_DIGITS})(?<mark${end}>[-/.])(?<month${end}>[0-9]{1,2})` +
  `(?:\\k<mark${end}>(?<day${end}>[0-9]{1,2}))?`;

/** The whole of a number, and not a month whose year is someone else's: 去年, 每年, 农历. */
const inSentence = (words: string): string =>
  `(?<!年|第|每|农历|阴历|[0-9]{4}[-./]|[0-9](?=[0-9])|[${NUMERAL}十${ZERO}百千万](?=[${NUMERAL}十]))${words}`;
/** No part of an address, a version or a longer number. */
const apart = (words: string): string => `(?<![\\w./-])${words}(?!\\w|[-./][0-9])`;

/** 2022-06-26, 2022/6/26, 2022.6.26 */
export const DIGIT_DAY = `(?<year>${FOUR_DIGITS})(?<mark>[-/.])(?<month>[0-9]{1,2})\\k<mark>(?<day>[0-9]{1,2})`;
const DAY = `${someYear()}?${someMonth()}月份?${someDay()}[日号]`;
/** 2022年6月26日 */
export const FULL_DAY = `(?<year>${FOUR_DIGITS}|${CHINESE_YEAR})年${someMonth()}月${someDay()}[日号]`;
const PART_OF_MONTH = `${someYear()}?${someMonth()}月份?${somePart()}`;
/** 历时6月 counts months, 6月龄 an age. */
const MONTH = `(?<!历时|长达|为期|近|满)${someYear()}?${someMonth()}月份?(?![龄饼])`;
const ABOUT = `${someYear()}?${someMonth()}月份?(?:${someDay()}[日号])?(?:前后|左右)`;
const PART_OF_YEAR = `${someYear()}年?(?<part>${EARLY_OR_LATE})`;
/** Not the end of 每年底, 三年初, 学年初 and others that are no year of the report. */
const PART_OF_THIS_YEAR = `(?<![年青老学今去明前后每历往同当次翌来上本周两数几多百千${NUMERAL}十0-9])年(?<part>${EARLY_OR_LATE})`;
const HALF_OR_QUARTER = `${someYear()}?(?:(?<part>[上下]半年)|(?<![前每各])第?(?<quarter>[一二三四1-4])季度)`;
const YEAR = `${someYear()}度?(?![代级龄])`;

const RANGE =
  `${someYear()}?${someMonth()}月份?(?:${someDay()}[日号]|${somePart()})?${MARK_OF_RANGE}` +
  `${someYear(2)}?(?:${someMonth(2)}?月份?)?(?:${someDay(2)}[日号]|${somePart(2)})?`;
const RANGE_OF_DAYS = `${someYear()}?${someMonth()}月${someDay()}${MARK_OF_RANGE}(?:${someMonth(2)}月)?${someDay(2)}[日号]`;
/** In 5—6月26日 and 5、6月26日 the first number is none of a month. */
const WHOLE_MONTH = `${someMonth(2)}月份?(?!龄|(?:${NUMBER})[日号]|${EARLY_OR_LATE}|[上中下]{1,2}旬)`;
const RANGE_OF_MONTHS = `${someYear()}?${someMonth()}${MARK_OF_RANGE}${WHOLE_MONTH}`;
const NEIGHBOUR_DAYS = `${someYear()}?${someMonth()}月${someDay()}(?<between>(?:、(?:${NUMBER})){0,5})、${someDay(2)}[日号]`;
const NEIGHBOUR_MONTHS = `${someYear()}?${someMonth()}、${WHOLE_MONTH}`;
const RANGE_OF_YEARS = `(?<year>${FOUR_DIGITS})年?${MARK_OF_RANGE}(?<year2>${FOUR_DIGITS})年度?`;
const DIGIT_RANGE = `${someDigits()}(?:${MARK_OF_RANGE}|/)${someDigits(2)}`;
const DOTTED_RANGE =
  `(?:(?<year>${FOUR_DIGITS})\\.)?(?<month>[0-9]{1,2})\\.(?<day>[0-9]{1,2})${MARK_OF_RANGE}` +
  `(?:(?:(?<year2>${FOUR_DIGITS})\\.)?(?<month2>[0-9]{1,2})\\.)?(?<day2>[0-9]{1,2})`;

const DOTTED_DAY = `(?<month>[0-9]{1,2})[.${DOT}](?<day>[0-9]{1,2})`;
/** 3·15 is a date anywhere; 3.15 may be a number, so it has to be quoted or to name a day: “6.26”, 12.4国家宪法日. */
const DOTTED_DAY_IN_TEXT =
  `(?<![\\w./${DOT}-])(?<month>[0-9]{1,2})` +
  `(?:[${DOT}]|(?<=[“"‘'「『][0-9]{1,2})\\.(?=[0-9]{1,2}[”"’'」』])|\\.(?=[0-9]{1,2}(?:` +
  '日|期间|当[天日]|宣传|(?:知识产权|法[治制]|国际|全国|全民|国家|世界|禁毒|宪法|消费者|消防|防灾|环境|儿童|妇女|青年|劳动)[\\u4e00-\\u9fff]{0,8}?[日节])))' +
  `(?<day>[0-9]{1,2})(?![\\w.${DOT}])`;

export const FORMS: readonly Form[] = [
  // 2022-06-26, 2022/6/26, 2022.6.26
  { words: DIGIT_DAY, inText: apart(DIGIT_DAY), read: readDigits },
  // 2022-06-01~: EDTF for 6月初
  { words: `${DIGIT_DAY}~`, read: readAboutDigits },
  // 2022-06, 2022.6
  { words: `(?<year>${FOUR_DIGITS})[-/.](?<month>[0-9]{1,2})`, read: readDigits },
  // 2022-06~
  { words: `(?<year>${FOUR_DIGITS})[-/.](?<month>[0-9]{1,2})~`, read: readAboutDigits },
  // 2022
  { words: `(?<year>${FOUR_DIGITS})`, read: readDigits },
  // 6.26, 3·15
  { words: DOTTED_DAY, inText: DOTTED_DAY_IN_TEXT, read: readDigits },
  // 2022-05-24/2022-05-26, 2022-05/2022-06, 2022.5.24至2022.5.26
  { words: DIGIT_RANGE, inText: apart(DIGIT_RANGE), read: readDigitRange },
  // 5.24-5.26, 2022.5.24-26
  { words: DOTTED_RANGE, read: readDigitRange },
  // 2022年6月26日, 6月26号, 六月二十六日
  { words: DAY, inText: inSentence(DAY), read: readOne },
  // 6月初, 6月上旬, 6月底
  { words: PART_OF_MONTH, inText: inSentence(PART_OF_MONTH), read: readOne },
  // 6月, 2022年6月份, 元月
  { words: MONTH, inText: inSentence(MONTH), read: readOne },
  // 6月26日前后, 6月左右
  { words: ABOUT, inText: inSentence(ABOUT), read: readAbout },
  // 2022年初, 2022年年底, 今年年初
  { words: PART_OF_YEAR, inText: inSentence(PART_OF_YEAR), read: readOne },
  // 年初, 年底
  { words: PART_OF_THIS_YEAR, inText: PART_OF_THIS_YEAR, read: readOne },
  // 上半年, 2023年第三季度
  { words: HALF_OR_QUARTER, inText: inSentence(HALF_OR_QUARTER), read: readOne },
  // 2022年, 2022年度; 今年 alone is no date
  { words: YEAR, inText: inSentence(YEAR), read: readYear },
  // 5月24日至26日, 5月24日—6月2日, 5月至6月, 5月底至6月初, 6月上旬至中旬
  { words: RANGE, inText: inSentence(RANGE), read: readRange },
  // 5月24—26日
  { words: RANGE_OF_DAYS, inText: inSentence(RANGE_OF_DAYS), read: readRange },
  // 5—6月
  { words: RANGE_OF_MONTHS, inText: inSentence(RANGE_OF_MONTHS), read: readRange },
  // 5月24、25日, 5月24、25、26日
  { words: NEIGHBOUR_DAYS, inText: inSentence(NEIGHBOUR_DAYS), read: readNeighbours },
  // 5、6月份
  { words: NEIGHBOUR_MONTHS, inText: inSentence(NEIGHBOUR_MONTHS), read: readNeighbours },
  // 2021—2025年
  { words: RANGE_OF_YEARS, inText: inSentence(RANGE_OF_YEARS), read: readRange },
];

function readOne(groups: Groups, reportYear: number): ReturnType<Form['read']> {
  return intervalOf(named(groups, reportYear)) ?? 'impossible';
}

function readYear(groups: Groups, reportYear: number): ReturnType<Form['read']> {
  return groups['year'] === '今' ? undefined : readOne(groups, reportYear);
}

/** Around a day is known to the month and no nearer. */
function readAbout(groups: Groups, reportYear: number): ReturnType<Form['read']> {
  const { year, month, day } = named(groups, reportYear);
  return (intervalOf({ year, month, day }) && intervalOf({ year, month })) ?? 'impossible';
}

function readRange(groups: Groups, reportYear: number): ReturnType<Form['read']> {
  const ends = bothEnds(groups, reportYear);
  if (!ends) return undefined;
  const [from, to] = ends.map(intervalOf);
  return (from && to && through(from, to)) ?? 'impossible';
}

/** 5、6月份 is one time; in 1、6月 the first number counts the paragraph. */
function readNeighbours(groups: Groups, reportYear: number): ReturnType<Form['read']> {
  const [first, last] = [groups['day'] ?? groups['month'] ?? '', groups['day2'] ?? groups['month2'] ?? ''];
  const numbers = [first, ...(groups['between']?.split('、').filter((one) => one !== '') ?? []), last].map(numberOf);
  const isRow = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
  return isRow ? readRange(groups, reportYear) : undefined;
}

/** The end takes from the beginning what it leaves out: 5月24日至26日. `undefined` when it names nothing, as in 5月至今. */
function bothEnds(groups: Groups, reportYear: number): [NamedDate, NamedDate] | undefined {
  const from = named(groups, reportYear);
  const { year2, month2, day2, part2 } = groups;
  const isWithinMonth = month2 === undefined && (day2 ?? part2) !== undefined;
  if (isWithinMonth ? year2 !== undefined : month2 === undefined && from.month !== undefined) return undefined;
  const to = named(
    { year: year2, month: month2, day: day2, part: part2 },
    year2 === undefined ? from.year : reportYear,
  );
  return [from, isWithinMonth ? { ...to, month: from.month } : to];
}

function readDigits(groups: Groups, reportYear: number): ReturnType<Form['read']> {
  const date = named(groups, reportYear);
  const interval = intervalOf(date);
  return interval ? { ...interval, text: inWords(date, { year: reportYear }) } : 'impossible';
}

function readAboutDigits(groups: Groups, reportYear: number): ReturnType<Form['read']> {
  const { year, month, day } = named(groups, reportYear);
  if (!intervalOf({ year, month, day })) return 'impossible';
  const part = day === undefined ? undefined : day <= 10 ? '初' : day <= 20 ? '中旬' : '下旬';
  const interval = intervalOf({ year, month, part });
  const text = inWords({ year, month, part: part ?? '前后' }, { year: reportYear });
  return interval ? { ...interval, text } : 'impossible';
}

function readDigitRange(groups: Groups, reportYear: number): ReturnType<Form['read']> {
  const interval = readRange(groups, reportYear);
  const ends = bothEnds(groups, reportYear);
  if (!ends || !interval || interval === 'impossible') return interval;
  const [from, to] = ends;
  const isOne = interval.precision === 'day' || interval.precision === 'month';
  const text = inWords(from, { year: reportYear }) + (isOne ? '' : `至${inWords(to, from)}`);
  return { ...interval, text };
}

/** The Chinese words for digits, without the year, or year and month, that goes without saying. */
function inWords({ year, month, day, part = '' }: NamedDate, known: NamedDate): string {
  if (month === undefined) return `${year}年`;
  const isKnownYear = year === known.year;
  const isKnownMonth = isKnownYear && month === known.month && day !== undefined;
  return (
    (isKnownYear ? '' : `${year}年`) + (isKnownMonth ? '' : `${month}月`) + (day === undefined ? part : `${day}日`)
  );
}

function named({ year, month, day, part, quarter }: Groups, reportYear: number): NamedDate {
  return {
    year: year === undefined || year === '今' ? reportYear : yearOf(year),
    month: month === undefined ? undefined : numberOf(month),
    day: day === undefined ? undefined : numberOf(day),
    part: quarter === undefined ? part : `${NUMERAL[numberOf(quarter) - 1]}季度`,
  };
}

function yearOf(words: string): number {
  return Number([...words].map((digit) => (ZERO.includes(digit) ? 0 : NUMERAL.indexOf(digit) + 1 || digit)).join(''));
}

/** `26`, 二十六, 元 (the first). */
function numberOf(words: string): number {
  if (words === '元') return 1;
  if (/^[0-9]/.test(words)) return Number(words);
  const ten = words.indexOf('十');
  const ones = NUMERAL.indexOf(words.at(-1) ?? '') + 1;
  if (ten === -1) return ones;
  return (ten === 0 ? 10 : 10 * (NUMERAL.indexOf(words[0] ?? '') + 1)) + ones;
}
