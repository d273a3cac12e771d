import { reportsOf } from './reports.mjs';

export default function (config) {
  config.addCollection('reports', (api) =>
    reportsOf(
      api
        .getAll()
        .filter(({ inputPath }) => inputPath.startsWith('./pages/content/'))
        .map((item) => ({
          path: item.inputPath.slice('./pages/content/'.length),
          title: item.data.title,
          data: item.data,
          source: item,
        })),
    ),
  );
  return { markdownTemplateEngine: false, dir: { input: 'pages', output: 'public' } };
}
