/**
 * How far an event reaches: back over the words that lead in to its date, on over the sentences that tell more of it.
 *
 * In:  plain text, its sentences and clauses, the date that an event stands on.
 * Out: stretches that never meet.
 */
import { DEED, STRONG_DEED } from './deeds.js';
import { clausesOf, type PlainText, type Stretch } from './plain-text.js';

/** A clause that only says why, when or on what ground: 为…, 在…之际, 根据…. */
const OPENS_LEAD_IN =
  /^(?:为(?!了?解决不|主|期|数)|围绕|根据|按照|依据|结合|针对|借助|利用|依托|抓住|紧扣|聚焦|随着|时值|值此|正值|适逢|恰逢|趁|以[^，。；]{2,40}(?:为契机|为抓手|为载体|为主题|为重点|为主线)|在[^，。；]{1,40}(?:之际|来临|到来|期间|之前|前夕|之后|当天|首日|时刻|时机|下|中|背景下|指导下|支持下|村|镇|场|校|学|厅|室|园|心|口|区|店|市|站|院)[，]?$)/;
const ENDS_LEAD_IN = /(?:之际|期间|来临|到来|前夕|为契机|当天|当日|[节日](?:前|后|前后))，$/;
export const PURPOSE = /^(?:为(?!了?解决不|主|期|数)|围绕|根据|按照|依据|结合|针对)/;
/** The doer alone: 均川镇，于5月24日… */
const BARE_SUBJECT = /^[\u4e00-\u9fff、（）]{2,20}，$/;
const OFFICE_END = /(?:镇|乡|街道|党委|政府|人大|纪委|办|所|局|站|中心|妇联|团委|工会|院|队|会)，$/;

/** 一是, （二）, 3., 其中: they order the text and belong to no event. */
const ORDINAL =
  '(?:(?:第?[一二三四五六七八九十]{1,2}(?:是|要)|首先|其次|再次|最后|其中|此外|另外|如|例如|分别[为是]|具体(?:[为是]|有)|即|包括|主要有)[，：]?|（[一二三四五六七八九十0-9]{1,2}）、?|[①-⑳]|[一二三四五六七八九十]{1,2}、(?![二三四五六七八九十][、月])|[0-9]{1,2}(?:\\.(?![0-9])|、(?![0-9]{1,2}(?:[月日、.]|$))))';
const ORDINAL_AT_START = new RegExp(`^${ORDINAL}`);
const NEXT_ORDINAL = /^(?:第?[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十0-9]{1,2}）|[①-⑳])/;

const MOST_LEAD_IN = 8;

/** Where the event's words begin; `bound` is where the one before it ended. */
export function startOf({ text }: PlainText, clauses: readonly Stretch[], at: number, bound: number): number {
  const clause = clauses[at];
  if (!clause) return bound;
  const own = afterOrdinals(text, clause);
  if (own > clause.start) return Math.max(own, bound);
  let start = clause.start;
  for (let index = at - 1; index >= Math.max(0, at - MOST_LEAD_IN); index -= 1) {
    const before = clauses[index] as Stretch;
    const from = afterOrdinals(text, before);
    const words = text.slice(from, before.end);
    if (before.start < bound || /[；：]$/.test(words)) break;
    const isLeadIn = OPENS_LEAD_IN.test(words) || ENDS_LEAD_IN.test(words);
    const isSubject = BARE_SUBJECT.test(words) && OFFICE_END.test(words) && !DEED.test(words);
    if (isLeadIn || isSubject) start = from;
    else if (STRONG_DEED.test(words)) break;
    if (from > before.start) break;
  }
  return Math.max(start, bound);
}

function afterOrdinals(text: string, { start, end }: Stretch): number {
  const ordinal = ORDINAL_AT_START.exec(text.slice(start, Math.min(end, start + 12)))?.[0] ?? '';
  return start + ordinal.length;
}

/** Where the next point of a list begins, for an event that stands in one: 一是…；二是…. */
export function nextPoint(plain: PlainText, start: number, end: number): number | undefined {
  const clauses = clausesOf(plain, { start, end });
  return clauses.slice(1).find((clause) => NEXT_ORDINAL.test(plain.text.slice(clause.start, clause.start + 6)))?.start;
}

/** Whether the words just before are an ordinal of a list. */
export function isPoint(text: string, start: number): boolean {
  return /(?:第?[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十0-9]{1,2}）、?|[①-⑳])[，：]?$/.test(
    text.slice(Math.max(0, start - 6), start),
  );
}

