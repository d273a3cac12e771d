import { esc, pageOfReport } from '../page.mjs';
import { dateOf, listOf } from '../reports.mjs';

export const data = pageOfReport('index.html');

export function render({ report }) {
  const { sections, shortcomings, tasks, events, duties } = report;
  const follow = ({ data }) => tasks.filter(({ id }) => listOf(data.x_tasks).includes(id));
  return `<p>${esc(report.data.x_organ)}，${dateOf(report.data.x_published)}</p>
${report.source.templateContent}
<ul>
<li>大事记 ${events.length} 项</li>
<li>责任清单 ${duties.length} 项</li>
</ul>
<h2>目录</h2>
<ol>
${sections.map(({ id, title }) => `<li><a href="full.html#${id}">${esc(title)}</a></li>`).join('\n')}
</ol>
<h2>问题与整改</h2>
<dl>
${shortcomings
  .map((one) => [`<dt>${esc(one.title)}</dt>`, ...follow(one).map(({ title }) => `<dd>${esc(title)}</dd>`)].join('\n'))
  .join('\n')}
</dl>`;
}
