/**
 * Dated events in the prose of a report.
 *
 * In:  one paragraph with its context: the year, the statutory part, the headings above, the offices that are known.
 * Out: drafts of events in the order of the text, never overlapping, made of the paragraph's own words; and the dates
 *      that are no event, each with the reason.
 * Not here: what a date is there for (`judge-date.ts`), how far an event reaches (`extent.ts`), its title, place, kind.
 *
 * Pure, and linear in the length of the paragraph: every pattern looks a bounded number of characters to either side.
 */
import type { Words } from '../../diagnostics/diagnostic.js';
import type { DateSpan, EventKind, Part } from '../../model/site.js';
import { DEED } from './deeds.js';
import { kindOf, lawIn, placeIn, topicOf } from './details.js';
import { doersIn } from './doers.js';
import { isPoint, nextPoint, ONLY_NAMES_THE_DAY, PURPOSE, startOf, tellsMore } from './extent.js';
import { figuresIn } from './figures.js';
import { reasonAgainst } from './judge-date.js';
import { groupsOf, mentionsOf, type Mention } from './mentions.js';
import type { OfficeNames } from './offices.js';
import { clausesOf, plainText, sentencesOf, sourceEnd, wordsOf, type PlainText, type Stretch } from './plain-text.js';
import { titleOf } from './title.js';

export interface ProseContext {
  year: number;
  part: Part;
  /** Headings above, outermost first. */
  headings: readonly string[];
  offices: OfficeNames;
  /** The date last named before this paragraph in the section, for 同月 and 次日. */
  before?: DateSpan;
}

export interface EventDraft {
  /** Offsets in the paragraph of what becomes the event's text. */
  start: number;
  end: number;
  date: DateSpan;
  /** As the source writes it; `readDate` gives `date` for it. */
  dateWords: string;
  title: string;
  /** As written, those that act. */
  offices: string[];
  place?: string;
  topic?: string;
  law?: string;
  kind: EventKind;
  figures: { label: string; value: string; unit: string }[];
  /** Why a person should look; empty when sure. */
  doubts: Words[];
}

/** A date that is no event. */
export interface PassedOver {
  quotation: string;
  date: DateSpan;
  reason: Words;
}

export interface FoundEvents {
  events: EventDraft[];
  passedOver: PassedOver[];
  lastDate?: DateSpan;
}

/** A deed with its date, before it is known how far its words reach. */
interface Anchor {
  group: readonly Mention[];
  sentence: number;
  start: number;
  doubts: Words[];
}

const FUTURE_HEADING =
  /(?:下一?步|下一?年|明年|今后|20[0-9]{2}年[^，。]{0,10}?)(?:的)?(?:主要)?(?:工作)?(?:打算|计划|安排|思路|举措|重点|目标|措施)|工作(?:打算|计划|思路)/;
const FUTURE_SENTENCE = /^(?:[一二三四五六七八九十（）、0-9.]{0,5})(?:下一?步|今后|明年|下一年度?|接下来|来年)/;

const IS_RELATIVE: Words = {
  zh: '日期是按前文推算的，请核对是不是这一天。',
  en: 'The date was worked out from the one before it: check that it is this day.',
};
const IS_ONE_OF_DATES: Words = {
  zh: '这一件事写了不止一个日期，条目用的是第一个，请决定是否分开。',
  en: 'More than one date stands with this deed. The entry has the first: decide whether it is to be divided.',
};
const IS_BEFORE_THE_DAY: Words = {
  zh: '写的是“来临之际”“前夕”，不一定是当天，请核对日期。',
  en: 'The words say that the day was near, which need not be the day itself: check the date.',
};
const IS_SINCE: Words = {
  zh: '从这一天起开展，不止这一天，请核对日期。',
  en: 'It began on this day and went on: check the date.',
};
const IS_UNTITLED: Words = {
  zh: '没有找到合适的标题，暂用正文开头的几个字，请改写。',
  en: 'No words were found for a title. The first ones of the text stand in for it: write a better one.',
};

export function findEvents(paragraph: string, context: ProseContext): FoundEvents {
  const plain = plainText(paragraph);
  const sentences = sentencesOf(plain);
  const mentions = mentionsOf(plain, context.year, context.before);
  const { anchors, passedOver } = anchorsOf(plain, sentences, mentions, context);
  const events = stretchesOf(plain, sentences, anchors).map(({ anchor, stretch }) =>
    draftOf(plain, anchor, stretch, context),
  );
  const lastDate = mentions.findLast(
    ({ date }) => date.precision !== 'year' && date.start.startsWith(String(context.year)),
  )?.date;
  return { events, passedOver, ...(lastDate && { lastDate }) };
}

