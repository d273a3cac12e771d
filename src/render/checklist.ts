/** The checklist: each duty with who holds it, what it rests on, and where the report says so. */
import type { ChecklistDuty, ChecklistProps } from '../../templates/checklist.js';
import { HOLDER_WORDS, STATUS_WORDS } from '../model/choice-words.js';
import { HOLDERS, STATUSES, type Duty, type Evidence, type Report } from '../model/site.js';
import { checklistState } from './checklist-state.js';
import type { Context } from './context.js';
import { dateFacts } from './dates.js';
import { folderOf, listedUrl, sectionPath, sentenceUrl } from './entries.js';
import { linkTo } from './link-to.js';
import { blocks, hrefOf, phrasing } from './prose.js';
import { quote, shownOf, withoutJoin } from './quote.js';

export function checklist(report: Report, context: Context, url: string): ChecklistProps {
  const { duties } = report;
  const statuses = STATUSES.filter((status) => duties.some((duty) => duty.status === status));
  const holders = HOLDERS.filter((holder) => duties.some((duty) => duty.holder === holder));
  return {
    lede:
      duties.length > 0
        ? `${report.year}年度报告写明的${duties.length}项职责，每项都可以回到报告原文核对。`
        : `${report.year}年度报告没有逐项写明职责。`,
    facts: [{ label: '发布机构', value: report.organ }, ...dateFacts(report)],
    state: checklistState(duties),
    filters: {
      unit: '项职责',
      total: duties.length,
      choices: [
        {
          name: 'status',
          label: '状态',
          options: statuses.map((status) => ({ value: status, label: STATUS_WORDS[status] })),
        },
        {
          name: 'holder',
          label: '责任人',
          options: holders.map((holder) => ({ value: holder, label: HOLDER_WORDS[holder] })),
        },
      ],
    },
    duties: duties.map((duty) => row(duty, report, context, url)),
  };
}

function row(duty: Duty, report: Report, context: Context, url: string): ChecklistDuty {
  const isRepeated = withoutJoin(duty.body.text).replace(/。$/, '') === duty.title;
  const place = context.notes.placeOn(url);
  const shown = shownOf(quote(duty.body.tree.children));
  const [first, ...more] = shown;
  const isClause = first?.type === 'paragraph' && more.length === 0;
  const words = isClause ? phrasing(first.children, place) : blocks(shown, place);
  return {
    id: duty.id,
    title: duty.title,
    ...(!isRepeated && first && (isClause ? { words } : { text: words })),
    holder: duty.holder,
    offices: context.entries.officeNames(duty.offices),
    ...(duty.basis && { basis: duty.basis.value }),
    status: duty.status,
    ...(duty.date && { date: duty.date.value.text }),
    ...(duty.due && { due: duty.due.value.text }),
    sentence: linkTo(url, sentenceUrl({ kind: 'entry', report: report.path, id: duty.id })),
    evidence: duty.evidence.map((evidence) => evidenceLink(evidence, report, context, url)),
  };
}

function evidenceLink(
  evidence: Evidence,
  report: Report,
  context: Context,
  url: string,
): { title: string; href?: string } {
  const entry = evidence.target && context.entries.find(evidence.target);
  if (entry && evidence.target) {
    const title = entry.kind === 'section' ? `${sectionPath(entry, report)} ${entry.title}` : entry.title;
    return { title, href: linkTo(url, folderOf(evidence.target.report) + listedUrl(entry)) };
  }
  const href = evidence.link?.target && hrefOf(evidence.link.target, url);
  const title = evidence.link?.text ?? evidence.id;
  return href === undefined ? { title } : { title, href };
}
