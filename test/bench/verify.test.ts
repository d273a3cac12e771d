/** A program is timed only for the pages that it was to make. */
import { expect, test } from 'vitest';
import { PEER_PAGES } from '../../bench/peers/subject.mjs';
import { verifyPages } from '../../bench/verify.mjs';
import { folderOf } from '../support/folder.js';

const peer = {
  ...PEER_PAGES,
  ...{ name: 'A peer', version: '1', about: '', content: 'content', command: [], prepare: () => undefined },
};
const size = { reports: 1, report: '2022', event: '', write: () => 43 };

test('pages that are missing words, or that are too few, are named all at once', () => {
  const site = folderOf({
    'public/index.html': '<p>法治政府建设年度报告</p>',
    'public/2022/index.html': '<h1>法治政府建设年度报告</h1><p>不断推进法治政府建设，规范行政执法</p>',
    'public/2022/timeline.html':
      '<p>未成年人保护法宣传活动 国际禁毒日宣传 唐王<b>广场</b> 6月初 随县检察院 发放宣传资料8000余份</p>',
    'public/2022/checklist.html': '<p>政府负责人出庭行政应诉 《中华人民共和国行政诉讼法》第三条</p>',
    'public/2022/offices.html': '<p>随县检察院 派出所 国际禁毒日宣传 政府负责人出庭行政应诉</p>',
    'public/2022/full.html': '',
  });
  expect(() => verifyPages(peer, site, { ...size, reports: 2 })).toThrow(
    [
      'A peer did not make the same pages:',
      '6 HTML files instead of 11',
      'full: “不断推进法治政府建设，规范行政执法” is missing',
      'full: “发放宣传资料8000余份” is missing',
      'full: “必须坚持以人为本，维护好人民群众的经济、政治和文化利益” is missing',
      'full: “二是行政执法人员整体素质及能力有待提高” is missing',
      'full: “政府负责人出庭行政应诉案件1次” is missing',
      'full: “其次，加强行政执法人员专业知识的学习，提高行政执法能力” is missing',
      'checklist: “严格执行重大行政决策法定程序” is missing',
      'checklist: “细化各项措施，依法行政取得明显成效” is missing',
    ].join('\n'),
  );
});
