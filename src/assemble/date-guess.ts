/**
 * What a date that cannot be read was meant to say, where that is certain.
 *
 * In:  words that `readDate` or `readPublished` does not know, and the year of the report.
 * Out: the same day as it is to be written; `undefined` when more than one day may be meant.
 */
import { readDate, readPublished } from './date.js';

const MONTH = '(?<month>0?[1-9]|1[0-2])';
const DAY = '(?<day>0?[1-9]|[12][0-9]|3[01])';
const YEAR = '(?<year>[12][0-9]{3})';

const DAYS: readonly RegExp[] = [
  // 20220626
  /^(?<year>[12][0-9]{3})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12][0-9]|3[01])$/,
  // 6/26, 06-26, 6_26
  new RegExp(`^${MONTH}[-/_]${DAY}$`),
  // 2022 6 26, 2022_06_26, 2022-6-26日, 2022.6.26号, 2022、6、26
  new RegExp(`^${YEAR}[-/._ 、]${MONTH}[-/._ 、]${DAY}[日号.]?$`),
  // 2022年6.26, 2022年6-26日, 2022年6月26
  new RegExp(`^${YEAR}年${MONTH}[-/._ 月]${DAY}[日号]?$`),
  // 6月26, 6.26日, 6-26日
  new RegExp(`^${MONTH}(?:月${DAY}|[-/.](?<day2>0?[1-9]|[12][0-9]|3[01])[日号])$`),
];
/** What may stand behind a day without changing it: the time of day, the weekday, a word. */
const BEHIND =
  /(?: ?(?:T?(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?|[（(]?(?:星期|礼拜|周)[一二三四五六日天][）)]?|[（(]?(?:早上|上午|中午|下午|傍晚|晚上?|全天|当天|当日|这天|那天)(?:[0-9一二三四五六七八九十]{1,3}[时点](?:半|[0-5]?[0-9]分)?)?[）)]?|[,，。.;；、]))+$/;
/** No date takes more; longer words are prose. */
const LONGEST = 40;

/** Shape: `6/26` and `6月26日上午` -> `6月26日`; `20220626` -> `2022-06-26`. */
export function guessDate(words: string, reportYear: number): string | undefined {
  const text = halfWidth(words);
  if (text.length > LONGEST) return undefined;
  const bare = text.replace(BEHIND, '').trim();
  // Only what stood behind it kept the date from being read.
  if (bare !== text && bare !== '' && 'date' in readDate(bare, reportYear)) return bare;
  for (const pattern of DAYS) {
    const { year, month, day, day2 } = pattern.exec(bare)?.groups ?? {};
    const date = day ?? day2;
    if (month === undefined || date === undefined) continue;
    const guess =
      year === undefined
        ? `${Number(month)}月${Number(date)}日`
        : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return 'date' in readDate(guess, reportYear) ? guess : undefined;
  }
  return undefined;
}

/** Shape: `20230321` -> `2023-03-21`; `2023-03-21 09:00:00` -> `2023-03-21 09:00`. */
export function guessPublished(words: string): string | undefined {
  const text = halfWidth(words);
  // Which hour 下午3:00 is has to be written by whoever knows.
  if (text.length > LONGEST || /下午|晚|中午/.test(text)) return undefined;
  const {
    day = '',
    hour,
    minute,
  } = /^(?<day>.*?)(?:[T ]*(?:(?:上午|早上) *)?(?<hour>[01]?[0-9]|2[0-3])(?::|[时点])(?<minute>[0-5][0-9])分?(?:[:.0-9]+)?(?:Z|[+]08:?00)?)?$/.exec(
    text,
  )?.groups ?? {};
  const date = /^[12][0-9]{3}/.test(day.trim()) ? (guessDate(day.trim(), 0) ?? day.trim()) : '';
  const guess = hour === undefined || minute === undefined ? date : `${date} ${hour.padStart(2, '0')}:${minute}`;
  return readPublished(guess) ? guess : undefined;
}

function halfWidth(words: string): string {
  return words.normalize('NFKC').trim().replace(/\s+/g, ' ');
}
