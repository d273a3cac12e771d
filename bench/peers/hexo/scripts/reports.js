/* global hexo */
const { reportsOf, itemsOf, officesOf, listOf, dateOf, HOLDERS, STATUSES } = require('../reports.mjs');

// A file is no page of its own here, but a part of its report's.
hexo.extend.generator.register('page', () => []);
hexo.extend.generator.register('post', () => []);

hexo.extend.generator.register('reports', ({ pages }) => {
  const reports = reportsOf(
    pages.toArray().map((page) => ({ path: page.source, title: page.title, data: page, source: page })),
  );
  const pagesOf = (report) =>
    ['index', 'full', 'timeline', 'checklist', 'offices'].map((name) => ({
      path: `${report.folder}/${name}.html`,
      layout: name === 'index' ? 'overview' : name,
      data: { title: report.title, report },
    }));
  const home = { path: 'index.html', layout: 'home', data: { title: hexo.config.title, reports } };
  return [home, ...reports.flatMap(pagesOf)];
});

const helpers = {
  items_of: itemsOf,
  offices_of: officesOf,
  list_of: listOf,
  date_of: dateOf,
  holder_of: (key) => HOLDERS[key],
  status_of: (key) => STATUSES[key],
};
for (const [name, helper] of Object.entries(helpers)) hexo.extend.helper.register(name, helper);
