import { esc } from '../../page.mjs';

export const data = { layout: 'base.11ty.mjs' };

export const render = ({
  report,
  content,
}) => `<nav><a href="./">概览</a> <a href="full.html">全文</a> <a href="timeline.html">大事记</a> <a href="checklist.html">责任清单</a> <a href="offices.html">责任单位</a></nav>
<main><h1>${esc(report.title)}</h1>
${content}
</main>`;
