import { esc, pageOfReport } from '../page.mjs';
import { itemsOf } from '../reports.mjs';

export const data = pageOfReport('full.html');

export function render({ report }) {
  const section = ({ id, title, data, source }) => {
    const level = data.x_section === undefined ? 'h2' : 'h3';
    const items = itemsOf(report, id).map((item) => `<div id="${item.id}">${item.source.templateContent}</div>`);
    return `<section id="${id}">
<${level}>${esc(title)}</${level}>
${source.templateContent}
${items.join('\n')}
</section>`;
  };
  return `${report.source.templateContent}
${report.sections.map(section).join('\n')}`;
}
