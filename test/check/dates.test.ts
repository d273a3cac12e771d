import { describe, expect, test } from 'vitest';
import { BASE } from '../support/content.js';
import { marked, markedIn, sentences } from './marked.js';

const PLAN = '2022/sections/40-plan.md';
const TASK = '2022/tasks/01-more-publicity.md';

describe('a weekday', () => {
  test('is held against the date in all its forms', () => {
    expect(marked('6月26日（星期一）宣传。')).toEqual(['date/weekday: 星期一']);
    expect(marked('６月２６日（周一）宣传。')).toEqual([
      'punctuation/wide-digit: ６',
      'punctuation/wide-digit: ２６',
      'date/weekday: 周一',
    ]);
    expect(marked('2022-06-26（周一）、2022.6.26周一。')).toEqual(['date/weekday: 周一', 'date/weekday: 周一']);
    expect(marked('6月26日上午（礼拜天），12月4日，星期六，宣传。')).toEqual(['date/weekday: 星期六']);
    expect(sentences('6月26日（星期一）宣传。')).toEqual([
      '2022年6月26日是星期日，这里写的是“星期一”。请核对日期和星期，哪一个写错了。',
    ]);
  });

  test('is of the year that the sentence names', () => {
    expect(
      marked('去年12月4日（星期六）、2021年12月4日（星期六）宣传，2021年11月20日至12月4日（星期六）宣讲。'),
    ).toEqual([]);
    expect(marked('2021年宣传。12月4日（星期六）宣讲。')).toEqual(['date/weekday: 星期六']);
    expect(marked('每年12月4日（星期六）宣传。')).toEqual([]);
  });

  test('of a task is of the next year, in the plan of either', () => {
    const task = (words: string) => ({
      [TASK]: (BASE[TASK] ?? '').replace('加大宣传力度。\n', `加大宣传力度，${words}。\n`),
    });
    expect(markedIn(task('12月4日（星期一）宣传'))).toEqual([]);
    expect(markedIn(task('12月4日（星期日）宣传'))).toEqual(['date/weekday: 星期日']);
    const plan = (words: string) => ({ [PLAN]: `${BASE[PLAN]}\n${words}\n` });
    expect(markedIn(plan('12月4日（星期一）宣传，12月4日（星期日）总结。'))).toEqual([]);
    expect(markedIn(plan('12月4日（星期二）宣传。'))).toEqual(['date/weekday: 星期二']);
  });

  test.each([
    '6月26日周例会，6月26日周一至周五每晚宣讲，6月26日周年纪念，11月31日（星期一）。',
    '版本3.6.26周一，第2022.6次周二例会，6月20日至24日（周一至周五）值班。',
  ])('is not meant by: %s', (words) => {
    expect(marked(words)).toEqual([]);
  });
});

describe('a day with a name', () => {
  test('stands beside its date', () => {
    expect(marked('6月25日国际禁毒日，4.16国家安全教育日，“3·16”国际消费者权益日，12月5日是国家宪法日。')).toEqual([
      'date/day-name: 6月25日',
      'date/day-name: 4.16',
      'date/day-name: 3·16',
      'date/day-name: 12月5日',
    ]);
    expect(marked('国际禁毒日（6月25日）、国家宪法日（12月4日）。')).toEqual(['date/day-name: 6月25日']);
    expect(sentences('6月25日国际禁毒日。')).toEqual(['国际禁毒日是6月26日，这里写的是“6月25日”。请核对。']);
  });

  test('is counted from its first year', () => {
    expect(marked('第八个国家宪法日，第35个国际禁毒日，第7个全民国家安全教育日，第十四个全国防灾减灾日。')).toEqual([
      'date/day-name: 八',
    ]);
    expect(sentences('迎来第八个国家宪法日和第36个国际禁毒日。')).toEqual([
      '2022 年是第九个国家宪法日，这里写的是“第八个”。请核对。',
      '2022 年是第35个国际禁毒日，这里写的是“第36个”。请核对。',
    ]);
    expect(marked('去年第八个国家宪法日，2021年12月4日第8个国家宪法日。')).toEqual([]);
    expect(markedIn({ [PLAN]: `${BASE[PLAN]}\n以第十个国家宪法日为契机开展宣传。\n` })).toEqual([]);
  });

  test.each([
    '6月26日前后，6月20日至26日国际禁毒日宣传周，6月20日—6月25日国际禁毒日期间，6月1日至6月20日国际禁毒日宣传。',
    '12月2日，为迎接国家宪法日，12月3日国家宪法日前夕，5月31日，在“六一”国际儿童节来临之际，开展宣传。',
    '结合“3·15”国际消费者权益日、“4·15”全民国家安全教育日、“6·26”国际禁毒日、“12·4”国家宪法日开展宣传。',
    '4月15日是全民国家安全教育日，12月4日，我国迎来第九个国家宪法日和第五个宪法宣传周，6月1日环境卫生日，11月9日消防宣传日。',
    '12月1日至7日宪法宣传周，12月2日全国交通安全日，3月8日妇女节，12月4日全国法制宣传日。',
    '版本2.6.25禁毒日，第3个植树节。',
  ])('is right in: %s', (words) => {
    expect(marked(words)).toEqual([]);
  });
});
