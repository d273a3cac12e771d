/**
 * Names of offices in running text, by the grammar of Chinese office names and by the site's own list.
 *
 * In:  text with marks of either width; names and aliases of `site.yaml`.
 * Out: mentions in order that never meet, each the longest name that stands there.
 *
 * A name is a place (均川镇, 随县, 我镇, 各), a field (自然资源和规划) and a kind of body (所). The kind is what tells that
 * it is one; the field may hold 和 and 与, which elsewhere divide two names, so fields are known by their words.
 */

import type { Stretch } from './plain-text.js';

export interface OfficeMention {
  name: string;
  start: number;
  end: number;
}

/** Bodies that need no field. */
const WHOLE =
  '理论学习中心组|党委和政府|党委、政府|党委政府|党工委、办事处|党工委和办事处|党工委|党委|党组|党支部|党总支|人民政府|政府办公室|政府办|政府|' +
  '人大常委会|人大主席团|人大|政协|纪工委|纪委监委|纪委监察委|纪检监察室|纪检监察组|纪委|监委|监察办|政法委员会|政法委|政法办公室|政法办|' +
  '综治办|综治中心|综治工作中心|社会治安综合治理中心|平安建设办公室|平安办|平安法治办公室|平安法治办|党政综合办公室|党政综合办|党政办公室|党政办|党建办公室|党建办|' +
  '组织办|宣传办|宣传部(?!门)|组织部(?![分门])|统战部|统战办|武装部|人武部|妇女联合会|妇联|共青团委员会|共青团|团委|团县委|团市委|团支部|总工会|工会联合会|工会|' +
  '工商联|残联|科协|文联|关工委|红十字会|老科协|司法所|司法局|法院|人民法院|检察院|人民检察院|人民法庭|法庭|派驻检察室|检察室|公安局|公安分局|派出所|' +
  '交警大队|交警中队|交警队|巡警大队|禁毒大队|刑侦大队|治安大队|消防救援大队|消防救援站|消防大队|消防站|专职消防队|禁毒办|禁毒委|扫黑办|信访办|信访局|信访接待中心|' +
  '卫生院|中心卫生院|卫健办|疾控中心|计生办|派驻纪检组|依法治县办|依法治市办|依法治区办|依法治省办|依法治州办|法治办|普法办|全面依法治县委员会|全面依法治市委员会|全面依法治区委员会|' +
  '全面依法治县委员会办公室|关心下一代工作委员会|中心学校|中心小学|中心中学|法律服务所|法律援助中心|法律援助工作站|法律援助服务站|公共法律服务中心|公共法律服务工作站|公共法律服务站|' +
  '人民调解委员会|调委会|人民调解中心|矛调中心|矛盾调解中心|村民委员会|居民委员会|村（居）民委员会|村（居）委会|村（社区）|村委会|居委会|村居委会|村“两委”|村两委|街道办事处|办事处|' +
  '便民服务中心|党群服务中心|政务服务中心|行政服务大厅|为民服务中心|供电所|供电公司|信用社|农商银行|邮政所|邮政储蓄银行|文化站|文化服务中心|综合文化站|水利站|林业站|农技站|畜牧站|兽医站|农经站|经管站|交管站|农机站|财政所|财政局|税务所|税务分局|税务局|食药监所|工商所|国土所|土管所|规划所|房管所|劳动保障服务中心|劳动保障所|人社所|人社中心|民政办|民政所|安监站|安监办|应急办|扶贫办|乡村振兴办|经发办|经济发展办|社会事务办|城建办|村建办|环保办|环保站|敬老院|党校|县委|市委|区委|省委|镇委|乡委|县直各单位|镇直各单位|镇直单位|各单位|各部门|青年志愿者协会|志愿者协会|志愿服务队|联防队|网格中心|社工站|养老院';
