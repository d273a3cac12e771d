import { describe, expect, test } from 'vitest';
import { assetsOf } from '../../src/model/entries.js';
import { BASE, reportOf } from '../support/content.js';

const event = (date: string, body: string): string =>
  `---\ntitle: 宣传\nsection: measures\ndate: ${date}\n---\n\n${body}\n`;
const EVENTS = {
  '2022/events/2022-06-26-drug-control-day.md': undefined,
  '2022/events/2022-12-04-b.md': event('12月4日', '12月4日宣传宪法。'),
  '2022/events/2022-06-a.md': event('6月初', '6月初宣传反诈。'),
};

/** The composed text of the first section, one line a block. */
function composed(body: string, files: Readonly<Record<string, string | undefined>> = EVENTS): string[] {
  const section = `---\ntitle: 主要举措和成效\npart: measures\n---\n\n${body}\n`;
  const report = reportOf({ ...BASE, '2022/sections/10-measures.md': section, ...files });
  return report.sections[0]?.text.split('\n') ?? [];
}

describe('items run in where the section calls them', () => {
  test('inside a paragraph, as sentences of it, in the order of their dates', () => {
    expect(composed('为此，<!-- events -->成效明显。')).toEqual(['为此，6月初宣传反诈。12月4日宣传宪法。成效明显。']);
  });

  test('on a line of their own, as paragraphs', () => {
    expect(composed('为此：\n<!-- events -->\n成效明显。')).toEqual([
      '为此：',
      '6月初宣传反诈。',
      '12月4日宣传宪法。',
      '成效明显。',
    ]);
  });

  test('nowhere called, after the body', () => {
    expect(composed('成效明显。')).toEqual(['成效明显。', '6月初宣传反诈。', '12月4日宣传宪法。']);
  });

  test('by name, each where it is called, whatever their dates; the others where the section calls all', () => {
    const third = event('10月1日', '10月1日宣传国旗法。');
    const files = { ...EVENTS, '2022/events/2022-10-01-c.md': third };
    expect(composed('先是<!-- events: 2022-12-04-b -->再是<!-- events -->止。', files)).toEqual([
      '先是12月4日宣传宪法。再是6月初宣传反诈。10月1日宣传国旗法。止。',
    ]);
    expect(composed('<!-- events：2022-12-04-b、2022-06-a -->\n止。', files)).toEqual([
      '12月4日宣传宪法。',
      '6月初宣传反诈。',
      '止。',
      '10月1日宣传国旗法。',
    ]);
  });

  test('an item of several blocks brings all of them along, and the sentence goes on behind', () => {
    const long = event('12月4日', '12月4日宣传宪法。\n\n第二段。\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |');
    expect(composed('为此，<!-- events -->成效明显。', { ...EVENTS, '2022/events/2022-12-04-b.md': long })).toEqual([
      '为此，6月初宣传反诈。12月4日宣传宪法。',
      '第二段。',
      '甲\t乙',
      '1\t2',
      '成效明显。',
    ]);
  });

  test('a footnote of an item goes to the end of the section', () => {
    const noted = event('12月4日', '12月4日宣传宪法[^1]。\n\n[^1]: 线上进行。');
    expect(composed('为此，<!-- events -->成效明显。', { ...EVENTS, '2022/events/2022-12-04-b.md': noted })).toEqual([
      '为此，6月初宣传反诈。12月4日宣传宪法。成效明显。',
      '线上进行。',
    ]);
  });
});

test('shortcomings and tasks know of each other, whichever of the two files says so', () => {
  const shortcoming = BASE['2022/shortcomings/01-publicity.md'] ?? '';
  const task = BASE['2022/tasks/01-more-publicity.md'] ?? '';
  const ways = [
    { '2022/tasks/01-more-publicity.md': task },
    {
      '2022/tasks/01-more-publicity.md': task.replace('addresses: publicity\n', ''),
      '2022/shortcomings/01-publicity.md': shortcoming.replace(
        'section: problems',
        'section: problems\ntasks: more-publicity',
      ),
    },
  ];
  for (const files of ways) {
    const report = reportOf({ ...BASE, ...files });
    expect(report.shortcomings[0]?.tasks.map(({ id }) => id)).toEqual(['more-publicity']);
    expect(report.tasks[0]?.addresses.map(({ id }) => id)).toEqual(['publicity']);
  }
});

test('Chinese keys and Chinese choices are the same as the English ones', () => {
  const chinese = `---
标题: 国际禁毒日宣传
章节: measures
日期: ６月２６日
责任单位: 司法所
地点: 唐王广场
类型: 宣传活动
数据:
  - 项目: 宣传
    数值: 唐王
    单位: 广场
---

6月26日，司法所在唐王广场进行国际禁毒日宣传。
`;
  const report = reportOf({ ...BASE, '2022/events/2022-06-26-drug-control-day.md': chinese });
  expect(report.events[0]).toMatchObject({
    title: '国际禁毒日宣传',
    date: { value: { start: '2022-06-26', end: '2022-06-26', precision: 'day', text: '6月26日' } },
    place: { value: '唐王广场' },
    eventKind: 'campaign',
    offices: [{ name: '司法所', office: 'justice-office' }],
    figures: [{ label: '宣传', value: '唐王', unit: '广场' }],
  });
});

test('only files that some text refers to are published', () => {
  const report = reportOf({
    ...BASE,
    '2022/sections/10-measures.md':
      '---\ntitle: 主要举措和成效\npart: measures\n---\n\n见[名单](../附件/名 单.pdf)。\n'.replace('名 单', '名%20单'),
    '2022/附件/名 单.pdf': '名单',
    '2022/附件/草稿.docx': '草稿',
  });
  expect(assetsOf(report).map(({ path }) => path)).toEqual(['2022/附件/名 单.pdf']);
});
