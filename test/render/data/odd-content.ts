/** A report in which every oddity stands that a clerk could write and a data format could trip over. */
import { BASE } from '../../support/content.js';

const HAN = '𠮷田'; // four bytes in UTF-8, two units in UTF-16
const LONG = '宣传'.repeat(120);

const event = (name: string, date: string, title: string, text: string, more = ''): Record<string, string> => ({
  [`2022/events/${name}.md`]: `---\ntitle: ${JSON.stringify(title)}\nsection: measures\ndate: ${date}\n${more}---\n\n${text}\n`,
});

export const ODD: Readonly<Record<string, string>> = {
  ...BASE,
  ...event('2022-03-15-formula', '2022-03-15', '=1+1', '3月15日，讲解=1+1、+86、-1、@所有人的含义。'),
  ...event('2022-04-15-quotes', '2022-04-15', '讲“法”, "安全"; 一\\二', '4月15日，讲“法”, "安全"; 一\\二，发言。'),
  ...event('2022-05-24-range', '2022-05-24/2022-05-26', '民法典周', '2022年5月24日至26日，开展民法典周。'),
  ...event('2022-06-01-emoji', '2022-06-01', `${HAN}👨‍👩‍👧与🇨🇳`, `6月1日，${HAN}👨‍👩‍👧与🇨🇳同行。`),
  ...event('2022-06-elder', '6月初', '防范养老诈骗', '6月初，防范养老诈骗。'),
  ...event(
    '2022-07-lines',
    '2022-07',
    '两段话',
    '2022年7月，两段话：\n\n- 第一，\n- 第二。\n\n| 甲 | 乙 |\n| - | - |\n| 1 | =2 |',
  ),
  ...event(
    '2022-08-long',
    '2022-08-08',
    LONG,
    `8月8日，${LONG}。`,
    'office: [司法所, 派出所]\nplace: 唐王广场, 东侧\n',
  ),
  ...event('2022-education', '2022年', '常年普法', '2022年，常年普法。'),
  ...event('2022-start-meeting', '年初', '动员会', '年初，召开动员会。'),
  '2022/sections/10-measures.md': `---\ntitle: 主要举措和成效\npart: measures\n---\n\n我镇在唐王广场, 东侧开展法治宣传，司法所、派出所参加。\n\n<!-- events -->\n`,
};