const FIELDS =
  '公安|司法|民政|财政|教育|教体|卫生健康|卫健|卫生|农业农村|农业|应急管理|应急|市场监督管理|市场监管|自然资源和规划|自然资源|国土资源|住房和城乡建设|住建|住房保障|' +
  '人力资源和社会保障|人力资源社会保障|人社|劳动保障|交通运输|交通|水利和湖泊|水务|水利|林业|生态环境|环境保护|环保|文化和旅游|文旅|文化旅游|审计|统计|信访|税务|医疗保障|医保|退役军人事务|退役军人服务|退役军人|' +
  '城市管理执法|城市管理|城管执法|城管|综合行政执法|综合执法|行政执法|行政审批|政务服务|政务服务和大数据管理|烟草专卖|烟草|气象|供销|商务|经济和信息化|经信|科技|发展和改革|发改|' +
  '禁毒|反诈|社会事务|公共服务|公共法律服务|法律服务|党建工作|党群|平安建设|社会治理|社会治安综合治理|综合治理|综治|经济发展|乡村振兴|村镇建设|规划建设|城乡建设|安全生产|安全监管|安监|食品药品监督管理|食药监|食药环侦|道路交通安全|' +
  '法治建设|法治政府建设|全面依法|普法|普法依法治理|依法治理|社区矫正|人民调解|矛盾纠纷调解|矛盾纠纷多元化解|妇女儿童|未成年人保护|关爱|计划生育|文化|广播电视|广电|融媒体|融媒|新时代文明实践|动物防疫|畜牧兽医|农业技术|农技|电力|供电|检察|网格化|网格|国家安全|民族宗教|宗教|物价|粮食|体育|劳动监察|路政|运政|渔政';
const BODIES =
  '局|分局|办公室|办|所|站|中心所|中心|大队|中队|支队|委员会|委|领导小组|小组|工作站|服务站|服务中心|管理所|管理站|分中心|协会|联合会|室|股|科|公司';
/** Bodies whose field may be anything, told by their kind alone. */
const ANY_FIELD =
  '领导小组|律师事务所|指导小组|委员会|有限责任公司|有限公司|专班|工作队|小学(?![习时])|中学(?!习)|学校|高中|幼儿园|协会|法律服务所|志愿服务队|事务所';

const KIND = new RegExp(
  `(?:${byLength(WHOLE)})(?:(?<=政府|党委|纪委|党工委)(?:办公室|班子))?|(?:${byLength(FIELDS)}){1,2}(?:${byLength(BODIES)})(?![主部员长]|理[^，。]?法|事处)|(?:${byLength(ANY_FIELD)})`,
  'g',
);
function byLength(words: string): string {
  return words
    .split('|')
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}

/** The last word before a name that is no part of it. */
const BOUNDARY = new RegExp(
  [
    '[，。；：、！？“”‘’《》（）()\\[\\]"\\s,;:!?0-9A-Za-z%.—…·]',
    '联合|会同|携手|协同|牵头|协调|配合|组织|邀请|召集|协助|聘请|委托|督促|指导|通知|安排|参加|参观|走进|深入|来到|前往|旁听|检查|走访|接受|接待|调研|发动|动员|支持|报送|提请|报请|推荐|授予|建立|成立|设立|设置|召开|开展|举办|加强|充分|发挥|由|请|但|并|和|与|及|同|到|在|赴|向|对|给|让|把|将|被|从|于|或|是|为|为了|按照|根据|报|往|进|并|经|以|的|了|等|日|月|年|初|旬|底|天|期间|之际|午|年度|来自|完成|建成|主要是|全体|我们|县里',
  ].join('|'),
  'g',
);
/** Words that hold a boundary's character and are none: 和平镇, 同心社区. */
const PLACE_WORD =
  /(?:和平|同心|同乐|从化|向阳|进贤|日照|月亮|月湖|年丰|初心|在田|于都|与时|经开|将军|底庙|天门|天河|安全|平安)$/;
/** No town is called by one character: 均 of 均川镇, 同 of 同兴乡 belong to the name. */
const NAME_OF_TOWN = /^[^我本各全该集城辖，。；、][镇乡]/;
const LONGEST_PLACE = 12;
/** A place that a name may begin with. */
const PLACE =
  /(?:(?:[\u4e00-\u9fff]{1,4}(?:省|市|县|区|州|旗))?(?:[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|办事处|农场|开发区|工业园区?|经开区))?(?:[\u4e00-\u9fff]{1,4}(?:村|社区))?|[我本该全各市县区镇乡省州村]{1,2})$/;
