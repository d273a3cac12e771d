/**
 * Dates that a paragraph names, those that lean on the date before among them, and the groups they stand in.
 *
 * In:  plain text, the report's year, the date that was named last before the paragraph.
 * Out: mentions in order; what they are about is `judge-date.ts`.
 */
import { findDates, readDate } from '../../build.js';
import type { DateSpan } from '../../model/site.js';
import { DEED } from './deeds.js';
import type { PlainText, Stretch } from './plain-text.js';

export interface Mention extends Stretch {
  date: DateSpan;
  /** As written; of a date that leans on another, the words that say the same alone. */
  words: string;
  /** 同月26日, 次日: somebody should look whether it is the right month or day. */
  isRelative: boolean;
  /** 当天 at the beginning of a sentence: what follows happened on the day of the event before. */
  isSameDay: boolean;
}

const NUMBER = '[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]';
/** 同月26日; 26日 alone only where a clause begins, since 每月26日 and 学习3日 are no dates. */
const DAY_OF_MONTH = `(?:(?:同|当)月|(?<=^|[，。；]))(?<day>${NUMBER})[日号](?=[，上下晚在由组开召举镇乡县我司]|联合)`;
const SAME_DAY = '(?<=^|[，。；])(?<same>当天|当日|同日|同一天)(?![，]?[是为])';
const NEXT_DAY = '(?<=^|[，。；])(?<next>次日|翌日|第二天)';
const RELATIVE = new RegExp([DAY_OF_MONTH, SAME_DAY, NEXT_DAY].join('|'), 'g');
const DAY_MS = 86_400_000;

export function mentionsOf({ text }: PlainText, year: number, before: DateSpan | undefined): Mention[] {
  const absolute = findDates(text, year).map(({ date, index, length }): Mention => ({
    start: index,
    end: index + length,
    date,
    words: text.slice(index, index + length),
    isRelative: false,
    isSameDay: false,
  }));
  const mentions: Mention[] = [];
  let next = 0;
  let last = before;
  const add = (mention: Mention): void => {
    mentions.push(mention);
    if (isDated(mention.date)) last = mention.date;
  };
  for (const match of text.matchAll(RELATIVE)) {
    for (; (absolute[next]?.start ?? Infinity) < match.index; next += 1) add(absolute[next] as Mention);
    const isTaken = absolute[next]?.start === match.index || (mentions.at(-1)?.end ?? 0) > match.index;
    const mention = isTaken || !last ? undefined : relativeTo(last, match, year);
    if (mention) add(mention);
  }
  for (; next < absolute.length; next += 1) add(absolute[next] as Mention);
  return withoutNames(text, mentions);
}

/** A day that is named rather than dated: “12·4”国家宪法日, 12月4日国家宪法日. */
const DAY_NAME = /^[”"』」]?(?:第[一二三四五六七八九十0-9]{1,3}个)?[\u4e00-\u9fff]{0,10}?(?:日|周|节)/;
const OPENS_CLAUSE = /^(?:在|以|结合|围绕|抓住|利用)?[“"『「]?$/;
const FAR = 200;

/** 12月1日，镇司法所开展“12·4”宪法宣传 has one date; the other one is the name of what was done. */
function withoutNames(text: string, mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const last = kept.at(-1);
    if (!last || !isNameBeside(text, last, mention)) kept.push(mention);
  }
  return kept;
}

function isNameBeside(text: string, last: Mention, { start, end, words, date }: Mention): boolean {
  const isByNumbers = !/[月日号]/.test(words);
  if (!isByNumbers && !DAY_NAME.test(text.slice(end, end + 16))) return false;
  if (!/[月日号]/.test(last.words) || start - last.end > FAR || start - last.end < 2) return false;
  const between = text.slice(last.end, start);
  // 4月15日是国家安全教育日。…开展了“4·15”宣传 is the same day, said again.
  if (isByNumbers && date.start === last.date.start && date.end === last.date.end) return true;
  if (/[。；！？]/.test(between) || !between.includes('，')) return false;
  const clause = between.slice(between.lastIndexOf('，') + 1);
  const isNewDeed = OPENS_CLAUSE.test(clause) && DEED.test(between);
  const isList = OPENS_CLAUSE.test(clause) && !isByNumbers;
  return !isNewDeed && !isList;
}

/** Only a day or a month can be leant on. */
function isDated({ precision }: DateSpan): boolean {
  return precision !== 'year' && precision !== 'part-of-year';
}

function relativeTo(last: DateSpan, match: RegExpExecArray, reportYear: number): Mention | undefined {
  const { day, same, next } = match.groups ?? {};
  const [year, month] = last.end.split('-').map(Number);
  const words =
    day === undefined
      ? dayAfter(last, next === undefined ? 0 : 1, reportYear)
      : inYear(year, reportYear, `${month}月${day}日`);
  const read = words === undefined ? { problem: 'unreadable' } : readDate(words, reportYear);
  if (!('date' in read) || words === undefined) return undefined;
  const { index: start, 0: written } = match;
  return {
    start,
    end: start + written.length,
    date: read.date,
    words,
    isRelative: true,
    isSameDay: same !== undefined,
  };
}

function dayAfter({ end, precision, text }: DateSpan, days: number, reportYear: number): string | undefined {
  if (days === 0) return text;
  if (precision !== 'day' && precision !== 'range') return undefined;
  const [year = 0, month, day] = new Date(Date.parse(`${end}T00:00:00Z`) + days * DAY_MS)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .map(Number);
  return inYear(year, reportYear, `${month}月${day}日`);
}

function inYear(year: number | undefined, reportYear: number, words: string): string {
  return year === reportYear ? words : `${year}年${words}`;
}

/** What may stand between two dates of one list: the name of the first day, then a mark or 和. */
const NAME = '[\\u4e00-\\u9fff“”"]{0,18}?';
const COUNT = '(?:第[一二三四五六七八九十0-9]{1,3}个)?[“‘"「『（]?';
const BETWEEN = new RegExp(
  `^[”’"'」』]?(?:(?:${NAME}[”’"'）]?(?:、|和|与|及|以及|或|暨)|${NAME}(?:日|节|周|月)[”’"'）]?，?)?${COUNT})$`,
);
const DEED_BETWEEN = /开展|召开|举办|举行|组织|进行|联合|参加|邀请|走进|启动|施行|通过|印发/;

/** Dates that stand side by side are of one deed, or of none. */
export function groupsOf({ text }: PlainText, mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last && text.slice(last.end, Math.min(mention.start, last.end + 40));
    const isOneList =
      last !== undefined &&
      between !== undefined &&
      mention.start - last.end < 30 &&
      BETWEEN.test(between) &&
      !DEED_BETWEEN.test(between);
    if (isOneList) group?.push(mention);
    else groups.push([mention]);
  }
  return groups;
}
