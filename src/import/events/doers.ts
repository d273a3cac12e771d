/**
 * Which offices that a text names are those that act: not the audience, not the place, not the object.
 *
 * In:  an event's clauses and the offices named in them.
 * Out: names as written, in order, each once.
 */
import { CARRYING } from './deeds.js';
import type { OfficeMention } from './offices.js';

const JOINT = '联合|会同|携手|协同|牵头|配合|由|邀请|组织|抽调|召集|协调|聘请|协助|(?<!邀)请';
/** After these it is where, to whom or about what. */
/** 镇党委副书记等陪同: they only came along. */
const COMES_ALONG = /^[^，。；]{0,12}陪同/;
const NOT_DOER =
  '(?:在|到|赴|前往|走进|深入|来到|对|向|给|往|参观|旁听|位于|从|进|下|至|贯彻|落实|学习|传达|迎接|接受|根据|按照|经|报|参加|对接|送|推进|加强|建设|完善|成立|健全|检查|督导|走访|听取|查看|察看|考察|观摩|来|为)';
const DEED_BEFORE = new RegExp(`(?:${CARRYING}|宣传|检查|发放|学习|讲解|参加|传达|签订|督促|要求|指导(?!下))`);
/** Who sits in the audience or stands in a list of people. */
const PEOPLE =
  /^(?:（[^）]{0,10}）)?(?:的)?(?:“?两委”?|班子|支部)?(?:成员|书记|主任|负责人|主要负责人|干部|人员|代表|工作者|党员|群众|师生|学生|老人|会计|网格员|调解员|职工|机关干部|门前|门口|前|大门|院内|会议室|大厅|附近|旁|广场|礼堂|内|里|楼|等地)/;
/** An event says who acts in its first few clauses. */
const FAR = 400;
const PLACE_BEHIND =
  /^(?:门前|门口|大门|院内|会议室|一楼|二楼|三楼|大厅|附近|旁边|广场|礼堂|内|里|楼|等地|所在地|驻地|（党组）书记|工作会|工作会议|会议|全会|精神|文件)/;
/** The town itself, for which a report has no more exact name: 我镇, 均川镇. */
const TOWN =
  /(?:我|本|全|[\u4e00-\u9fff]{2,3})(?:镇|乡|街道)(?![\u4e00-\u9fff]{0,2}(?:范围|辖区|域|区内|境内|实际|人民|中心|级|直|长|村|容|企))/g;
const NO_TOWN = /全|^(?:[^我本]|.?[集城乡小村重古])(?:镇|乡|街道)$|[组织在各]/;
const BARE_TOWN = /^(?:我|本|[\u4e00-\u9fff]{2,3})(?:镇|乡|街道|县|市|区)$/;

/** `text` begins where the event does. */
export function doersIn(text: string, offices: readonly OfficeMention[]): string[] {
  const acting: OfficeMention[] = [];
  for (const office of offices) if (isDoer(text, office, acting)) acting.push(office);
  const names = [...new Set(acting.map(({ name }) => name))];
  const exact = names.filter((name) => !BARE_TOWN.test(name));
  // 司法所 after 白鹭镇司法所 is the same one, called short.
  const own = exact.filter((name) => !exact.some((other) => other !== name && other.endsWith(name)));
  return own.length > 0 ? own : townIn(text);
}

/** Who acts when nobody more exact does. */
function townIn(text: string): string[] {
  for (const match of text.slice(0, FAR).matchAll(TOWN)) {
    const name = withoutLeadIn(match[0]);
    if (NO_TOWN.test(name)) continue;
    const start = match.index + match[0].length - name.length;
    if (isSubject(text, { name, start, end: start + name.length })) return [name];
  }
  return [];
}

/** 日均川镇 is 均川镇, and 下我镇 is 我镇. */
function withoutLeadIn(name: string): string {
  return /[我本](?:镇|乡|街道)$/.exec(name)?.[0] ?? name.replace(/^[日初旬底午是由但在到对向于和与及让请从赴，]/, '');
}

function isDoer(text: string, office: OfficeMention, acting: readonly OfficeMention[]): boolean {
  const clause = clauseBefore(text, office.start);
  const behind = text.slice(office.end, office.end + 12);
  if (
    text.charAt(office.start - 1) === '（' ||
    PLACE_BEHIND.test(behind) ||
    COMES_ALONG.test(text.slice(office.end, office.end + 16))
  )
    return false;
  const last = acting.at(-1);
  // One more of a list whose first one acts.
  if (last && /^(?:、|和|与|及|以及)$/.test(text.slice(last.end, office.start))) return !isAudience(clause, behind);
  if (isAudience(clause, behind)) return false;
  const joint = new RegExp(`(?:${JOINT})(?:[^，。；]{0,30}[、和与及])?$`).test(clause);
  if (joint) return true;
  if (new RegExp(`${NOT_DOER}(?:了|全)?[^，。；]{0,12}$`).test(clause)) return false;
  return !DEED_BEFORE.test(clause);
}

function isSubject(text: string, { start, end }: OfficeMention): boolean {
  const clause = clauseBefore(text, start);
  if (new RegExp(`${NOT_DOER}[^，。；]{0,8}$`).test(clause) || DEED_BEFORE.test(clause)) return false;
  return /^(?:，|[于在][^，。；]{1,14}(?:日|旬|初|月)|[^，。；]{0,16}?(?:召开|开展|举办|举行|组织|通过|联合|邀请|进行|启动|集中|学习|利用|采取|参加|充分|积极|主动|对|与|在))/.test(
    text.slice(end, end + 30),
  );
}

/** 参会的村委会书记, 组织各村委会主任参加: they listen. */
function isAudience(clause: string, behind: string): boolean {
  if (!PEOPLE.test(behind)) return false;
  return (
    /(?:参会|参训|参加|与会|到会|受训|组织|召集|对|向|为|给|全体|全镇|全乡|来自|邀请|通知|包括)[^，。；]{0,24}$/.test(
      clause,
    ) && !/邀请[^，。；]{0,6}$/.test(clause)
  );
}

function clauseBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 60), start);
  return before.slice(Math.max(before.lastIndexOf('，'), before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
}
