/** Days of the year that have a name, as reports on publicity tell of them. */

interface NamedDay {
  month: number;
  day: number;
  /** A pattern for the name, without 全国, 国际 and the like before it. */
  words: string;
  /** The year before the first one, where the days are counted: 第九个国家宪法日 in 2022. */
  zeroth?: number;
}

export const NAMED_DAYS: readonly NamedDay[] = [
  { month: 3, day: 8, words: '(?:劳动)?妇女节' },
  { month: 3, day: 12, words: '植树节' },
  { month: 3, day: 15, words: '消费者权益(?:保护)?日' },
  { month: 3, day: 22, words: '世界水日' },
  { month: 4, day: 7, words: '世界卫生日' },
  { month: 4, day: 15, words: '国家安全教育日', zeroth: 2015 },
  { month: 4, day: 22, words: '世界地球日' },
  { month: 4, day: 23, words: '世界读书日' },
  { month: 4, day: 26, words: '知识产权日' },
  { month: 5, day: 4, words: '青年节' },
  { month: 5, day: 12, words: '防灾减灾日', zeroth: 2008 },
  { month: 5, day: 31, words: '无烟日' },
  { month: 6, day: 1, words: '儿童节' },
  { month: 6, day: 5, words: '世界环境日' },
  { month: 6, day: 26, words: '禁毒日', zeroth: 1987 },
  { month: 9, day: 10, words: '教师节' },
  { month: 11, day: 9, words: '消防(?:宣传|安全)?日' },
  { month: 12, day: 1, words: '艾滋病日' },
  { month: 12, day: 2, words: '交通安全日' },
  { month: 12, day: 3, words: '残疾人日' },
  { month: 12, day: 4, words: '国家宪法日', zeroth: 2013 },
  { month: 12, day: 4, words: '法[制治]宣传日' },
  { month: 12, day: 13, words: '国家公祭日' },
];

/** What may stand before the name. */
export const BEFORE_NAME = '(?:全民|全国|国际|世界|中国|我国|国家)?';
