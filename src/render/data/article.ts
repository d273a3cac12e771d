/** `article.html`: the full text to paste into a portal's editor, the timeline and the checklist after it as tables. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Article, type ArticleTable } from '../../../templates/article.js';
import { HOLDER_WORDS, STATUS_WORDS } from '../../model/choice-words.js';
import type { ReportDocument } from '../../model/document.js';
import type { Context } from '../context.js';
import { pageName } from '../report-pages.js';
import { withoutSlashes } from '../without-slashes.js';
import { BETWEEN } from './cells.js';
import { evidenceOf } from './evidence.js';

export function article(document: ReportDocument, context: Context): string {
  const { report } = context;
  const html = renderToString(
    h(Article, {
      document,
      prefix: `fazhi-${report.path.replace(/[\s/]+/g, '-')}-`,
      tables: [timelineTable(context), checklistTable(context)].filter(({ rows }) => rows.length > 0),
    }),
  );
  // A block a line, for whoever has to look at the source.
  return withoutSlashes(html).replace(/(<\/(?:p|h[2-6]|ul|ol|table|tr|blockquote|pre|div)>|<hr>)(?!\n)/g, '$1\n');
}

function timelineTable({ report, entries }: Context): ArticleTable {
  return table(
    pageName('timeline/'),
    report.events.map((event) => ({
      日期: event.date.value.text,
      活动: event.title,
      单位: entries.officeNames(event.offices).join(BETWEEN),
      地点: event.place?.value ?? '',
    })),
  );
}

function checklistTable(context: Context): ArticleTable {
  const { report, entries } = context;
  return table(
    pageName('checklist/'),
    report.duties.map((duty) => ({
      职责: duty.title,
      责任人: HOLDER_WORDS[duty.holder],
      单位: entries.officeNames(duty.offices).join(BETWEEN),
      依据: duty.basis?.value ?? '',
      状态: STATUS_WORDS[duty.status],
      期限: duty.due?.value.text ?? '',
      佐证: duty.evidence.map((one) => evidenceOf(one, context).title).join(BETWEEN),
    })),
  );
}

/** Without the columns that nothing stands in. */
function table(title: string, rows: Record<string, string>[]): ArticleTable {
  const heads = Object.keys(rows[0] ?? {}).filter((head) => rows.some((row) => row[head] !== ''));
  return { title, heads, rows: rows.map((row) => heads.map((head) => row[head] ?? '')) };
}
