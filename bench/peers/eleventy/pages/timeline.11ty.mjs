import { esc, pageOfReport } from '../page.mjs';
import { dateOf, listOf } from '../reports.mjs';

export const data = pageOfReport('timeline.html');

export function render({ report }) {
  const event = ({ id, title, data, source }) => {
    const offices = listOf(data.x_office);
    return `<li id="${id}">
<h2><time>${dateOf(data.x_date)}</time> ${esc(title)}</h2>
<p>${data.x_place ? `地点：${esc(data.x_place)}。` : ''}${offices.length > 0 ? `单位：${esc(offices.join('、'))}。` : ''}</p>
${source.templateContent}
</li>`;
  };
  return `<ol>
${report.events.map(event).join('\n')}
</ol>`;
}
