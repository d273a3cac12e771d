/**
 * The house word list: words that are wrong in a township's report, and what to write instead.
 *
 * In:  the site's own list, which adds to this one and overrides it by `wrong`.
 * Out: the terms that hold for one report. `off` takes a term out.
 */
import type { Words } from '../diagnostics/diagnostic.js';
import type { Report, Site, Term } from '../model/site.js';

type HouseTerm = Omit<Term, 'at' | 'reason'> & {
  reason: Words;
  /** Wrong only where a town speaks. */
  isForTowns?: boolean;
};

const HOUSE_TERMS: readonly HouseTerm[] = [
  {
    wrong: '秩序正当',
    right: '程序正当',
    severity: 'info',
    reason: {
      zh: '与“权责统一”“高效便民”并列的，通常是“程序正当”',
      en: 'what is named beside 权责统一 and 高效便民 is mostly 程序正当, due procedure',
    },
    near: ['权责统一', '高效便民', '依法行政'],
  },
  {
    wrong: '行政规章',
    severity: 'info',
    reason: {
      zh: '依照《中华人民共和国立法法》第九十三条，规章由省、自治区、直辖市和设区的市、自治州的人民政府制定，乡镇、街道制定的是行政规范性文件',
      en: 'by article 93 of the Legislation Law, provinces, cities with districts and autonomous prefectures make 规章; what a town makes is 行政规范性文件',
    },
    near: ['制定', '出台'],
    isForTowns: true,
  },
  {
    wrong: '法制政府',
    right: '法治政府',
    severity: 'warning',
    reason: { zh: '报告的名称是“法治政府建设年度报告”', en: 'the report is called 法治政府建设年度报告' },
    near: [],
  },
  {
    wrong: '习近平法制思想',
    right: '习近平法治思想',
    severity: 'error',
    reason: { zh: '这是固定名称，一字不能错', en: 'this is a fixed name' },
    near: [],
  },
  {
    wrong: '国家宪法宣传日',
    right: '国家宪法日',
    severity: 'warning',
    reason: {
      zh: '12月4日的名称是“国家宪法日”，那一周是“宪法宣传周”',
      en: '4 December is called 国家宪法日, and its week 宪法宣传周',
    },
    near: [],
  },
];

const TOWN = /[镇乡]|街道/;

export function termsFor(report: Report, site: Pick<Site, 'terms'>): HouseTerm[] {
  const own = new Set(site.terms.map(({ wrong }) => wrong));
  const house = HOUSE_TERMS.filter(
    ({ wrong, isForTowns }) => !own.has(wrong) && (!isForTowns || TOWN.test(report.organ)),
  );
  const added = site.terms.map(({ reason, ...term }) => ({ ...term, reason: { zh: reason, en: reason } }));
  return [...house, ...added].filter((term) => term.severity !== 'off' && isUsable(term));
}

/** The longest words that can be one term; what is longer is a sentence put into the wrong key. */
export const LONGEST_TERM = 30;

export function isUsable({ wrong, right }: Pick<Term, 'wrong' | 'right'>): boolean {
  return wrong.trim() !== '' && wrong.length <= LONGEST_TERM && wrong !== right;
}
