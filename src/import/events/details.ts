/**
 * What else an event's words tell: where it was, what about, under which law, of which kind.
 *
 * In:  plain text and the stretch of the event, its title.
 * Out: pieces of the text, `undefined` where it says nothing.
 */
import { NAMED_DAYS } from '../../model/named-days.js';
import type { EventKind } from '../../model/site.js';
import { HEADS } from './deeds.js';

const PLACE_END =
  '广场|门口|门前|会议室|会堂|礼堂|操场|集镇|集市|街头|街道|街心|步行街|老街|街|路口|路段|社区|村部|村|中学|小学|学校|幼儿园|学院|党校|文化站|文化中心|' +
  '文化大院|服务中心|活动中心|党群服务中心|综治中心|服务大厅|大厅|汽车站|车站|火车站|客运站|市场|超市|商场|公园|工地|园区|工业园|产业园|基地|企业|公司|' +
  '厂|厂区|医院|卫生院|敬老院|养老院|福利院|院内|法院|法庭|检察院|派出所|司法所|镇政府|乡政府|机关|大院|沿线|路段|渡口|码头|河边|水库|林场|景区|' +
  '书屋|图书馆|展览馆|纪念馆|陵园|剧院|影院|大楼|楼前|阵地|长廊|驿站|银行|网点|讲堂|教室|中段|广场上';
const IN_PLACE = new RegExp(
  `(?:在|于|到|赴|走进|深入|来到|前往)(?<place>(?:(?![在到于])[\\u4e00-\\u9fff0-9、“”（）]){1,28}?(?:${PLACE_END})(?:门口|门前|内|前)?)(?:上|里|等地|等场所|等处|等)?(?=(?:开展|进行|举行|举办|召开|联合|组织|集中|设立|设置|设点|摆|悬挂|发放|向|对|为|给|，|。|；|宣传|启动|拉|开|共同|调研|检查|旁听|参观|接受|播放|张贴))`,
);
/** 悬挂横幅三处：政府门口、派出所门口。 */
const LISTED = /(?:[0-9一二三四五六七八九十两]{1,3}处|地点)：(?<place>[\u4e00-\u9fff0-9、]{2,40})(?=[，。；]|$)/;
const NOWHERE =
  /^(?:全[镇乡县市村]|各|辖区|我[镇乡]|本[镇乡]|村组|基层|一线|线上|此|会|每|所有|网|微信|[\u4e00-\u9fff]{2}[镇乡]$|机关、|学校、|企业、|社区、|乡村、|农村|村、|田间)|范围|形势|情况|下(?:，|$)|期间|之际|活动|背景/;

export function placeIn(text: string): string | undefined {
  for (const pattern of [IN_PLACE, LISTED]) {
    const place = pattern.exec(text)?.groups?.['place'];
    if (place !== undefined && place.length >= 2 && !NOWHERE.test(place) && isBalanced(place)) return place;
  }
  return undefined;
}

function isBalanced(words: string): boolean {
  const count = (mark: RegExp): number => words.match(mark)?.length ?? 0;
  return count(/[“《（]/g) === count(/[”》）]/g);
}

/** Laws that are called by name without the marks of a title. */
const NAMED_LAW =
  /《[^《》]{2,30}(?:法|法典|条例|宪法|办法|规定)》|(?:中华人民共和国)?(?:未成年人保护法|预防未成年人犯罪法|家庭教育促进法|反家庭暴力法|反有组织犯罪法|反电信网络诈骗法|妇女权益保障法|老年人权益保障法|残疾人保障法|退役军人保障法|英雄烈士保护法|消费者权益保护法|国家安全法|网络安全法|数据安全法|个人信息保护法|反间谍法|保守国家秘密法|禁毒法|消防法|安全生产法|道路交通安全法|食品安全法|药品管理法|环境保护法|水污染防治法|土壤污染防治法|大气污染防治法|长江保护法|水法|森林法|土地管理法|农村土地承包法|乡村振兴促进法|劳动法|劳动合同法|职业病防治法|社会保险法|工会法|行政处罚法|行政许可法|行政强制法|行政复议法|行政诉讼法|国家赔偿法|公务员法|监察法|法律援助法|社区矫正法|人民调解法|民法典|刑法|宪法|义务教育法|教育法|统计法|会计法|信访工作条例|保障农民工工资支付条例|农民工工资支付条例|优化营商环境条例|政府信息公开条例|禁止传销条例|宗教事务条例|防范和处置非法集资条例)(?![治制学律规]|宣传[周日月])/g;

