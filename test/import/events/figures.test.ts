import { describe, expect, test } from 'vitest';
import { figuresIn } from '../../../src/import/events/figures.js';

const shown = (text: string): string[] => figuresIn(text).map(({ label, value, unit }) => `${label} ${value} ${unit}`);

describe('figures in running text', () => {
  test.each([
    ['发放宣传资料8000余份。', ['发放宣传资料 8000 余份']],
    ['共发放资料500余份、解答咨询30余人次', ['发放资料 500 余份', '解答咨询 30 余人次']],
    ['向过往群众发放禁毒手册1,500册', ['发放禁毒手册 1,500 册']],
    ['悬挂宣传横幅三处：政府门口、派出所门口', ['悬挂宣传横幅 三 处']],
    ['今年完成法律援助案件12起', ['完成法律援助案件 12 起']],
    ['优秀率达到100%，', ['优秀率 100 %']],
    ['200余人参加培训', ['参加培训 200 余人']],
    ['参训人员45人', ['参训人员 45 人']],
    ['发放200份宣传资料', ['宣传资料 200 份']],
    ['我国迎来第九个国家宪法日和第五个宪法宣传周', ['国家宪法日 第九 个', '宪法宣传周 第五 个']],
    ['司法所、派出所三个单位在广场上联合进行禁毒宣传', ['联合进行禁毒宣传 三 个单位']],
    ['排查纠纷126起，化解124起', ['排查纠纷 126 起', '化解 124 起']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test.each([
    '4月15日，2022年3月上旬',
    '“八五”普法、“一村一法律顾问”制度',
    '《行政处罚法》第六十三条第3项',
    '随政发〔2022〕15号',
    '电话0722-4151226',
    '上午9点30分，9:30',
    '进一步完善制度，统一思想',
  ])('%s has none', (text) => {
    expect(shown(text)).toEqual([]);
  });

  test('one name has one number', () => {
    expect(shown('发放资料300份，又发放资料200份')).toEqual(['发放资料 300 份']);
  });

  test('the place is that of value and unit', () => {
    const text = '出动执法人员30人次，';
    const [figure] = figuresIn(text);
    expect(text.slice(figure?.start, figure?.end)).toBe('30人次');
  });
});