const NO_PLACE =
  /^(?:我们|各项|相关|有关|其他|所有|部分|多个|两个|三个|几个|这些|主要|全面|积极|认真|严格|不断|进一步|切实|通过|作为|特别|专门|及时|定期|每个)/;

export class OfficeNames {
  readonly known: readonly string[];

  constructor(known: readonly string[] = []) {
    // Two names in one place: the longer one is the office that is meant.
    this.known = known.filter((name) => name !== '').toSorted((a, b) => b.length - a.length);
  }

  in(text: string): OfficeMention[] {
    return officesIn(text, this.known);
  }
}

/** Every office that a text names. */
export function officesIn(text: string, known: readonly string[]): OfficeMention[] {
  const even = withWideBrackets(text);
  const mentions = [...byGrammar(even), ...byName(even, known.map(withWideBrackets))].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const found: Stretch[] = [];
  for (const mention of mentions) {
    const last = found.at(-1);
    if (!last || mention.start >= last.end) found.push(mention);
  }
  return joined(found).map(({ start, end }) => ({ name: text.slice(start, end), start, end }));
}

/** 村(居)委会 as it is printed; places stay. */
function withWideBrackets(text: string): string {
  return text.replaceAll('(', '（').replaceAll(')', '）');
}

/** 县委依法治县办, 县公安局食药环侦大队: one body, said by what it belongs to. */
function joined(mentions: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const mention of mentions) {
    const last = found.at(-1);
    if (last?.end === mention.start) found[found.length - 1] = { start: last.start, end: mention.end };
    else found.push(mention);
  }
  return found;
}

function byName(text: string, known: readonly string[]): Stretch[] {
  return known.flatMap((name) => {
    const mentions: Stretch[] = [];
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
      mentions.push({ start, end: start + name.length });
    return mentions;
  });
}

/** 法治政府, 政府采购: words that no office is named by. */
const NO_GOVERNMENT = /(?:法治|服务型|电子)政府|政府(?:采购|信息|工作报告|网站|性|主导|购买|责任)/;

function byGrammar(text: string): Stretch[] {
  const mentions: Stretch[] = [];
  let from = 0;
  for (const { 0: kind, index } of text.matchAll(KIND)) {
    const end = index + kind.length;
    const start = placeBefore(
      text,
      index,
      Math.max(from, index - LONGEST_PLACE),
      new RegExp(`^(?:${ANY_FIELD})$`).test(kind),
    );
    from = end;
    if (kind === '政府' && NO_GOVERNMENT.test(text.slice(Math.max(0, index - 3), end + 4))) continue;
    const name = text.slice(start, end);
    if (isNamed(name, kind)) mentions.push({ start, end });
  }
  return mentions;
}

/** 委员会 or 小学 alone names nobody. */
function isNamed(name: string, kind: string): boolean {
  return name !== kind || !new RegExp(`^(?:${ANY_FIELD}|法庭|政协|村（社区）)$`).test(kind);
}

function placeBefore(text: string, index: number, earliest: number, needsField: boolean): number {
  const before = text.slice(earliest, index);
  let limit = 0;
  for (const boundary of before.matchAll(BOUNDARY)) {
    const isInPlace = PLACE_WORD.test(before.slice(0, boundary.index + 2)) && boundary[0].length === 1;
    const isOfName = boundary[0].length === 1 && NAME_OF_TOWN.test(before.slice(boundary.index + 1));
    if (!isInPlace && !isOfName) limit = boundary.index + boundary[0].length;
  }
  const words = before.slice(limit);
  if (words === '' || NO_PLACE.test(words)) return index;
  if (needsField) return index - words.length;
  // A short word between a boundary and the kind is the bare name of a place: 均川派出所.
  if (words.length <= 3 && !/[镇乡县市区村]/.test(words.slice(0, -1)))
    return /^[\u4e00-\u9fff]+$/.test(words) ? index - words.length : index;
  return index - (PLACE.exec(words)?.[0].length ?? 0);
}