export function lawIn(text: string): string | undefined {
  const titled = /《[^《》]{1,30}(?:法|法典|条例)》/.exec(text)?.[0];
  if (titled !== undefined) return titled;
  for (const match of text.matchAll(NAMED_LAW)) {
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
    if (!/^(?:日|宣传周|宣传|卫士)/.test(behind) || match[0] !== '宪法') return match[0];
  }
  return undefined;
}

const DAY = new RegExp(`(?:国际|世界)?(?:${NAMED_DAYS.map(({ words }) => words).join('|')})`);
const BEFORE_TOPIC =
  /^(?:，|召开|开展|举办|举行|组织|进行|了|专题|全[镇乡县]|会议|第[一二三四五六七八九十0-9]{1,3}次|2[0-9]{3}年度?|年度)+/;
const BEHIND_TOPIC =
  /(?:的|主题|系列|集中|主?专项|专题|现场|普法|法治|法制)*(?:宣传|教育|学习|咨询)?(?:活动|会议|大会|培训班|培训会|培训|讲座|工作会议|工作会|推进会|部署会|联席会|座谈会|仪式|行动|会)$/;
const NO_TOPIC =
  /参加|参观|学生|组织|观看|旁听|干部|人员|为期|为$|[0-9]|^(?:条例|学习|宣传|工作|法治|普法|检查|活动|视察|警示|党委.*|.*党委|.*（扩大）|全.*人员)$/;

/** In a few words: the day, the law, else the title without what every title has. */
export function topicOf(title: string, opening: string): string | undefined {
  const day = DAY.exec(title)?.[0];
  if (day !== undefined) return day;
  const law = /[\u4e00-\u9fff]{2,12}(?:保护法|促进法|保障法|暴力法)/.exec(title)?.[0];
  if (law !== undefined) return law;
  const rest = title.replace(BEFORE_TOPIC, '').replace(BEHIND_TOPIC, '');
  const topic = /^[“《][^“”《》]{2,16}[”》]$/.exec(rest)?.[0] ?? rest;
  const isTopic = topic.length >= 3 && topic.length <= 14 && topic !== title && !NO_TOPIC.test(topic);
  return isTopic && isBalanced(topic) ? topic : DAY.exec(opening)?.[0];
}

const ONLINE =
  /未(?:能)?(?:举行|开展|组织)[^，。；]{0,6}(?:现场|集中)|(?:采取|采用|通过|以|利用|在)?(?:线上|在线|网上|网络)(?:方式|形式|平台|学习|答题|培训|宣传|举办|参加|开展|直播|考试|知识|竞赛|学)|网上|云(?:课堂|宣讲|直播)|视频会议|直播/;
const KINDS: readonly (readonly [EventKind, RegExp])[] = [
  ['training', /培训|轮训|考试|测试|测评|竞赛|答题|演练|演习|集中学习|学习《|学法活动/g],
  ['lecture', /讲座|宣讲|党课|法治课|公开课|授课|辅导|报告会|讲授|课堂|讲课|讲解|一堂|一课/g],
  [
    'meeting',
    /会议|大会|例会|推进会|部署会|联席会|座谈会|动员会|交流会|听证会|学习会|启动会|总结会|评议会|报告会|党委会|会商|座谈|专题研究|听取|研究|述法|述职|研讨|理论学习|调度会|约谈|全会|说明会|论证会|评估会|会$/g,
  ],
  [
    'inspection',
    /检查|督查|督察|督导|视察|评查|整治|排查|巡查|抽查|考核|督导组|检查验收|专项行动|执法|调研|拆除|验收|打击|评估/g,
  ],
  [
    'campaign',
    /宣传|送法|普法|咨询|进校园|进企业|进乡村|义诊|展演|演出|发放|悬挂|公益|宪法宣誓|宣誓|主题.{0,6}活动|教育活动/g,
  ],
];

/** By the title's last noun, else by the first word in the text that tells. */
export function kindOf(title: string, opening: string): EventKind {
  if (ONLINE.test(opening)) return 'online';
  const [own = title] = title.split('，');
  const [head] = [...own.matchAll(HEADS)].slice(-1);
  const byTitle = kindAt(head === undefined ? own : own.slice(Math.max(0, head.index - 4)), 'last');
  return byTitle ?? kindAt(title, 'last') ?? kindAt(opening, 'first') ?? 'other';
}

function kindAt(words: string, which: 'first' | 'last'): EventKind | undefined {
  const found = KINDS.flatMap(([kind, pattern]) =>
    [...words.matchAll(pattern)].map(({ index, 0: word }) => ({
      kind,
      index: which === 'last' ? index + word.length : index,
    })),
  ).toSorted((a, b) => a.index - b.index);
  return (which === 'last' ? found.at(-1) : found[0])?.kind;
}
