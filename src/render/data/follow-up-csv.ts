/**
 * `follow-up.csv`: a line for each shortcoming and each of its tasks, with what came of the task.
 *
 * Of the report's own year alone, named in the first column: so the tables of several years can be put one under the
 * other, and no line stands there twice. A shortcoming without a task has a line, and a task that answers none.
 */
import type { Report, Shortcoming, Task } from '../../model/site.js';
import type { Context } from '../context.js';
import type { Entries } from '../entries.js';
import { absolute, listedAddress } from './addresses.js';
import { BETWEEN, dateCells, figuresCell } from './cells.js';
import { csv, type Row } from './csv.js';
import { sentenceUrl } from '../entries.js';

const HEADS = [
  '年度',
  '不足编号',
  '不足',
  '原因',
  '不足的单位',
  '不足开始日期',
  '不足结束日期',
  '不足日期精度',
  '不足日期原文',
  '不足的数据',
  '不足的报告原文',
  '不足的网址',
  '任务编号',
  '任务',
  '任务的单位',
  '任务开始日期',
  '任务结束日期',
  '任务日期精度',
  '任务日期原文',
  '期限开始',
  '期限结束',
  '期限精度',
  '期限原文',
  '任务的数据',
  '任务的报告原文',
  '任务的网址',
  '结果',
  '结果网址',
] as const;

type Cells = Partial<Row<(typeof HEADS)[number]>>;
const EMPTY = Object.fromEntries(HEADS.map((head) => [head, ''])) as Row<(typeof HEADS)[number]>;

/** `town` finds entries in the reports of all years: a task's result stands in the next one. */
export function followUpCsv(context: Context, town: Entries): string {
  const { shortcomings, tasks, year } = context.report;
  const answering = new Set(shortcomings.flatMap((shortcoming) => shortcoming.tasks.map(({ target }) => target?.id)));
  const rows: Cells[] = [
    ...shortcomings.flatMap((shortcoming) => {
      const cells = shortcomingCells(shortcoming, context);
      const answers = tasksOf(shortcoming, context.report);
      return answers.length === 0 ? [cells] : answers.map((task) => ({ ...cells, ...taskCells(task, context, town) }));
    }),
    ...tasks.filter(({ id }) => !answering.has(id)).map((task) => taskCells(task, context, town)),
  ];
  return csv(
    HEADS,
    rows.map((cells) => ({ ...EMPTY, 年度: String(year), ...cells })),
  );
}

function tasksOf(shortcoming: Shortcoming, report: Report): Task[] {
  return shortcoming.tasks.flatMap(({ target }) => report.tasks.find(({ id }) => id === target?.id) ?? []);
}

function shortcomingCells(shortcoming: Shortcoming, { report, entries, portal }: Context): Cells {
  const [start, end, precision, text] = dateCells(shortcoming.date?.value);
  return {
    不足编号: shortcoming.id,
    不足: shortcoming.title,
    原因: shortcoming.cause?.value ?? '',
    不足的单位: entries.officeNames(shortcoming.offices).join(BETWEEN),
    不足开始日期: start,
    不足结束日期: end,
    不足日期精度: precision,
    不足日期原文: text,
    不足的数据: figuresCell(shortcoming.figures),
    不足的报告原文: shortcoming.body.text,
    不足的网址: listedAddress(shortcoming, report.path, portal) ?? '',
  };
}

function taskCells(task: Task, { report, entries, portal }: Context, town: Entries): Cells {
  const [start, end, precision, text] = dateCells(task.date?.value);
  const [dueStart, dueEnd, duePrecision, dueText] = dateCells(task.due?.value);
  const target = task.result?.target;
  const result = target && town.find(target);
  return {
    任务编号: task.id,
    任务: task.title,
    任务的单位: entries.officeNames(task.offices).join(BETWEEN),
    任务开始日期: start,
    任务结束日期: end,
    任务日期精度: precision,
    任务日期原文: text,
    期限开始: dueStart,
    期限结束: dueEnd,
    期限精度: duePrecision,
    期限原文: dueText,
    任务的数据: figuresCell(task.figures),
    任务的报告原文: task.body.text,
    任务的网址: listedAddress(task, report.path, portal) ?? '',
    ...(result && { 结果: result.title, 结果网址: absolute(sentenceUrl(target), portal) ?? '' }),
  };
}