const TELLS_MORE = new RegExp(
  '^(?:' +
    '(?:在)?(?:此次|本次|该次|这次|整个|该项|本场|此项)?(?:活动|会议|培训|讲座|宣传|检查|督查|督导|演练|演习|授课|宣讲|课堂|课程|仪式|考试|竞赛|比赛|行动|整治|庭审|座谈|调研|走访|学习|听证|法治课|党课)(?![^，。；]{0,4}(?:机制|制度|体系|经费|力度|方面))[^，。；]{0,12}?(?:中|上|期间|现场|结束后|后|时|内容|共|还|围绕|以|通过|强调|要求|指出|由|采取|旨在|吸引|进一步|增强|提高|提升|营造|取得|得到|让|使|为|邀请|传达|学习|通报|明确|审议|，)' +
    '|(?:此次|本次|该次|这次|本场|此项)|现场|会上|会前|会中|会后|会议|课上|课后|课堂上|当[天日]|期间|随后|接着|之后|活动' +
    '|通过(?:此次|本次|这次|活动|宣传|培训|学习|观看|讲解|演练|现场|检查|开展|宣讲|集中|此|该|旁听|参观|讲座)' +
    '|(?:共|总共|累计|合计|总计)?(?:发放|悬挂|张贴|接受|解答|受教育|参与|参加|展出|摆放|设置|出动|提供|播放|检查|发现|排查|参训|参会|与会)' +
    '|(?:[^，。；]{0,10})?(?:共|总共|合计|总计)(?:发放|悬挂|张贴|接受|接待|解答|计|有|组织|展出|摆放|设置|出动|提供|播放|检查|发现|排查)' +
    '|(?:活动|参训|参会|与会|检查|宣传|工作|执法|参观|授课|讲课|主讲|视察|督导|调研|演练|志愿|普法|巡查|演讲|审判|办案)(?:人员|组|者|队员|小组|队|人|代表|领导)' +
    '|志愿者|民警们?|干警|讲师|律师|法官|检察官|主讲人|授课人|专家|老师|师生|同学们|群众|村民们?|大家|与会|参训|参会' +
    '|此举|据(?:悉|统计|了解)|该[镇乡村所局校社](?!.{0,12}(?:建立|完善|制定))|[^，。；]{1,14}(?:组|一行|领导|书记|镇长|乡长|局长|所长|主任)[^，。；]{0,8}(?:指出|强调|要求|表示|认为|建议|希望|来到|对|先后|还|充分|肯定|听取|查看|察看)|[^，。；]{1,10}(?:指出|强调)[，：]|针对(?:发现|检查|排查)|对(?:检查|排查|发现|存在)|截至活动结束|为期|其间|席间|并(?!且)' +
    ')',
);
const WEAK = /^(?:同时|此外|另外|还|最后|并且|其次|与此同时)，?/;
const TELLS_MORE_WEAKLY = /现场|本次|此次|活动|会上|群众|资料|咨询|参会|与会|学员|师生|横幅|展板/;
const ABOUT_THE_YEAR =
  /^(?:全年|年内|一年来|今年以来|本年度|[12][0-9]{3}年|近年来|目前|下一步|下步|今后|接下来|截[至止]|累计|迄今|去年)|全年|今年以来|一年来|本年度|年内/;
const ANOTHER_MATTER = /(?:建立健全|健全完善|建立了|完善了|制度|机制|常态化|长效)/;

/** Whether a sentence goes on telling of the event before it. */
export function tellsMore(text: string, { start, end }: Stretch): boolean {
  const words = text.slice(start, Math.min(end, start + 160));
  if (ABOUT_THE_YEAR.test(words) || ORDINAL_AT_START.test(words.replace(/^(?:最后|此外|另外)/, ''))) return false;
  const weak = WEAK.exec(words);
  if (!weak) return TELLS_MORE.test(words);
  const rest = words.slice(weak[0].length);
  return TELLS_MORE.test(rest) || (TELLS_MORE_WEAKLY.test(rest) && !ANOTHER_MATTER.test(rest));
}

/** 4月15日是全民国家安全教育日。 or 4月15日。 alone; the next sentence says what was done. */
export const ONLY_NAMES_THE_DAY =
  /^(?:[”"]?(?:，?(?:也|又)?(?:是|为|系|正值|适逢|恰逢|我国迎来|迎来)了?[^，。；]{2,40}(?:日|周|月|节)[”"]?){1,3}(?:，[^，。]{0,8}主题[是为：][^。]{2,60})?)?。?$/;
