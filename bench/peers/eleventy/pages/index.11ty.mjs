import { esc } from '../page.mjs';

export const data = { title: '法治政府建设年度报告', permalink: 'index.html', layout: 'base.11ty.mjs' };

export const render = ({ title, collections }) => `<main><h1>${esc(title)}</h1>
<ul>
${collections.reports.map(({ folder, title, data }) => `<li><a href="/${folder}/">${esc(title)}（${data.x_year}）</a></li>`).join('\n')}
</ul>
</main>`;
