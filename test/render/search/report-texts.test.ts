import { expect, test } from 'vitest';
import type { EntryTexts } from '../../../src/model/search-texts.js';
import { BASE, siteOf } from '../../support/content.js';
import type { Files } from '../../support/folder.js';
import { RICH } from '../data/rich-content.js';
import { textsOfSite } from './texts.js';

function entriesOf(files: Files): EntryTexts[] {
  const [report] = textsOfSite(siteOf(files).site);
  if (!report) throw new Error('no report');
  return report.entries;
}

const entryOf = (files: Files, id: string): EntryTexts | undefined => entriesOf(files).find((entry) => entry.id === id);

test('the texts of a small report are these', () => {
  expect(textsOfSite(siteOf(BASE).site)).toEqual([
    {
      folder: '../2022/',
      year: 2022,
      name: '均川镇法治政府建设年度报告（2022年度）',
      entries: [
        {
          kind: '报告',
          title: '均川镇法治政府建设年度报告',
          page: 'report/',
          paragraphs: [
            '一年来，均川镇推进法治政府建设，现报告如下：',
            '发布机构：均川镇党委政府',
            '发布日期：2023年3月21日 09:00',
          ],
        },
        {
          kind: '章节',
          title: '一、主要举措和成效',
          page: 'report/',
          id: 'measures',
          paragraphs: [['我镇开展法治宣传。', [0, '6月26日，司法所在唐王广场进行国际禁毒日宣传。']]],
          items: [{ kind: '活动', title: '国际禁毒日宣传', page: 'timeline/', id: '2022-06-26-drug-control-day' }],
        },
        {
          kind: '章节',
          title: '二、存在的不足',
          page: 'report/',
          id: 'problems',
          paragraphs: [['主要表现为：', [0, '一是宣传力度不够，主要原因是人手不足。']]],
          items: [{ kind: '不足', title: '宣传力度不够', page: 'follow-up/', id: 'publicity' }],
        },
        {
          kind: '章节',
          title: '三、第一责任人职责',
          page: 'report/',
          id: 'first-responsible',
          paragraphs: [['党政主要负责人', [0, '带头学法。']]],
          items: [{ kind: '职责', title: '带头学法', page: 'checklist/', id: 'study' }],
        },
        {
          kind: '章节',
          title: '四、2023年主要工作安排',
          page: 'report/',
          id: 'plan',
          paragraphs: [[[0, '加大宣传力度。']]],
          items: [{ kind: '任务', title: '加大宣传力度', page: 'follow-up/', id: 'more-publicity' }],
        },
        { kind: '责任单位', title: '司法所', page: 'offices/', id: 'justice-office', paragraphs: [] },
      ],
    },
  ]);
});

test('all that Markdown can say is words by paragraphs, rows of tables and items of lists, notes after the section', () => {
  const { paragraphs = [] } = entryOf(RICH, 'measures') ?? {};
  expect(paragraphs).toEqual([
    ['我镇开展法治宣传，重点突出，持续推进，用 code 记录。', [0, '6月26日，司法所在唐王广场进行国际禁毒日宣传。']],
    ...['第一项', '第二项，参见不足。', '之一', '之二', '从三起', '到四止', '已办', '未办'],
    ...['引用一句。', '再引一句。'],
    ...['单位 | 场次 | 备注', '司法所 | 12 | 见外站', '派出所 |  | | 竖线'],
    '数据和依据，再看。',
    ...['1. 不是列表', '# 不是标题'],
    ...['据司法所统计。', '第一段。', '第二段，参见不足。'],
  ]);
});

test('a heading that runs in to its paragraph is one line with it', () => {
  expect(entryOf(RICH, 'mobilization')).toMatchObject({
    title: '（一）动员部署。',
    isRunIn: true,
    paragraphs: ['一行之后\n换行，参见不足。', '之后的列表'],
  });
});

test('later paragraphs of an item are the item’s as well, wherever they come to stand', () => {
  const files = {
    ...BASE,
    '2022/events/2022-06-26-drug-control-day.md': `${BASE['2022/events/2022-06-26-drug-control-day.md']}\n- 发放资料\n\n效果明显。\n`,
  };
  expect(entryOf(files, 'measures')?.paragraphs).toEqual([
    ['我镇开展法治宣传。', [0, '6月26日，司法所在唐王广场进行国际禁毒日宣传。']],
    [[0, '发放资料']],
    [[0, '效果明显。']],
  ]);
});

test('what the page of an item says and its words do not is found with the item', () => {
  const withKey = (path: string, key: string): Record<string, string> => ({
    [path]: (BASE[path] ?? '').replace('section:', `${key}\nsection:`),
  });
  const files = {
    ...BASE,
    ...withKey('2022/duties/01-study.md', 'basis: 《宪法》第二十七条'),
    ...withKey('2022/shortcomings/01-publicity.md', 'cause: 主要原因是人手不足'),
  };
  expect(entryOf(files, 'first-responsible')?.items).toMatchObject([
    { id: 'study', more: ['依据：《宪法》第二十七条'] },
  ]);
  // The text says the cause itself.
  expect(entryOf(files, 'problems')?.items?.[0]).not.toHaveProperty('more');
});
