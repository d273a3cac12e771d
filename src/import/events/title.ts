/**
 * A title for an event, made of its own words: what was done, or the day it was done for.
 *
 * In:  plain text and the stretch of the event; where its date stands.
 * Out: a stretch of 4 to 30 characters, in one piece, without an ordinal or an ending mark.
 */
import { NAMED_DAYS } from '../../model/named-days.js';
import { CARRYING, DEED, HEADS, STRONG_DEED } from './deeds.js';
import type { PlainText, Stretch } from './plain-text.js';

const [SHORTEST, LONGEST] = [4, 30];
/** Nobody says more in one breath; so that a text without marks takes no longer than another. */
const LONGEST_CLAUSE = 200;
const CARRIED = new RegExp(
  `(?:${CARRYING})(?:了|过)?(?:一次|一场|一期|一轮|[0-9一二三四五六七八九十两]{1,3}[场次期轮])?(?:以)?`,
  'g',
);
const DAY = NAMED_DAYS.map(({ words }) => words).join('|');
/** 是全民国家安全教育日, 我国迎来第九个国家宪法日和第五个宪法宣传周; “世界水日” right behind the date. */
const NAMES_THE_DAY = new RegExp(
  `^[”"]?(?:，?(?:我国|我们)?(?:是|为|系|正值|适逢|恰逢|迎来)了?(?:我国)?)?` +
    `(?<name>(?:第[一二三四五六七八九十0-9]{1,3}个)?[“"]?[\\u4e00-\\u9fff]{0,8}?(?:${DAY}|[\\u4e00-\\u9fff]{2,10}(?:日|周|月|节))[”"]?` +
    `(?:[和暨及][^，。；]{2,12}(?:日|周|月|节))?)`,
);
/** It says of what kind the deed is and not which one. */
const GENERIC =
  /^(?:了|相关|有关|系列|集中|主题|专题|专项|大型|现场|法治|法制|普法|宣传|教育|学习|咨询|服务|和|全镇|全乡|各类|多种形式的?|形式多样的?|一系列|工作)*(?:宣传|活动|会议|大会|培训|培训班|讲座|宣讲|学习|检查|工作|演练|教育|宣传活动|咨询|服务)?$/;
const NOT_DONE = /(?:未|没有|未能|无法|不)$/;
/** A meeting's name, when more is told of the meeting behind it. */
const OPENS_WITH_MEETING =
  /^[\u4e00-\u9fff0-9“”《》（）]{0,26}?(?:会议|大会|例会|(?:推进|部署|联席|座谈|动员|调度|党委|扩大|专题|学习)会)(?=进行|通报|部署|专题|学习|研究|传达|推进|对|就|听取|安排|审议|讨论|总结|集体|强调)/;
const DEEDS = new RegExp(DEED, 'g');
const ONLY_WHERE = /^(?:在|于)[^，]{1,60}(?:上|中|下|期间|之际|后|时)$/;
/** What a meeting did says more than that it met. */
const SAYS_MORE = /^(?:专题|集中|认真|深入)?(?:学习|研究|听取|传达|成立|部署|安排|通报|审议|讨论|就|对)/;
const STOP = /[，。；：！？\n]/;

export function titleOf(plain: PlainText, event: Stretch, dateEnd: number): Stretch {
  const { text } = plain;
  const day = dayName(plain, dateEnd, event.end);
  const objects = objectsOf(plain, { start: dateEnd, end: firstStop(plain, event) });
  const exact = objects.find((one) => !GENERIC.test(text.slice(one.start, one.end)));
  const candidates = [exact, day, ...objects, ...predicates(plain, { start: dateEnd, end: event.end })];
  for (const candidate of candidates) {
    const title = candidate && tidied(plain, candidate, event);
    if (title) return title;
  }
  // Nothing better: the words behind the date, else the event's first ones.
  const behind = { start: dateEnd, end: clauseEnd(plain, dateEnd + 1, event.end) };
  const first = { start: event.start, end: Math.min(event.end, event.start + LONGEST) };
  return tidied(plain, behind, event) ?? tidied(plain, first, event) ?? first;
}

/** The end of the first sentence that does something. */
function firstStop({ text }: PlainText, { start, end }: Stretch): number {
  const limit = Math.min(end, start + 5 * LONGEST_CLAUSE);
  const deed = start + Math.max(0, text.slice(start, limit).search(DEED));
  const stop = text.slice(deed, limit).search(/[。！？]/);
  return stop < 0 ? limit : deed + stop + 1;
}

function dayName({ text }: PlainText, dateEnd: number, end: number): Stretch | undefined {
  const match = NAMES_THE_DAY.exec(text.slice(dateEnd, Math.min(end, dateEnd + 60)));
  const name = match?.groups?.['name'];
  if (match === null || name === undefined || STRONG_DEED.test(name)) return undefined;
  const start = dateEnd + match[0].length - name.length;
  return { start, end: dateEnd + match[0].length };
}

