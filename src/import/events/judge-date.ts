/**
 * What a date is there for: something that was done, or a deadline, a law, a plan, a count of cases.
 *
 * In:  a group of dates that stand side by side, in the clause and sentence they stand in.
 * Out: `undefined` for the date of a deed, else the reason to pass it over.
 *
 * A report's dates are events unless their surroundings say otherwise, so each rule here is a manner of speaking and
 * looks a bounded number of characters to either side.
 */
import type { Words } from '../../diagnostics/diagnostic.js';
import type { DateSpan } from '../../model/site.js';
import { CARRYING, DEED } from './deeds.js';
import { ONLY_NAMES_THE_DAY } from './extent.js';
import type { Mention } from './mentions.js';
import type { PlainText, Stretch } from './plain-text.js';

export interface Setting {
  plain: PlainText;
  group: readonly Mention[];
  sentence: Stretch;
  clause: Stretch;
  /** From the clause's beginning to where the next event or the sentence ends. */
  reach: Stretch;
  year: number;
  /** The section or the paragraph speaks of what is to come. */
  isPlan: boolean;
}

interface Surroundings extends Setting {
  date: DateSpan;
  words: string;
  /** What stands before the date in its clause, and after the dates in the sentence. */
  before: string;
  after: string;
  /** The same up to the clause's end. */
  inClause: string;
  enclosure: string;
}

interface Reason {
  words: Words;
  holds: (where: Surroundings) => boolean;
}

