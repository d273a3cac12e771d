/**
 * Numbers with a unit, and what they count, in the text's own words.
 *
 * In:  running text with marks of either width.
 * Out: figures in order; label, value and unit each stand in the text.
 *
 * Chinese says what is counted before the number (发放宣传资料8000余份) or behind it (200余人参加培训). What may as well
 * be a part of a date, of a document's number or of a name (“八五”普法, 第63条) is no figure.
 */

export interface FoundFigure {
  label: string;
  value: string;
  unit: string;
  /** Of value and unit. */
  start: number;
  end: number;
}

const DIGITS = '[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]{1,9}(?:[.．][0-9０-９]{1,4})?';
const NUMERALS = '[一二三四五六七八九十百千两]{1,6}';
const UNITS =
  '人次|人·次|户次|场次|批次|车次|个单位|个部门|个村|平方米|平方公里|公里|公顷|万元|亿元|元|' +
  '人|名|位|户|家|场|次|期|份|册|本|条|幅|块|张|件|起|例|宗|处|个|项|篇|台|辆|套|支|部|面|批|桶|箱|斤|公斤|千克|吨|米|亩|所|座|堂|节|课时|学时|小时|分钟|组|对|只|枚|袋|盒|%|％|‰|个百分点|篇次|条次|余';
/** Numerals count only with units that no name is made of. */
const UNITS_OF_NUMERALS = '个单位|个部门|个村|处|场次|人次|余人|余份|场|次|起|件|户|家|名';
const FIGURE = new RegExp(
  `(?<digits>${DIGITS})\\s{0,2}(?<unit>[万亿]?[余多]?(?:${UNITS})(?:次)?)|(?<numerals>${NUMERALS})(?<unit2>[余多]?(?:${UNITS_OF_NUMERALS}))(?!性|序|体|长|大|要)`,
  'g',
);
/** 第九个国家宪法日 is told as a figure: it is what the day is known by. */
const NTH_DAY =
  /(?<nth>第[一二三四五六七八九十百0-9]{1,4})(?<unit>个|届)(?<label>[\u4e00-\u9fff]{2,16}?(?:日|周|月|节)(?![期子份常]))/g;

const MARK = /[，。；：、！？（）()\s,;:!?]/;
const LONGEST_LABEL = 20;
/** Words between what is counted and its number. */
const BEFORE_NUMBER =
  /(?:共计|共有|总计|合计|累计|共|约|近|达到了?|达|超过|超|至少|不少于|多达|为|有|了|各|等|计|增加到|增至|均|分别|大约)+$/;
/** A label begins with what was done, not with who did it to whom. */
const VERB =
  /发放|派发|发出|悬挂|张贴|摆放|展出|设立|设置|解答|接受|接待|排查|化解|调解|调处|受理|办理|办结|检查|巡查|抽查|评查|签订|签署|出动|播放|推送|开展|举办|召开|完成|整改|发现|审查|审核|查处|受教育|聘请|建成|新建|提供|投入|参与|参加|惠及|覆盖|拆除|销毁|收缴|培养|培育|培训|走访|慰问|表彰|评选|吸引/g;
/** 发放200份宣传资料: what is counted stands behind. */
const ENDS_IN_VERB = new RegExp(`(?:${VERB.source})了?$`);
/** The words before a number of people name them, or say what was done to them. */
const COUNTS_PEOPLE = new RegExp(
  `${VERB.source}|(?:人员|人数|人|群众|职工|师生|学生|党员|干部|观众|员|者|村民|居民|代表|对象|骨干)$`,
);
const AT_LABEL_START =
  /^(?:共计|共|累计|先后|已|还|并|其中|全年|现场|活动中|当天|期间|同时|来自|我[镇乡]|全[镇乡]|的)+(?=[\u4e00-\u9fff]{2})/;
