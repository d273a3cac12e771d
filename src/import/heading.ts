/**
 * Headings: which lines of a report are one, and where a heading ends that runs into its paragraph.
 *
 * In:  a line.
 * Out: its ordinal, the heading, and what follows it on the line.
 */
import { findDates } from '../build.js';
import { simplified } from '../model/simplified.js';
import { partsIn } from '../model/statutory-parts.js';
import type { Line } from './document.js';
import { ordinalAt, POINT, type Ordinal } from './ordinal.js';

/** A line that is or begins with a heading. */
export interface HeadingLine {
  ordinal: Ordinal | undefined;
  /** The mark that ends it, when it runs in, included. */
  title: string;
  /** The words behind it on its line, '' where it stands alone. */
  rest: string;
  /** How its end was found: certain, or a guess that somebody should look at. */
  isGuess: boolean;
  /** The whole line is one sentence with a full stop: a heading only if others like it are. */
  isSentence: boolean;
  /** Of a heading style. */
  style: number | undefined;
}

/** Characters. */
const LONGEST_LINE = 45;
const LONGEST_SENTENCE = 32;
const LONGEST_CLAUSE = 20;

/** What headings of work done begin with: 加强组织领导, 以服务为宗旨. */
const DEED =
  /^(?:加强|加大|加快|强化|深化|优化|细化|净化|提升|提高|推进|推动|促进|完善|健全|建立|规范|严格|夯实|压实|落实|坚持|坚决|营造|创新|拓展|拓宽|注重|突出|聚焦|狠抓|抓实|抓好|抓牢|深入|扎实|积极|全面|持续|着力|切实|依法|构建|打造|维护|保障|筑牢|增强|化解|转变|发挥|履行|整合|统筹|紧扣|紧盯|围绕|立足|做好|做实|做细|树立|普及|培育|防范|守牢|领导|动员|开展|组织|广泛|简化|认真|以.{1,8}为)/u;
/** What a sentence begins with, and a heading does not go on with. */
const SENTENCE =
  /(?:[一二三四五六七八九十]是|首先|第一[，,、]|一年来|今年以来|今年[，,]|本年度|近年来|20[0-9]{2}年(?:度|以来|，|,|我|全|共|[0-9]{1,2}月)|[0-9]{1,2}月(?:[0-9]{1,2}日|份)|(?:我|全)(?:镇|乡|街道|办|办事处|区|场)|镇(?:党委|政府|司法所)|党委、?政府|及时(?:成立|调整|召开)|成立了|制定了|召开了|开展了|组织了|建立了|截至|目前[，,]|全年|每(?:月|季度|周|年)|通过|利用|结合|按照|根据|为(?:进一步|切实|确保|深入|了|推动|加强|提高|营造)|由(?:党委|镇|书记)|定期)/u;

const OBJECT =
  '(?:教育|建设|服务|机制|体系|制度|水平|能力|领导|行为|力度|纠纷|矛盾|监督|保障|环境|意识|基础|防线|治理|责任|宣传|改革|执法|决策|公开|队伍|作用|氛围|格局|阵地|活动)';
const VERB =
  '(?:组织|分批|推动|成立|召开|制定|完善|开展|建立|落实|充分|利用|依托|通过|定期|调整|结合|坚持|围绕|严格|推行|选派|聘请|举办|邀请|把|将|对|按照|以|镇|乡|街道|全|我|深入|扎实|持续|积极)';
const FUSED = new RegExp(`^(?<title>[\\p{Script=Han}“”、]{4,22}?${OBJECT})(?=${VERB}[^，。；]{2,40}[，。；])`, 'u');

/** The heading that a line is or begins with; `undefined` for a line that is text alone. */
export function headingIn(line: Line): HeadingLine | undefined {
  const ordinal = ordinalAt(line.text, 0);
  const words = line.text.slice(ordinal?.words.length ?? 0);
  const plain = simplified(words);
  // 第一，…。第二，…。 within one paragraph are its points.
  if (ordinal?.kind === 'first' && /[。；]第二[，,、：:]/u.test(plain)) return undefined;
  const found = ordinal ? cutNumbered(plain, ordinal) : cutPlain({ ...line, text: plain });
  return (
    found && { ordinal, style: line.heading, isGuess: false, isSentence: false, ...found, ...asWritten(found, words) }
  );
}

/** A cut of the simplified words in the words as they are written. */
function asWritten({ title, rest }: Cut, words: string): Pick<Cut, 'title' | 'rest'> {
  return { title: words.slice(0, title.length), rest: rest === '' ? '' : words.slice(-rest.length) };
}

type Cut = Pick<HeadingLine, 'title' | 'rest'> & Partial<Pick<HeadingLine, 'isGuess' | 'isSentence'>>;

/** Without an ordinal only a short line is a heading, and only when it is set as one or names a statutory part. */
function cutPlain({ text, heading, isBold }: Line): Cut | undefined {
  if (text.length > LONGEST_LINE || /[。；，、：:！？…]$/u.test(text) || POINT.exec(text)?.index === 0)
    return undefined;
  if (heading !== undefined || isBold === true) return { title: text, rest: '' };
  return partsIn(text).length > 0 && !/[。；]/u.test(text) ? { title: text, rest: '', isGuess: true } : undefined;
}

