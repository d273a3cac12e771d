/**
 * Entries: the shortcomings, tasks and duties that a part of the report lists, as stretches of its text.
 *
 * In:  the paragraphs under one heading.
 * Out: each paragraph in pieces, in order, that together are the paragraph; those that are entries say so.
 */
import type { Holder, Status } from '../model/site.js';
import { ordinalAt, POINT } from './ordinal.js';
import { clausesIn, isPoint, pointsIn, sentencesIn, type Stretch } from './points.js';

export interface Piece {
  text: string;
  isEntry: boolean;
}

/** What a paragraph says before it comes to the list. */
const LEAD =
  /虽然|取得了?(?:一定|一些|较大|明显|积极)|存在(?:以下|一些|不少|的)?[^，。]{0,12}(?:问题|不足|差距)|主要(?:表现|体现|是|有|问题)|如下|以下|现将|重点(?:做好|抓好|开展|从)|下一步.{0,30}(?:将|要)|总体要求|指导思想|认真履行.{0,30}职责/u;
/** What goes on with the entry before it. */
const GOES_ON = /^(?:主要原因|原因|究其原因|造成|这些|上述|以上|其中|同时|例如|比如|如|对此|由此|尤其|特别)/u;
/** Characters. A shorter stretch is part of the entry before it. */
const SHORTEST = 6;
const LONGEST_TITLE = 48;

/** `上述问题产生的主要原因，一是…` lists reasons, no shortcomings of their own. */
function isReason(text: string): boolean {
  return /^[^，。：]{0,16}原因/u.test(text);
}

/** Entries listed under one heading; `isOwn`: the heading is itself the name of one entry. */
export function entriesIn(paragraphs: readonly string[], isOwn: boolean): Piece[][] {
  const enumerated = paragraphs.map(pointsIn);
  if (enumerated.some((points) => points.length > 0) || paragraphs.filter(isPoint).length > 1)
    return paragraphs.map((text, index) => {
      const points = enumerated[index] ?? [];
      return points.length > 0 && !isReason(text) ? piecesOf(text, points) : [{ text, isEntry: isPoint(text) }];
    });
  if (isOwn) return paragraphs.map((text, index) => [{ text, isEntry: index === 0 }]);
  const isLead = paragraphs.length > 1 && LEAD.test(paragraphs[0] ?? '');
  return paragraphs.map((text, index): Piece[] => {
    if (paragraphs.length === 1) return piecesOf(text, afterLead(text));
    return isLead && index === 0 ? [{ text, isEntry: false }] : [{ text, isEntry: true }];
  });
}

/** What a part on the persons first responsible lists: points, or the clauses of its sentences that tell a deed. */
export function dutiesIn(text: string, isOwn: boolean): Piece[] {
  const points = pointsIn(text);
  if (points.length > 0) return piecesOf(text, points);
  if (isOwn || isPoint(text)) return [{ text, isEntry: true }];
  const stretches: Stretch[] = [];
  for (const sentence of sentencesIn(text)) {
    const clauses = clausesIn(text, sentence);
    const isShort = sentence.end - sentence.start <= 60;
    for (const [index, clause] of clauses.entries()) {
      const words = text.slice(clause.start, clause.end);
      const last = stretches.at(-1);
      const isDeed = DEED.test(words) && words.length >= SHORTEST;
      const begins = isShort ? index === 0 : isDeed;
      const isLead = LEAD.test(words) && stretches.length === 0;
      if (begins && !isLead) stretches.push({ ...clause });
      else if (last) last.end = clause.end;
    }
  }
  return piecesOf(text, stretches);
}

/** What a clause of a duty begins with. */
const DEED =
  /^(?:[\p{Script=Han}]{0,8}?(?:负责人|书记|镇长|乡长|主任|领导)(?:在[^，]{2,12}内)?)?(?:认真|严格|全面|及时|定期|带头|积极|主动|切实|扎实|深入|坚持|充分|自觉|依法|先后|专题|全年)*(?:签订|对照|学习|完成|落实|履行|执行|建立|健全|完善|推进|制定|召开|听取|研究|部署|组织|开展|参加|出庭|督促|审查|述职|述法|公开|支持|保障|推动|加强|制定|主持|审议|调整|成立|按照|解决|化解|接受|将法治|把法治)/u;