/** What 开展, 召开 and the like carry, each to the end of its clause. */
function objectsOf(plain: PlainText, within: Stretch): Stretch[] {
  const { text } = plain;
  return [...text.slice(within.start, within.end).matchAll(CARRIED)].flatMap((match) => {
    const verb = within.start + match.index;
    if (plain.within[verb] !== '' || NOT_DONE.test(text.slice(Math.max(0, verb - 3), verb))) return [];
    const start = verb + match[0].length - (match[0].endsWith('以') ? 1 : 0);
    const end = clauseEnd(plain, start, within.end);
    const words = text.slice(start, end);
    if (words.length < SHORTEST)
      return [withNextClause(plain, objectBefore(plain, within.start, verb, end), within.end)];
    const meeting = OPENS_WITH_MEETING.exec(words)?.[0];
    // 召开专题会议进行动员部署 is one deed with two verbs; 召开安全生产工作会议通报情况 has a name in front.
    if (meeting !== undefined)
      return [GENERIC.test(meeting) ? { start: verb, end } : { start, end: start + meeting.length }];
    if (!GENERIC.test(words)) return [{ start, end }];
    return [withNextClause(plain, { start: words.length < 6 ? verb : start, end }, within.end)];
  });
}

/** 召开会议，专题学习《信访工作条例》 */
function withNextClause(plain: PlainText, title: Stretch, limit: number): Stretch {
  const next = title.end + 1;
  if (plain.text.charAt(title.end) !== '，' || !SAYS_MORE.test(plain.text.slice(next, next + 6))) return title;
  const end = clauseEnd(plain, next, limit);
  return end - title.start <= LONGEST ? { start: title.start, end } : title;
}

/** 对全镇普法工作进行视察 has its object in front. */
function objectBefore({ text }: PlainText, earliest: number, verb: number, end: number): Stretch {
  const from = Math.max(earliest, verb - LONGEST);
  const before = text.slice(from, verb);
  const at = Math.max(before.lastIndexOf('对'), before.lastIndexOf('就'));
  return at >= 0 && !STOP.test(before.slice(at)) ? { start: from + at, end } : { start: verb, end };
}

/** Clauses that do something, from their first verb. */
function predicates(plain: PlainText, { start, end }: Stretch): Stretch[] {
  const found: Stretch[] = [];
  for (let from = start; from < end && found.length < 6;) {
    const to = clauseEnd(plain, from, end);
    const words = plain.text.slice(from, to);
    const verb = [...words.matchAll(DEEDS)].find(({ index }) => plain.within[from + index] === '');
    if (verb && !ONLY_WHERE.test(words)) found.push({ start: from + verb.index, end: to }, { start: from, end: to });
    from = Math.max(to, from) + 1;
  }
  return found;
}

function clauseEnd({ text, within }: PlainText, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST_CLAUSE);
  for (let index = start; index < limit; index += 1)
    if (STOP.test(text.charAt(index)) && (within[index] === '' || within[index] === 'brackets')) return index;
  return limit;
}

/** Cut to length at the end of a noun, freed of what a title does not have; `undefined` when too little remains. */
function tidied(plain: PlainText, { start, end }: Stretch, event: Stretch): Stretch | undefined {
  const { text } = plain;
  let [from, to] = [Math.max(start, event.start), Math.min(end, event.end)];
  from += /^(?:[，。；：、了的]|我镇|并|还|分别)+/.exec(text.slice(from, to))?.[0].length ?? 0;
  if (to - from > LONGEST) to = cutAt(plain, from, from + LONGEST);
  while (to > from && /[，。；：、！？\s（(]/.test(text.charAt(to - 1))) to -= 1;
  const words = balanced(text.slice(from, to));
  from += words.offset;
  to = from + words.length;
  return to - from >= SHORTEST && to - from <= LONGEST ? { start: from, end: to } : undefined;
}

/** The end of the last noun that fits, else of the last part of a list. */
function cutAt(plain: PlainText, from: number, to: number): number {
  const words = plain.text.slice(from, to);
  const heads = [...words.matchAll(HEADS)].filter((head) => plain.within[from + head.index] !== 'quotation');
  const last = heads.at(-1);
  if (last && last.index + last[0].length >= SHORTEST) return from + last.index + last[0].length;
  const mark = Math.max(words.lastIndexOf('、'), words.lastIndexOf('和'));
  return mark >= SHORTEST ? from + mark : to;
}

/** The longest piece whose quotation marks and brackets all have a partner. */
function balanced(words: string): { offset: number; length: number } {
  const open = Math.max(words.lastIndexOf('“'), words.lastIndexOf('《'), words.lastIndexOf('（'));
  const close = Math.max(words.lastIndexOf('”'), words.lastIndexOf('》'), words.lastIndexOf('）'));
  const end = open > close ? open : words.length;
  const firstClose = words.slice(0, end).search(/[”》）]/);
  const firstOpen = words.slice(0, end).search(/[“《（]/);
  const offset = firstClose >= 0 && (firstOpen < 0 || firstClose < firstOpen) ? firstClose + 1 : 0;
  return { offset, length: Math.max(0, end - offset) };
}
