import { expect, test } from 'vitest';
import { BASE, brief, NEXT_YEAR, siteOf } from '../support/content.js';

test('a report in the folder of the search page is an error that names both', () => {
  const report = Object.fromEntries(
    Object.entries(BASE)
      .filter(([path]) => path !== 'site.yaml')
      .map(([path, text]) => [path.replace(/^2022/, 'search'), text]),
  );
  const { diagnostics } = siteOf({ ...report, 'site.yaml': BASE['site.yaml'] });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(brief(errors)).toEqual([
    'search/report.md:1:1-1 url/duplicate 这个文件要写成网页“search/index.html”，与 site.yaml 的网页重名。请给其中一个文件或文件夹改名。',
  ]);
  expect(errors[0]?.related?.map(({ at }) => at.file)).toEqual(['site.yaml']);
});

test.each(['search/texts', 'search/towns', 'sitemap', 'directory'])(
  '%s belongs to the site, however large it is',
  (folder) => {
    const section = '2022/sections/10-measures.md';
    const { diagnostics } = siteOf({
      ...BASE,
      [section]: `${BASE[section]}\n见[名单](../../${folder}/名单.pdf)。\n`,
      [`${folder}/名单.pdf`]: '%PDF 名单',
    });
    expect(brief(diagnostics.filter(({ rule }) => rule === 'url/duplicate'))).toEqual([
      `${folder}/名单.pdf:1:1-1 url/duplicate 这个文件要写成网页“${folder}/名单.pdf”，与 site.yaml 的网页重名。请给其中一个文件或文件夹改名。`,
    ]);
  },
);

test('two towns whose folders are one on a disk that ignores case are an error, in whatever years', () => {
  const files = Object.fromEntries(
    Object.entries({ ...BASE, ...NEXT_YEAR }).map(([path, text]) => [
      path.replace(/^2022\//, 'jc/2022/').replace(/^2023\//, 'JC/2023/'),
      text,
    ]),
  );
  const { diagnostics } = siteOf(files);
  expect(brief(diagnostics.filter(({ rule }) => rule === 'url/duplicate'))).toEqual([
    'jc/2022/report.md:1:1-1 url/duplicate 这个文件要写成网页“search/texts/jc/1.js”，与 JC/2023/report.md 的网页重名。请给其中一个文件或文件夹改名。',
  ]);
});

test('nothing may lie among the texts that the search page loads, however many files they are', () => {
  const section = '2022/sections/10-measures.md';
  const { diagnostics } = siteOf({
    ...BASE,
    [section]: `${BASE[section]}\n见[名单](../../search/texts/9.pdf)和[说明](../../search/说明.pdf)。\n`,
    'search/texts/9.pdf': '%PDF 名单',
    'search/说明.pdf': '%PDF 说明',
  });
  expect(brief(diagnostics.filter(({ rule }) => rule === 'url/duplicate'))).toEqual([
    'search/texts/9.pdf:1:1-1 url/duplicate 这个文件要写成网页“search/texts/9.pdf”，与 site.yaml 的网页重名。请给其中一个文件或文件夹改名。',
  ]);
});