/** The stretches as entries, what stands before, between and behind them as text. */
function piecesOf(text: string, entries: readonly Stretch[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of entries) {
    if (start > from) pieces.push({ text: text.slice(from, start), isEntry: false });
    pieces.push({ text: text.slice(start, end), isEntry: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isEntry: false });
  return pieces;
}

/** The sentences of a paragraph that is one list, its lead left out. */
function afterLead(text: string): Stretch[] {
  const entries: Stretch[] = [];
  for (const [index, sentence] of sentencesIn(text).entries()) {
    const words = text.slice(sentence.start, sentence.end);
    const colon = index === 0 && LEAD.test(words) ? words.search(/[：:]/u) : -1;
    if (index === 0 && LEAD.test(words) && (colon === -1 || colon === words.length - 1)) continue;
    const start = sentence.start + colon + 1;
    const last = entries.at(-1);
    if (last && (GOES_ON.test(words) || sentence.end - start < SHORTEST)) last.end = sentence.end;
    else entries.push({ start, end: sentence.end });
  }
  return entries;
}

/** A title of an entry's own words: its first clauses, without the ordinal and the closing mark. */
export function titleOf(text: string): string {
  const ordinal = ordinalAt(text, 0)?.words ?? '';
  const bare = text.slice(ordinal.length).trimStart();
  const point = POINT.exec(bare);
  const words = (point?.index === 0 ? bare.slice(point[0].length) : bare).replace(/^[，,、：:\s]+/u, '');
  const sentence = words.slice(0, words.search(/[。；：！？;:]|$/u));
  let title = sentence;
  while (title.length > LONGEST_TITLE) {
    const mark = title.slice(0, -1).search(/[，,](?=[^，,]*$)/u);
    if (mark < 4) break;
    title = title.slice(0, mark);
  }
  return title.slice(0, 2 * LONGEST_TITLE).replace(/[，,、。；：:\s]+$/u, '');
}

/** What an entry gives as its reason, in its own words. */
export function causeIn(text: string): string | undefined {
  return /(?:主要原因(?:是|在于)|原因(?:是|在于)|由于|主要是因为|究其原因[，,]?(?:是|在于|主要是)?)(?<cause>[^。；，]{4,60})/u.exec(
    text,
  )?.groups?.['cause'];
}

/** Whose duty it is and how it stands, as far as the words tell; `isSure` where they say so outright. */
export function holderOf(text: string): { holder: Holder; isSure: boolean } {
  if (/党政(?:主要|领导|班子)|党委、?政府|党政/u.test(text)) return { holder: 'both', isSure: true };
  const isParty = /党(?:工)?委(?:主要)?(?:负责人|书记)|书记|党(?:工)?委会?(?!副)/u.test(text);
  const isGovernment = /[镇乡]长|主任|政府(?:主要)?负责人|行政机关负责人|行政应诉/u.test(text);
  if (isParty && isGovernment) return { holder: 'both', isSure: true };
  if (isParty !== isGovernment) return { holder: isParty ? 'party' : 'government', isSure: true };
  return { holder: 'both', isSure: false };
}

export function statusOf(text: string): { status: Status; isSure: boolean } {
  if (/未(?:能)?(?:完成|开展|落实|制定)/u.test(text)) return { status: 'missed', isSure: true };
  if (
    /完成(?!时限|时间|期限)|签订了?|召开|听取|开展了|组织了|制定了|举办|[0-9一二两三四五六七八九十]+余?(?:次|场|件|起|份|期)|已(?!经形成)|进行了|达到/u.test(
      text,
    )
  )
    return { status: 'done', isSure: true };
  if (/(?:^|[，。])(?:将|拟|计划)/u.test(text)) return { status: 'planned', isSure: true };
  return { status: 'ongoing', isSure: false };
}