function anchorsOf(
  plain: PlainText,
  sentences: readonly Stretch[],
  mentions: readonly Mention[],
  context: ProseContext,
): { anchors: Anchor[]; passedOver: PassedOver[] } {
  const anchors: Anchor[] = [];
  const passedOver: PassedOver[] = [];
  const groups = groupsOf(plain, mentions);
  const isPlanPart =
    context.part === 'plan' ||
    context.headings.some((heading) => FUTURE_HEADING.test(heading.replace(`${context.year}年`, '')));
  let isPlan = isPlanPart;
  let next = 0;
  sentences.forEach((sentence, index) => {
    isPlan ||= FUTURE_SENTENCE.test(plain.text.slice(sentence.start, sentence.start + 16));
    const own: (readonly Mention[])[] = [];
    for (; (groups[next]?.[0]?.start ?? Infinity) < sentence.end; next += 1) own.push(groups[next] ?? []);
    if (own.length === 0) return;
    const clauses = clausesOf(plain, sentence);
    const follower = sentences[index + 1];
    let bound = sentence.start;
    let at = 0;
    own.forEach((group, position) => {
      const [first] = group;
      const last = group.at(-1);
      if (!first || !last) return;
      // 当天 tells more of the event before it.
      if (first.isSameDay && anchors.length > 0) return;
      while ((clauses[at]?.end ?? Infinity) <= first.start) at += 1;
      const clause = clauses[at] ?? sentence;
      const following = own[position + 1]?.[0]?.start;
      const reach = { start: clause.start, end: following ?? sentence.end };
      const isToldNext = follower !== undefined && !(firstDated(groups, next) < follower.end);
      if (isToldNext && ONLY_NAMES_THE_DAY.test(plain.text.slice(last.end, reach.end))) reach.end = follower.end;
      const reason =
        reasonAgainst({ plain, group, sentence, clause, reach, year: context.year, isPlan }) ??
        (following !== undefined && leadsIn(plain, clause, following) ? LEADS_IN : undefined);
      if (reason) {
        if (looksLikeOne(plain, last, sentence))
          for (const mention of group)
            passedOver.push({ quotation: quotationOf(plain, mention, sentence), date: mention.date, reason });
        return;
      }
      const isSecond = anchors.at(-1)?.sentence === index;
      const led = startOf(plain, clauses, at, bound);
      // 4月15日召开会议 6月26日开展宣传: no mark divides them, so the date does.
      const start = isSecond && DEED.test(plain.text.slice(led, first.start)) ? first.start : led;
      bound = Math.max(bound, last.end);
      anchors.push({ group, sentence: index, start, doubts: doubtsOf(plain, group) });
    });
  });
  return { anchors, passedOver };
}

/** Where the next date of its own stands, from the group `next` on. */
function firstDated(groups: readonly Mention[][], next: number): number {
  const index = groups[next]?.[0]?.isSameDay === true ? next + 1 : next;
  return groups[index]?.[0]?.start ?? Infinity;
}

/** A year, a half or a quarter is worth a word only where something is told of it that an event might be told with. */
function looksLikeOne({ text }: PlainText, { date, words, end }: Mention, sentence: Stretch): boolean {
  if (date.precision !== 'year' && !/半年|季度/.test(words)) return true;
  return /^[^。；]{0,16}(?:召开|举办|举行|开展|组织)/.test(text.slice(end, Math.min(sentence.end, end + 40)));
}

const LEADS_IN: Words = { zh: '只说明缘由，活动另有日期', en: 'it gives the occasion; the deed has a date of its own' };

/** 为迎接12月4日国家宪法日，12月1日，…: the first date only says what for. */
function leadsIn(plain: PlainText, clause: Stretch, following: number): boolean {
  const words = plain.text.slice(clause.start, Math.min(clause.end, following));
  const between = plain.text.slice(clause.start, following);
  return (
    (PURPOSE.test(words) || /(?:之际|前夕|来临|到来)，$/.test(words)) && !/[；。]/.test(between) && between.length < 80
  );
}

function doubtsOf({ text }: PlainText, group: readonly Mention[]): Words[] {
  const last = group.at(-1);
  const after = last ? text.slice(last.end, last.end + 30) : '';
  return [
    ...(group.some(({ isRelative }) => isRelative) ? [IS_RELATIVE] : []),
    ...(group.length > 1 ? [IS_ONE_OF_DATES] : []),
    ...(/^[^，。；]{0,20}(?:来临|到来|前夕|临近)/.test(after) ? [IS_BEFORE_THE_DAY] : []),
    ...(/^起(?!草|诉)/.test(after) ? [IS_SINCE] : []),
  ];
}

