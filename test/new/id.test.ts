import { expect, test } from 'vitest';
import { freeId, idFromTitle } from '../../src/new/id.js';

test.each([
  ['国际禁毒日宣传', 'guo-ji-jin-du-ri-xuan-chuan'],
  ['学习宣传《民法典》会议', 'xue-xi-xuan-chuan-min-fa-dian-hui-yi'],
  ['重庆银行绿色行动', 'chong-qing-yin-hang-lv-se-xing-dong'],
  ['下载国家反诈中心APP', 'xia-zai-guo-jia-fan-zha-zhong-xin-app'],
  ['ＬＥＤ屏第３次播放', 'led-ping-di-3-ci-bo-fang'],
  ['12月4日宪法日', '12-yue-4-ri-xian-fa-ri'],
  ['优秀率达到100%', 'you-xiu-lv-da-dao-100'],
  ['“一村一法律顾问”', 'yi-cun-yi-fa-lv-gu-wen'],
  // Forty characters at most, and no word cut through.
  ['签订2022年度履行推进法治建设第一责任人职责清单', 'qian-ding-2022-nian-du-lv-xing-tui-jin'],
  ['……', ''],
])('%s is called %s', (title, id) => {
  expect(idFromTitle(title)).toBe(id);
});

test('a word longer than an id may be is cut', () => {
  expect(idFromTitle('a'.repeat(60))).toBe('a'.repeat(40));
});

test('an id that is taken gets the next free number', () => {
  expect(freeId('pu-fa', [])).toBe('pu-fa');
  expect(freeId('pu-fa', ['pu-fa', 'Pu-Fa-2'])).toBe('pu-fa-3');
});
