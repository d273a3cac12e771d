import { esc, pageOfReport } from '../page.mjs';
import { listOf, officesOf } from '../reports.mjs';

export const data = pageOfReport('offices.html');

export function render({ report }) {
  const linksTo = (page, items) => items.map(({ id, title }) => `<li><a href="${page}#${id}">${esc(title)}</a></li>`);
  const office = (name) => {
    const isOf = ({ data }) => listOf(data.x_office).includes(name);
    return `<section><h2>${esc(name)}</h2>
<ul>
${[...linksTo('timeline.html', report.events.filter(isOf)), ...linksTo('checklist.html', report.duties.filter(isOf))].join('\n')}
</ul>
</section>`;
  };
  return officesOf(report).map(office).join('\n');
}