function quotationOf(plain: PlainText, { start, end }: Mention, sentence: Stretch): string {
  const [from, to] = [Math.max(sentence.start, start - 20), Math.min(sentence.end, end + 30)];
  return wordsOf(plain, { start: from, end: to }).trim();
}

function stretchesOf(
  plain: PlainText,
  sentences: readonly Stretch[],
  anchors: readonly Anchor[],
): { anchor: Anchor; stretch: Stretch }[] {
  const starts = anchors.map(({ start }) => start);
  const purpose = sharedPurposeEnd(plain, anchors);
  if (purpose !== undefined) starts[0] = purpose;
  return anchors.map((anchor, index) => {
    const start = starts[index] ?? anchor.start;
    const next = starts[index + 1] ?? plain.text.length;
    const sentence = sentences[anchor.sentence] as Stretch;
    let end = Math.min(next, sentence.end);
    if (isPoint(plain.text, start)) end = nextPoint(plain, start, end) ?? end;
    else end = beforeOrdinal(plain, end, next);
    if (end === sentence.end) {
      const named = ONLY_NAMES_THE_DAY.test(plain.text.slice(anchor.group.at(-1)?.end ?? 0, end));
      for (let following = anchor.sentence + 1; following < sentences.length; following += 1) {
        const one = sentences[following] as Stretch;
        const isFirstDeed = named && following === anchor.sentence + 1;
        if (one.end > next || !(isFirstDeed || tellsMore(plain.text, one))) break;
        end = one.end;
      }
    }
    return { anchor, stretch: { start, end: trimmedEnd(plain, start, end) } };
  });
}

/** 二是 before the next event is the list's own word. */
function beforeOrdinal({ text }: PlainText, end: number, next: number): number {
  if (end !== next) return end;
  const ordinal = /(?:第?[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十0-9]{1,2}）、?|[①-⑳]|其中)$/.exec(
    text.slice(Math.max(0, end - 6), end),
  );
  return ordinal ? end - ordinal[0].length : end;
}

function trimmedEnd({ text }: PlainText, start: number, end: number): number {
  let to = end;
  while (to > start && /\s/.test(text.charAt(to - 1))) to -= 1;
  return to;
}

/** A purpose at the head of several events is that of all of them, so it stays in the section's text. */
function sharedPurposeEnd(plain: PlainText, anchors: readonly Anchor[]): number | undefined {
  const [first, second] = anchors;
  if (!first || !second || !PURPOSE.test(plain.text.slice(first.start, first.start + 4))) return undefined;
  if (PURPOSE.test(plain.text.slice(second.start, second.start + 4))) return undefined;
  const dated = first.group[0]?.start ?? first.start;
  const clauses = clausesOf(plain, { start: first.start, end: dated });
  const last = clauses.at(-1);
  if (!last || clauses.length < 1) return undefined;
  // The clause of the date itself, or the date right behind a mark.
  return /[，；：。]/.test(plain.text.charAt(dated - 1)) ? dated : last.start > first.start ? last.start : undefined;
}

function draftOf(plain: PlainText, { group, doubts }: Anchor, stretch: Stretch, { offices }: ProseContext): EventDraft {
  const { text } = plain;
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) throw new Error('an event without a date');
  const title = titleOf(plain, stretch, Math.max(last.end, stretch.start));
  const titleWords = wordsOf(plain, title);
  const whole = text.slice(stretch.start, stretch.end);
  const opening = /^[^。！？]*[。！？]?/.exec(whole)?.[0] ?? whole;
  const place = placeIn(opening);
  const law = lawIn(whole);
  const topic = topicOf(text.slice(title.start, title.end), opening);
  return {
    start: plain.at[stretch.start] ?? 0,
    end: sourceEnd(plain, stretch.end),
    date: first.date,
    dateWords: first.words,
    title: titleWords,
    offices: doersIn(opening, offices.in(opening)),
    ...(place !== undefined && { place }),
    ...(topic !== undefined && { topic }),
    ...(law !== undefined && { law }),
    kind: kindOf(text.slice(title.start, title.end), opening),
    figures: figuresIn(whole).map(({ label, value, unit }) => ({ label, value, unit })),
    doubts: [...doubts, ...(DEED.test(whole) ? [] : [IS_UNTITLED])],
  };
}
