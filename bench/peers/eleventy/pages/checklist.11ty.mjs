import { esc, pageOfReport } from '../page.mjs';
import { HOLDERS, listOf, STATUSES } from '../reports.mjs';

export const data = pageOfReport('checklist.html');

export function render({ report }) {
  const duty = ({ id, title, data }) => {
    const wanted = listOf(data.x_evidence);
    const evidence = report.sections.filter((section) => wanted.includes(section.id));
    return `<tr id="${id}">
<th>${esc(title)}</th><td>${HOLDERS[data.x_holder]}</td><td>${esc(listOf(data.x_office).join('、'))}</td><td>${STATUSES[data.x_status]}</td><td>${esc(data.x_basis)}</td>
<td>${evidence.map((section) => `<a href="full.html#${section.id}">${esc(section.title)}</a>`).join(' ')}</td>
</tr>`;
  };
  return `<table>
<tr><th>职责</th><th>责任人</th><th>单位</th><th>状态</th><th>依据</th><th>佐证</th></tr>
${report.duties.map(duty).join('\n')}
</table>`;
}