const REASONS: readonly Reason[] = [
  {
    words: { zh: '写在书名号里，是文件名称的一部分', en: 'part of the name of a document' },
    holds: ({ enclosure }) => enclosure === 'title',
  },
  {
    words: { zh: '写在括号里，是补充说明', en: 'a note in brackets' },
    holds: ({ enclosure, group, plain }) => enclosure === 'brackets' && !isGloss(plain, group),
  },
  {
    words: { zh: '是整年，不是某一天的事', en: 'a whole year, no occasion' },
    holds: ({ date }) => date.precision === 'year',
  },
  {
    words: { zh: '不是本报告年度的事', en: "not in the report's year" },
    holds: ({ date, year }) => date.start.slice(0, 4) !== String(year),
  },
  {
    words: { zh: '是半年或季度，不是某一天的事', en: 'half a year or a quarter, no occasion' },
    holds: ({ words }) => /半年|季度/.test(words),
  },
  {
    words: { zh: '是截止时间', en: 'a cut-off' },
    holds: ({ before, after }) =>
      /^[^，。；]{0,16}(?:来临|到来|开始|召开|举行)之?前(?![后往来去沿夕])/.test(after) ||
      (/自从?$/.test(before) && /^[^，。；]{0,40}以来/.test(after)) ||
      /(?:截[至止]到?|截止至|止于|为止|直[到至]|不[晚迟]于|最迟|(?<![推延迟提])[到至])(?:目前|了)?[“"]?$/.test(
        before,
      ) ||
      /^[”"]?(?:(?:[之以]?前|以前)(?![后往来去沿夕期置列一])|为?止(?!损)|以来|至今|至目前)/.test(after),
  },
  {
    words: { zh: '是期限', en: 'a deadline' },
    holds: ({ before, after }) =>
      /(?:(?<![重主需只])要|应当?|^请[^，。；]{1,12})[于在]$/.test(before) ||
      /^[^，。；]{0,4}(?:下班|[0-9]{1,2}[时点]|[上中下]午|晚上?)之?前/.test(after) ||
      (/(?<![按依照据级的])(?:要求|须|必须|务必|需|限期|限定?|责令|确保|力争|争取|不超过)[^，。；]{0,14}$/.test(
        before,
      ) &&
        !/^[^，。；]{0,10}(?:召开|举办|举行)了?/.test(after)),
  },
  {
    words: { zh: '是每年、每月都有的日子', en: 'a day that comes again and again' },
    holds: ({ before, inClause }) =>
      /(?:每年度?|每个?月|每周|每逢|每到|历年|逐年|常年)的?[“"]?$/.test(before) ||
      /^[^，。；]{0,6}各[召举开]?/.test(inClause),
  },
  {
    words: { zh: '是计划中的事', en: 'a plan' },
    holds: ({ before, after, isPlan }) => isPlan || isPlanned(before, after),
  },
  {
    words: { zh: '是法规、文件的日期', en: 'the date of a law or a document' },
    holds: isOfLaw,
  },
  {
    words: { zh: '是引用，说明别的事', en: 'it only tells which other thing is meant' },
    holds: ({ before, inClause }) =>
      /(?:根据|按照|依据|依照|遵照|落实|贯彻|贯彻执行|执行|完成|整改|针对|对照|学习|传达)(?:了|好|学习|传达|落实|执行)?[“"]?$/.test(
        before,
      ) && /的|精神|会议|通知|反馈/.test(inClause),
  },
  {
    words: { zh: '是引用，说明别的事', en: 'it only tells which other thing is meant' },
    holds: ({ before, inClause }) =>
      /(?:根据|按照|依据|依照|遵照|落实|贯彻)[^，。；]{1,12}$/.test(before) &&
      /^[^，。；]{0,16}(?:精神|要求|通知|部署|文件|意见|反馈|安排)/.test(inClause),
  },
  {
    words: { zh: '是引用，说明别的事', en: 'it only tells which other thing is meant' },
    holds: ({ before, inClause }) =>
      /(?:通报|总结|分析|汇报|回顾)了?$/.test(before) ||
      (/(?:对|就|将)$/.test(before) &&
        /^[^，。；]{0,12}(?:反馈|发现|查出|指出|提出|交办|移交|转办)[^，。；]{0,6}的/.test(inClause)),
  },
  {
    words: { zh: '是制度开始的时间，没有说哪一天做了什么', en: 'since when something is the rule, not what was done' },
    holds: ({ after }) =>
      /^(?:起|开始|后)，?[^，。；]{0,12}?(?:推行|实行|执行|施行|实施|建立|试行|不再|一律|正式使用|启用|纳入)/.test(
        after,
      ),
  },
  {
    words: {
      zh: '是一串宣传节点，没有说哪一天做了什么',
      en: 'one of several occasions, with no word on what was done on which',
    },
    holds: isOneOfOccasions,
  },
  {
    words: { zh: '是名称，不是日期', en: 'a name, no date' },
    holds: ({ words, after }) =>
      !/[月日号]/.test(words) &&
      /^[”"]?(?:[\u4e00-\u9fff]{0,4}(?:热线|电话|平台|晚会|维权站|专班|机制|工程))/.test(after),
  },
  {
    words: { zh: '是统计时段', en: 'the period of a count' },
    holds: isPeriodOfCount,
  },
  {
    words: { zh: '是网页或落款的日期', en: "the page's or the signature's date" },
    holds: ({ plain, group }) => {
      const start = group[0]?.start ?? 0;
      return /(?:日期|时间|发布|更新|公开|落款|来源|成文|生成|印发)：$/.test(
        plain.text.slice(Math.max(0, start - 6), start),
      );
    },
  },
  {
    words: { zh: '是别处发生的事，不是本单位做的', en: 'it happened elsewhere; nobody here did it' },
    holds: isElsewhere,
  },
  {
    words: {
      zh: '说的是到这时已经完成，没有说哪一天做了什么',
      en: 'what was finished by then, not what was done on it',
    },
    holds: ({ after }) =>
      /^，?[^，。；]{0,16}?(?:全部|均已?|已经?|基本)[^，。；]{0,8}?(?:到位|完成|完毕|办结|达标|销号|竣工|达到)/.test(
        after,
      ),
  },
  {
    words: { zh: '没有说做了什么', en: 'it does not say what was done' },
    holds: saysNothingDone,
  },
];

/** Why a date is no event; `undefined` when it is one. */
export function reasonAgainst(setting: Setting): Words | undefined {
  const [first] = setting.group;
  const last = setting.group.at(-1);
  if (!first || !last) return undefined;
  const { text, within } = setting.plain;
  const where: Surroundings = {
    ...setting,
    date: first.date,
    words: first.words,
    before: text.slice(Math.max(setting.clause.start, first.start - 40), first.start),
    after: text.slice(last.end, Math.min(setting.sentence.end, last.end + 60)),
    inClause: text.slice(last.end, Math.max(last.end, Math.min(setting.clause.end, last.end + 60))),
    enclosure: within[first.start] ?? '',
  };
  return REASONS.find(({ holds }) => holds(where))?.words;
}

/** 国家安全教育日（4月15日）期间: the brackets say when the day is. */
function isGloss({ text }: PlainText, group: readonly Mention[]): boolean {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return false;
  return /[日节周月]（$/.test(text.slice(Math.max(0, first.start - 4), first.start)) && text.charAt(last.end) === '）';
}

const WILL = '(?:将|拟|计划|预计|准备|打算)';
const TO_DO = '(?:于|在|要|会|继续|进一步|开展|组织|举行|召开|举办|启动|迎来|全面|正式|完成|建成|再次)';

function isPlanned(before: string, after: string): boolean {
  return (
    /(?:将[于在]|拟[于在定]?|计划[于在]?|定于|预计|预定|力争|争取|确保|准备于?|打算|将)(?:于|在)?$/.test(before) ||
    new RegExp(`^(?:[上下]午|晚上?)?，?[^，。；]{0,8}?${WILL}${TO_DO}`).test(after)
  );
}

const IN_FORCE = '(?:起)?(?:正式|全面|开始|起)?(?:施行|生效|实施)';
const PASSED = '(?:通过|修订|修正|公布|颁布|施行|生效|发布|印发|下发|出台|制定)';
const LAW = '(?:法|法典|条例|办法|规定|规则|细则|意见|通知|纲要|方案|规划|决定)';

function isOfLaw({ before, after }: Surroundings): boolean {
  return (
    new RegExp(`^起?，?${IN_FORCE}`).test(after) ||
    new RegExp(`^[^，。；]{0,4}《[^》]{2,40}》[^，。；]{0,6}${PASSED}`).test(after) ||
    new RegExp(`^起?，?[^，。；]{0,24}${LAW}》?(?:将)?(?:正式|开始|全面)?(?:起)?(?:施行|生效|实施)[，。；的]`).test(
      after,
    ) ||
    new RegExp(`^[^，。；]{0,30}${PASSED}的(?:新?修[订正]的?)?(?:《|[^，。；]{0,16}${LAW})`).test(after) ||
    (new RegExp(`(?:》|${LAW})(?:（[^）]{0,20}）)?(?:已经?|经|由|于|自|从|[^，。；《]{0,30}于)?$`).test(before) &&
      new RegExp(`^[^，。；]{0,20}${PASSED}`).test(after))
  );
}

const OCCASION =
  '(?:节点|时点|时间|时段|时机|契机|时刻|节日|纪念日|宣传日|主题日|活动日|节假日|日子|期间|宣传周|宣传月)';

function isOneOfOccasions({ group, before, after }: Surroundings): boolean {
  const isListed =
    new RegExp(`^[”’"」]?[^，。；]{0,16}?等[^，。；]{0,12}${OCCASION}`).test(after) ||
    /^[”’"」]?[\u4e00-\u9fff]{0,14}?[日节周月]?[”"]?等(?:[，]|(?:主题|系列|专项)?(?:宣传|普法|活动))/.test(after);
  if (isListed) return true;
  const isCalledByNumbers = group.every(({ words }) => !/[月日号]/.test(words));
  if (group.length === 1) return isCalledByNumbers && /[日节周月][”"]?、[“"]?$/.test(before);
  return isCalledByNumbers || (group.length > 2 && group.every(({ date }) => date.precision === 'month'));
}

const NATION =
  /(?:党的(?:二十|十九)[^，。；]{0,8}|二十大|全国[^，。；]{0,12}|中央[^，。；]{0,16}|全国两会|国务院[^，。；]{0,10}|省[委政][^，。；]{0,10})(?:已)?于?$/;
const HELD = /^[^，。；]{0,10}(?:在(?:北京|京|人民大会堂)|(?:胜利|隆重|顺利)(?:召开|开幕|闭幕)|开幕|闭幕)/;
const BEFELL = /^，?[^，。；]{0,24}?(?:发生(?!后)|引发|产生(?:矛盾|纠纷)|去世|死亡|身亡|出生|到期|期满|届满)/;

/** 张某与李某因宅基地…: the beginning of a case. */
const SOMEBODY =
  /^，?(?:(?:[\u4e00-\u9fff]{2,3}村)?(?:村民|居民|群众|当事人|申请人|信访人|住户))?[\u4e00-\u9fff]某{1,2}[甲乙丙]?(?:、[^，。；]{1,8})?(?:等[^，。；]{0,4}人?)?(?:向|与|和|因|到|来到|在|驾驶|申请|反映|投诉|拨打|称|将|驾)/;

function isElsewhere({ before, after }: Surroundings): boolean {
  return (NATION.test(before) && HELD.test(after)) || BEFELL.test(after) || SOMEBODY.test(after);
}

/** A month is told of in many ways; a day is nearly always that of a deed, if anything is told at all. */
function saysNothingDone({ plain, reach, date, after }: Surroundings): boolean {
  if (DEED.test(plain.text.slice(reach.start, reach.end))) return false;
  if (!['day', 'range', 'part-of-month'].includes(date.precision)) return true;
  return ONLY_NAMES_THE_DAY.test(after) || (after.match(/[\u4e00-\u9fff]/g)?.length ?? 0) < 6;
}

const COUNTED = '(?:(?<!公|中|总|国)共|累计|总共|合计|总计|先后)';
const CASES = '(?:受理|办理|办结|接待|调处|调解|化解|审查|审核|处理|查处|立案|登记|完成|实现|下降|上升|增长)';
/** In days; a campaign of weeks is one event, a year's first ten months are not. */
const LONGEST_EVENT = 62;

function isPeriodOfCount({ date, words, after }: Surroundings): boolean {
  if (/年/.test(words) && /[初底末]$/.test(words)) return false;
  const days = (Date.parse(date.end) - Date.parse(date.start)) / 86_400_000 + 1;
  const isCounting = new RegExp(`^[^。；]{0,14}?${COUNTED}(?!同|建|享|产|青|治|筑|识|和国)`).test(after);
  const tellsCases = new RegExp(`^，?(?:(?!${CARRYING})[^。；]){0,24}?${CASES}`);
  if (days > LONGEST_EVENT) return isCounting || tellsCases.test(after);
  // 5月份先后在三个村举办… tells of a month's round of events, not of a count.
  return days > 7 && isCounting && !/^[^。；]{0,14}?先后/.test(after);
}
