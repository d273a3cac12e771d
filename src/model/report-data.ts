/**
 * A report as data: the shape of `data/report.json`, and of the JSON Schema that is published beside it.
 *
 * `text` is plain text; `url` is relative to the report's folder; what the report does not say is `null` or an empty
 * list, so that every key is always there.
 */
import * as z from 'zod';
import { EVENT_KINDS, HOLDERS, PARTS, STATUSES } from './site.js';

const day = z.iso.date();
const date = z
  .object({
    start: day.describe('首日'),
    end: day.describe('末日，含当日'),
    precision: z.enum(['day', 'range', 'part-of-month', 'month', 'part-of-year', 'year']),
    text: z.string().describe('报告原来的写法'),
  })
  .strict()
  .describe('日期：不比报告的写法更精确');
const figure = z
  .object({ label: z.string(), value: z.string().describe('按报告原样，可以是汉字'), unit: z.string() })
  .strict();
const officeNames = z.array(z.string()).describe('责任单位的全称');
const evidence = z
  .object({
    kind: z.enum(['section', 'event', 'duty', 'shortcoming', 'task', 'link']),
    id: z.string().nullable(),
    title: z.string(),
    url: z.string(),
  })
  .strict();

export const reportData = z
  .object({
    id: z.string().describe('报告在站内的路径'),
    year: z.int(),
    title: z.string(),
    organ: z.string().describe('发布机构'),
    adopted: date.nullable().describe('成文日期'),
    published: z.string().nullable().describe('发布日期，YYYY-MM-DD 或 YYYY-MM-DD HH:MM'),
    index: z.string().nullable().describe('索引号'),
    lead: z.string(),
    sections: z.array(
      z
        .object({
          id: z.string(),
          part: z.enum(PARTS).nullable().describe('所属的法定部分'),
          parent: z.string().nullable(),
          number: z.string(),
          title: z.string(),
          offices: officeNames,
          text: z.string(),
        })
        .strict(),
    ),
    events: z.array(
      z
        .object({
          id: z.string(),
          title: z.string(),
          section: z.string(),
          date,
          offices: officeNames,
          place: z.string().nullable(),
          topic: z.string().nullable(),
          kind: z.enum(EVENT_KINDS),
          figures: z.array(figure),
          text: z.string(),
          url: z.string(),
        })
        .strict(),
    ),
    duties: z.array(
      z
        .object({
          id: z.string(),
          title: z.string(),
          section: z.string(),
          holder: z.enum(HOLDERS).describe('责任人：党委、政府或党政主要负责人'),
          offices: officeNames,
          basis: z.string().nullable(),
          status: z.enum(STATUSES),
          due: date.nullable(),
          evidence: z.array(evidence),
          figures: z.array(figure),
          text: z.string(),
          url: z.string(),
        })
        .strict(),
    ),
    shortcomings: z.array(
      z
        .object({
          id: z.string(),
          title: z.string(),
          section: z.string(),
          cause: z.string().nullable(),
          tasks: z.array(z.string()),
          text: z.string(),
          url: z.string(),
        })
        .strict(),
    ),
    tasks: z.array(
      z
        .object({
          id: z.string(),
          title: z.string(),
          section: z.string(),
          offices: officeNames,
          due: date.nullable(),
          addresses: z.array(z.string()),
          result: evidence.nullable().describe('下一年度报告里的结果'),
          text: z.string(),
          url: z.string(),
        })
        .strict(),
    ),
    offices: z.array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          events: z.array(z.string()),
          duties: z.array(z.string()),
          sections: z.array(z.string()),
          tasks: z.array(z.string()),
        })
        .strict(),
    ),
  })
  .strict();

export type ReportData = z.infer<typeof reportData>;

/** The JSON Schema (draft 2020-12) that `report.json` validates against. */
export function reportDataSchema(): object {
  return z.toJSONSchema(reportData, { target: 'draft-2020-12' });
}
