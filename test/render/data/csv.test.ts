/** The tables, read back by a parser that is not ours. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model/site.js';
import { PRECISION_WORDS } from '../../../src/render/data/cells.js';
import { csv } from '../../../src/render/data/csv.js';
import { reportOf } from '../../support/content.js';
import { realContent } from '../../support/real-content.js';
import { renderFiles } from '../theme.js';
import { ODD } from './odd-content.js';

/** The rows of a table by the heads of its columns, formulas as they were before they were made harmless. */
function rowsOf(table: string | undefined): Record<string, string>[] {
  const records = parse<Record<string, string>>(table ?? '', { bom: true, columns: true, recordDelimiter: '\r\n' });
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([head, cell]) => [head, cell.replace(/^'(?='*\s*[=+\-@＝＋－＠])/, '')]),
    ),
  );
}

const SITES = { 'the real content': realContent(), 'a site of oddities': ODD };

describe.each(Object.entries(SITES))('events.csv of %s', (_, content) => {
  const report: Report = reportOf(content);
  const rows = rowsOf(renderFiles(content)['2022/data/events.csv']);

  test('has every event in order, its time and its words as the model has them', () => {
    expect(
      rows.map((row) => [
        row['编号'],
        row['活动'],
        row['开始日期'],
        row['结束日期'],
        row['日期精度'],
        row['日期原文'],
        row['地点'],
        row['报告原文'],
      ]),
    ).toEqual(
      report.events.map(({ id, title, date: { value: date }, place, body }) => [
        id,
        title,
        date.start,
        date.end,
        PRECISION_WORDS[date.precision],
        date.text,
        place?.value ?? '',
        body.text,
      ]),
    );
  });
});

test('a time without a day keeps its words, and how exact they are', () => {
  const rows = rowsOf(renderFiles(ODD)['2022/data/events.csv']);
  const times = rows.map((row) => ['开始日期', '结束日期', '日期精度', '日期原文'].map((head) => row[head]).join(' '));
  expect(times).toMatchInlineSnapshot(`
    [
      "2022-01-01 2022-03-31 年内一段时间 年初",
      "2022-01-01 2022-12-31 只到年份 2022年",
      "2022-03-15 2022-03-15 具体到日 3月15日",
      "2022-04-15 2022-04-15 具体到日 4月15日",
      "2022-05-24 2022-05-26 起止日期 5月24日至26日",
      "2022-06-01 2022-06-01 具体到日 6月1日",
      "2022-06-01 2022-06-10 月内一段时间 6月初",
      "2022-06-26 2022-06-26 具体到日 6月26日",
      "2022-07-01 2022-07-31 只到月份 7月",
      "2022-08-08 2022-08-08 具体到日 8月8日",
    ]
  `);
});

test('events.csv has a column for whatever an event says', () => {
  expect(rowsOf(renderFiles(realContent())['2022/data/events.csv']).at(-3)).toMatchInlineSnapshot(`
    {
      "主题": "国际禁毒日",
      "单位": "均川镇政法办；司法所；均川镇派出所",
      "地点": "唐王广场",
      "开始日期": "2022-06-26",
      "所在章节": "一（二）3 营造氛围",
      "报告原文": "6月26日，均川镇政法办、司法所、派出所三个单位在唐王广场上联合进行国际禁毒日宣传，发放宣传资料8000余份。",
      "数据": "联合进行国际禁毒日宣传：三个单位；发放宣传资料：8000余份",
      "日期原文": "6月26日",
      "日期精度": "具体到日",
      "法律": "",
      "活动": "国际禁毒日宣传",
      "类型": "宣传活动",
      "结束日期": "2022-06-26",
      "编号": "2022-06-26-drug-control-day",
      "网址": "http://www.zgsuixian.gov.cn/jcxxgk/zb/sxjcz/fdzdgknr_15747/qtzdgk_55351/fzzfjsndbg/2022/timeline/#2022-06-26-drug-control-day",
    }
  `);
});

