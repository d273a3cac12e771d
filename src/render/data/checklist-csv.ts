/** `checklist.csv`: a line for each duty, with what it rests on and where the report shows it. */
import { HOLDER_WORDS, STATUS_WORDS } from '../../model/choice-words.js';
import type { Context } from '../context.js';
import { listedAddress } from './addresses.js';
import { BETWEEN, dateCells, figuresCell, sectionCell } from './cells.js';
import { csv } from './csv.js';
import { evidenceOf } from './evidence.js';

const HEADS = [
  '编号',
  '职责',
  '责任人',
  '单位',
  '依据',
  '状态',
  '开始日期',
  '结束日期',
  '日期精度',
  '日期原文',
  '期限开始',
  '期限结束',
  '期限精度',
  '期限原文',
  '佐证',
  '佐证网址',
  '数据',
  '所在章节',
  '报告原文',
  '网址',
] as const;

export function checklistCsv(context: Context): string {
  const { report, entries, portal } = context;
  return csv(
    HEADS,
    report.duties.map((duty) => {
      const [start, end, precision, text] = dateCells(duty.date?.value);
      const [dueStart, dueEnd, duePrecision, dueText] = dateCells(duty.due?.value);
      const evidence = duty.evidence.map((one) => evidenceOf(one, context));
      return {
        编号: duty.id,
        职责: duty.title,
        责任人: HOLDER_WORDS[duty.holder],
        单位: entries.officeNames(duty.offices).join(BETWEEN),
        依据: duty.basis?.value ?? '',
        状态: STATUS_WORDS[duty.status],
        开始日期: start,
        结束日期: end,
        日期精度: precision,
        日期原文: text,
        期限开始: dueStart,
        期限结束: dueEnd,
        期限精度: duePrecision,
        期限原文: dueText,
        佐证: evidence.map(({ title }) => title).join(BETWEEN),
        佐证网址: evidence.flatMap(({ address }) => address ?? []).join(' '),
        数据: figuresCell(duty.figures),
        所在章节: sectionCell(duty.section.id, context),
        报告原文: duty.body.text,
        网址: listedAddress(duty, report.path, portal) ?? '',
      };
    }),
  );
}