function cutNumbered(words: string, ordinal: Ordinal): Cut | undefined {
  if (words === '') return undefined;
  if (words.length <= LONGEST_LINE && !/[。；！？]/u.test(words.slice(0, -1)) && !hasDay(words)) {
    const cut = cutAtColon(words) ?? (/(?:一是|首先)/u.test(words) ? cutFused(words) : undefined);
    if (cut) return cut;
    if (!/[。；]$/u.test(words)) return cutShort(words) ?? { title: words, rest: '' };
    const isHigh = ordinal.kind === 'han' || ordinal.kind === 'chapter';
    return words.length <= LONGEST_SENTENCE || isHigh ? { title: words, rest: '', isSentence: true } : undefined;
  }
  return (
    cutAtBlank(words) ??
    cutAtColon(words) ??
    cutFused(words) ??
    cutAtStop(words) ??
    cutAtVerb(words) ??
    cutClauses(words)
  );
}

/** A short line of a heading and the beginning of its text: `一、主要做法一年来，我镇…`. */
function cutShort(words: string): Cut | undefined {
  return words.length > 24 ? cutFused(words) : undefined;
}

/** `动员部署。今年年初召开…` */
function cutAtStop(words: string): Cut | undefined {
  const end = words.search(/[。！？；]/u);
  if (end < 2 || end >= LONGEST_SENTENCE || end + 1 >= words.length) return undefined;
  const title = words.slice(0, end + 1);
  // What tells of a day or counts something is a sentence of the text.
  if (hasDay(title) || /[0-9０-９]+[余多]?(?:次|场|件|起|人|份|名|个|户|元)/u.test(title)) return undefined;
  return (title.match(/[，,]/gu)?.length ?? 0) <= 2 ? { title, rest: words.slice(end + 1).trim() } : undefined;
}

/** `动员部署：今年年初召开…` */
function cutAtColon(words: string): Cut | undefined {
  const end = words.search(/[：:]/u);
  if (end < 2 || end > LONGEST_CLAUSE || end + 1 >= words.length) return undefined;
  const title = words.slice(0, end + 1);
  return /[，。；]|如下|表现为|包括|做到|一是/u.test(title) ? undefined : { title, rest: words.slice(end + 1).trim() };
}

/** `动员部署 今年年初召开…` */
function cutAtBlank(words: string): Cut | undefined {
  const match = /^(?<title>[^。；：]{2,30}?)[ \t\u00a0\u3000]+(?<rest>.+)$/u.exec(words);
  const { title = '', rest = '' } = match?.groups ?? {};
  // Blanks typed around digits and Latin words separate nothing.
  return title === '' || /[0-9A-Za-z，、]$/u.test(title) || !/^[\p{Script=Han}“《]/u.test(rest) || rest.length < 12
    ? undefined
    : { title, rest, isGuess: !/[。；]/u.test(rest) };
}

/** `加强组织领导一是成立…`: a heading that has lost its break. */
function cutFused(words: string): Cut | undefined {
  const stop = words.search(/[。；：]/u);
  const reach = words.slice(0, Math.min(stop === -1 ? words.length : stop, LONGEST_LINE));
  for (let at = 4; at < Math.min(reach.length, 34); at += 1) {
    const match = SENTENCE.exec(reach.slice(at));
    if (!match) return undefined;
    at += match.index;
    const title = words.slice(0, at);
    const clauses = title.split(/[，,]/u);
    const isWhole =
      at >= 4 &&
      at <= 34 &&
      !/[，、的和与及在对了为以“《（]$/u.test(title) &&
      clauses.every((clause) => clause.length >= 2) &&
      (DEED.test(title) || partsIn(title).length > 0 || /^(?:一是|首先|第一)/u.test(match[0]));
    if (isWhole) return { title, rest: words.slice(at), isGuess: true };
  }
  return undefined;
}

/** `深化法治宣传教育组织好“八五”普法评估，…`: where what is worked on ends and another verb begins. */
function cutAtVerb(words: string): Cut | undefined {
  const title = FUSED.exec(words)?.groups?.['title'];
  return title === undefined ? undefined : { title, rest: words.slice(title.length), isGuess: true };
}

/** `加大普法宣传力度，营造浓厚的法治氛围，经常组织…`: the clauses that name the work, not what was done. */
function cutClauses(words: string): Cut | undefined {
  let end = 0;
  let before = 0;
  for (let count = 0; count < 2; count += 1) {
    const comma = words.slice(end).search(/[，,；;。]/u);
    const clause = words.slice(end, end + Math.max(0, comma));
    const isLike = count === 0 || Math.abs(clause.length - before) <= 3;
    if (comma < 4 || comma > LONGEST_CLAUSE || !DEED.test(clause) || !isLike || POINT.exec(clause)?.index === 0) break;
    before = clause.length;
    end += comma + 1;
    if (/[；;。]/u.test(words.charAt(end - 1))) break;
  }
  if (end === 0 || end >= words.length) return undefined;
  return { title: words.slice(0, end), rest: words.slice(end), isGuess: true };
}

/** The first clause, for a paragraph that stands among headings and must be one. */
export function cutAnywhere(words: string): Cut {
  const end = words.slice(0, 60).search(/[，,；;：:。]/u);
  if (end === -1 || end + 1 >= words.length) return { title: words, rest: '', isGuess: true };
  return { title: words.slice(0, end + 1), rest: words.slice(end + 1), isGuess: true };
}

/** A line without an ordinal, short and without a mark, that names work. */
export function looksLikeHeading(text: string): boolean {
  return text.length <= LONGEST_CLAUSE && !/[。；，：、！？…,.;:]/u.test(text) && DEED.test(simplified(text));
}

export function hasDay(words: string): boolean {
  return findDates(words, 2000).some(({ date }) => date.precision === 'day' || date.precision === 'range');
}