test('checklist.csv has every duty, with its evidence and where to find it', () => {
  const content = realContent();
  const rows = rowsOf(renderFiles(content)['2022/data/checklist.csv']);
  expect(rows.map((row) => [row['编号'], row['职责'], row['报告原文']])).toEqual(
    reportOf(content).duties.map(({ id, title, body }) => [id, title, body.text]),
  );
  expect(rows[4]).toMatchInlineSnapshot(`
    {
      "佐证": "",
      "佐证网址": "",
      "依据": "《中华人民共和国行政诉讼法》第三条",
      "单位": "均川镇政府",
      "开始日期": "",
      "所在章节": "三 党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设情况",
      "报告原文": "政府负责人出庭行政应诉案件1次，",
      "数据": "政府负责人出庭行政应诉案件：1次",
      "日期原文": "",
      "日期精度": "",
      "期限原文": "",
      "期限开始": "",
      "期限精度": "",
      "期限结束": "",
      "状态": "已完成",
      "结束日期": "",
      "编号": "court-appearance",
      "网址": "http://www.zgsuixian.gov.cn/jcxxgk/zb/sxjcz/fdzdgknr_15747/qtzdgk_55351/fzzfjsndbg/2022/checklist/#court-appearance",
      "职责": "政府负责人出庭行政应诉",
      "责任人": "政府主要负责人",
    }
  `);
});

test('follow-up.csv has a line for each shortcoming with each task, and for tasks that answer none', () => {
  const rows = rowsOf(renderFiles(realContent())['2022/data/follow-up.csv']);
  expect(rows.map((row) => [row['年度'], row['不足编号'], row['任务编号'], row['结果']])).toMatchInlineSnapshot(`
    [
      [
        "2022",
        "publicity-strength",
        "legal-education",
        "",
      ],
      [
        "2022",
        "enforcement-staff",
        "enforcement-training",
        "",
      ],
      [
        "2022",
        "village-guidance",
        "village-adviser-guidance",
        "",
      ],
      [
        "2022",
        "village-guidance",
        "legal-insiders",
        "",
      ],
      [
        "2022",
        "",
        "leaders-study",
        "",
      ],
    ]
  `);
});

test('a title that a spreadsheet would calculate has an apostrophe in front', () => {
  const table = renderFiles(ODD)['2022/data/events.csv'] ?? '';
  const records = parse<Record<string, string>>(table, { bom: true, columns: true });
  expect(records.find((record) => record['编号'] === '2022-03-15-formula')?.['活动']).toBe("'=1+1");
});

describe('the writer', () => {
  test('begins with a byte order mark and ends every line with CRLF, the last as well', () => {
    expect(csv(['甲', '乙'], [{ 甲: '1', 乙: 'a\nb' }])).toBe('\ufeff甲,乙\r\n1,"a\nb"\r\n');
  });

  test.each(['=1', '+1', '-1', '@a', '\t=1', ' =1', '\n=1', '＝1', '\r1', "'=1"])(
    'puts an apostrophe before %j',
    (cell) => {
      const [[, read] = []] = parse(csv(['a', 'b'], [{ a: '', b: cell }]), {
        bom: true,
        fromLine: 2,
        recordDelimiter: '\r\n',
      });
      expect(read).toBe(`'${cell}`);
    },
  );

  test('loses no cell, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom("'", '=', '＝', '-', '"', ',', '\r', '\n', '\t', ' ', '法', '𠮷', ';') }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ a: cell, b: cell })), (rows) => {
        const [, ...read] = parse(csv(['a', 'b'], rows), { bom: true, recordDelimiter: '\r\n' });
        const before = (text: string): string => (/^'+(?:\s*[=+\-@＝＋－＠]|[\t\r])/.test(text) ? text.slice(1) : text);
        expect(read.map((cells) => cells.map(before))).toEqual(rows.map(({ a, b }) => [a, b]));
        for (const text of read.flat()) expect(text).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r]/);
      }),
    );
  });

  test('gives the same table of an empty report: the heads alone', () => {
    expect(csv(['甲'], [])).toBe('\ufeff甲\r\n');
  });
});