const NOT_BEFORE = /(?:第|[〔（([]|[0-9０-９.．·/:：-]|[A-Za-z]|年|月|“|十|百|千|万)$/;
const TIME_OF_DAY = /^(?:点|时|分|日|号|月|年|届|条例|周|期间)/;

export function figuresIn(text: string): FoundFigure[] {
  const found = [...named(text), ...counted(text)].toSorted((a, b) => a.start - b.start);
  const taken = new Set<string>();
  let next = 0;
  return found.filter((figure) => {
    const name = `${figure.label} ${bare(figure.unit)}`;
    // One thing has one number; a second one under the same name counts something else.
    if (figure.start < next || taken.has(name)) return false;
    taken.add(name);
    next = figure.end;
    return true;
  });
}

function bare(unit: string): string {
  return unit.replace(/^[余多]/, '');
}

function named(text: string): FoundFigure[] {
  return [...text.matchAll(NTH_DAY)].map(({ index, groups = {} }) => {
    const { nth = '', unit = '', label = '' } = groups;
    return { label, value: nth, unit, start: index, end: index + nth.length + unit.length };
  });
}

function counted(text: string): FoundFigure[] {
  return [...text.matchAll(FIGURE)].flatMap((match): FoundFigure[] => {
    const { index: start, 0: words, groups = {} } = match;
    const end = start + words.length;
    const value = groups['digits'] ?? groups['numerals'] ?? '';
    const unit = (groups['unit'] ?? groups['unit2'] ?? '').trim();
    const before = text.slice(Math.max(0, start - LONGEST_LABEL - 8), start);
    const after = text.slice(end, end + LONGEST_LABEL);
    if (NOT_BEFORE.test(before) || TIME_OF_DAY.test(after) || unit === '余') return [];
    if (groups['numerals'] !== undefined && /^[一]$/.test(value)) return [];
    // 政法办、司法所三个单位 counts those who act, so what they do says more.
    const isOfUnits = /^个(?:单位|部门)$/.test(unit);
    const told = labelBefore(before);
    const isPeople = /^[余多]?(?:名|人|位)$/.test(unit);
    const saysLess = told !== undefined && (ENDS_IN_VERB.test(told) || (isPeople && !COUNTS_PEOPLE.test(told)));
    const label = (isOfUnits || saysLess ? labelAfter(after) : undefined) ?? told ?? labelAfter(after);
    return label === undefined ? [] : [{ label, value, unit, start, end }];
  });
}

/** 发放宣传资料 of 向群众共发放宣传资料8000余份. */
function labelBefore(before: string): string | undefined {
  const words = sinceMark(before)
    .replace(/^.*[0-9０-９][万亿]?[余多]?(?:人次|[\u4e00-\u9fff%％])/, '')
    .replace(BEFORE_NUMBER, '');
  const verb = [...words.matchAll(VERB)].findLast(({ index, 0: found }) => words.length - index - found.length >= 1);
  return asLabel(
    words
      .slice(verb?.index ?? 0)
      .replace(AT_LABEL_START, '')
      .slice(-LONGEST_LABEL),
  );
}

/** 参加培训 of 200余人参加培训. */
function labelAfter(after: string): string | undefined {
  const words = after.slice(0, Math.max(0, after.search(MARK))) || (MARK.test(after) ? '' : after);
  if (/^(?:来|到|为|在[^，]*$)/.test(words) && !/^在[^，]{1,14}?(?:联合|共同|开展|进行|举办)/.test(words))
    return undefined;
  return asLabel(words.replace(/^(?:的|在[^，]{1,14}?(?=联合|共同|开展|进行|举办))/, '').slice(0, LONGEST_LABEL));
}

/** Words that can stand alone: no half of a quotation, more than a preposition. */
function asLabel(words: string): string | undefined {
  const count = (mark: string): number => words.split(mark).length;
  const isWhole = count('“') === count('”') && count('《') === count('》') && count('‘') === count('’');
  const isName = /^[\u4e00-\u9fffA-Za-z“”‘’《》]{2,}$/.test(words);
  return isWhole &&
    isName &&
    !/^(?:来自|组织|共计|其中|.?[个的名位])$|^[”》]|[的在对向由与和为给“《]$|一行$|^[个名的]/.test(words)
    ? words
    : undefined;
}

function sinceMark(before: string): string {
  for (let index = before.length - 1; index >= 0; index -= 1)
    if (MARK.test(before.charAt(index))) return before.slice(index + 1);
  return before;
}
