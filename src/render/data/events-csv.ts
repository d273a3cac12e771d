/** `events.csv`: a line for each event, in the order of the timeline. */
import { KIND_WORDS } from '../../model/choice-words.js';
import type { Context } from '../context.js';
import { listedAddress } from './addresses.js';
import { BETWEEN, dateCells, figuresCell, sectionCell } from './cells.js';
import { csv } from './csv.js';

const HEADS = [
  '编号',
  '活动',
  '开始日期',
  '结束日期',
  '日期精度',
  '日期原文',
  '单位',
  '地点',
  '主题',
  '法律',
  '类型',
  '数据',
  '所在章节',
  '报告原文',
  '网址',
] as const;

export function eventsCsv(context: Context): string {
  const { report, entries, portal } = context;
  return csv(
    HEADS,
    report.events.map((event) => {
      const [start, end, precision, text] = dateCells(event.date.value);
      return {
        编号: event.id,
        活动: event.title,
        开始日期: start,
        结束日期: end,
        日期精度: precision,
        日期原文: text,
        单位: entries.officeNames(event.offices).join(BETWEEN),
        地点: event.place?.value ?? '',
        主题: event.topic?.value ?? '',
        法律: event.law?.value ?? '',
        类型: KIND_WORDS[event.eventKind],
        数据: figuresCell(event.figures),
        所在章节: sectionCell(event.section.id, context),
        报告原文: event.body.text,
        网址: listedAddress(event, report.path, portal) ?? '',
      };
    }),
  );
}
