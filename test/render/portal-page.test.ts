/** What every page owes the portal: its tags, the way back, who published what and when. DOMAIN.md §3–§5, asked of each. */
import { describe, expect, test } from 'vitest';
import { isBeyondGovernment } from '../../src/model/beyond-government.js';
import { BASE } from '../support/content.js';
import { attribute, blocksOf, elementsIn, find, parseHtml } from '../support/html.js';
import { renderFiles } from './theme.js';

const SITE = BASE['site.yaml'] ?? '';

/** Two towns whose reports share the latest year: the front page is a directory. */
const TWO_TOWNS = Object.fromEntries(
  Object.entries(BASE).flatMap(([path, text]) =>
    path.startsWith('2022/')
      ? [
          [`jc/${path}`, text],
          [`ls/${path}`, text.replaceAll('均川镇', '厉山镇')],
        ]
      : [[path, text]],
  ),
);

function pagesOf(files: Record<string, string | undefined>): [string, string][] {
  return Object.entries(renderFiles(files)).filter(
    ([path]) => path.endsWith('.html') && !path.endsWith('article.html'),
  );
}

function tagNames(html: string): string[] {
  return [...html.matchAll(/<meta name="([A-Z]\w+)" content="[^"]+">/g)].map(([, name = '']) => name);
}

function crumbs(html: string): [string, string | undefined][] {
  const nav = elementsIn(find(parseHtml(html), 'body')).find(
    (element) => attribute(element, 'ariaLabel') === '当前位置',
  );
  if (!nav) return [];
  return elementsIn(nav)
    .filter(({ tagName }) => tagName === 'a' || tagName === 'span')
    .map((element) => {
      const [words] = element.children;
      return [words?.type === 'text' ? words.value : '', attribute(element, 'href')];
    });
}

const SITE_TAGS = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN_TAGS = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const CONTENT_TAGS = ['ArticleTitle', 'PubDate', 'ContentSource', 'Description', 'Url'];

describe.each([
  ['one report', BASE],
  ['two towns', TWO_TOWNS],
])('every page of a site of %s', (_, files) => {
  const pages = pagesOf(files);
  const ofReport = (path: string): boolean => path.includes('2022/') || (path === 'index.html' && files === BASE);

  test.each(pages)('%s has the tags of the site and of the column, and those of its content', (path, html) => {
    const content = ofReport(path) ? CONTENT_TAGS : [];
    expect(tagNames(html)).toEqual([...SITE_TAGS, ...COLUMN_TAGS, ...content]);
  });

  test.each(pages)('%s leads back to the portal and to the column', (path, html) => {
    const [portal, column, ...below] = crumbs(html);
    expect(portal).toEqual(['随县人民政府', 'http://www.zgsuixian.gov.cn/']);
    const home = path === 'index.html' ? undefined : `${'../'.repeat(path.split('/').length - 1)}index.html`;
    expect(column).toEqual(['法治政府建设年度报告', home]);
    if (home !== undefined) expect(below.at(-1)).toEqual([expect.stringMatching(/./), undefined]);
  });

  test.each(pages)('%s names at its foot the portal with the way there, and whom to ask', (path, html) => {
    const foot = blocksOf(html.slice(html.indexOf('<footer class="site-foot">')), 'footer');
    expect(html).toContain('本栏目载于<a href="http://www.zgsuixian.gov.cn/">随县人民政府</a>门户网站');
    expect(foot).toEqual(
      expect.arrayContaining(['网站标识码', '4213210001', '主办单位：随县人民政府办公室', '联系方式：0722-3330000']),
    );
    const organ = path.startsWith('ls/') ? '厉山镇党委政府' : '均川镇党委政府';
    if (ofReport(path)) expect(foot).toEqual(expect.arrayContaining(['发布机构', organ, '2023年3月21日 09:00']));
    else expect(foot).not.toContain('发布机构');
  });
});

test('a directory of towns has the date of every report', () => {
  const [, html = ''] = pagesOf(TWO_TOWNS).find(([path]) => path === 'index.html') ?? [];
  expect(blocksOf(html).filter((block) => block.includes('发布'))).toEqual([
    '2022年度 均川镇法治政府建设年度报告2023年3月21日发布',
    '2022年度 厉山镇法治政府建设年度报告2023年3月21日发布',
  ]);
});

describe('where nobody told the way from the portal to the column', () => {
  const without = (pattern: RegExp): Record<string, string | undefined> => ({
    ...BASE,
    'site.yaml': SITE.replace(/ {2}breadcrumb: .*\n/, '').replace(pattern, ''),
  });

  test('a page leads back to the portal itself', () => {
    const html = renderFiles(without(/^$/))['2022/report/index.html'] ?? '';
    expect(crumbs(html)).toEqual([
      ['随县人民政府', 'http://www.zgsuixian.gov.cn/'],
      ['法治政府建设年度报告', '../../index.html'],
      ['2022年度', '../index.html'],
      ['报告全文', undefined],
    ]);
  });

  test('a portal whose address nobody told is named without one', () => {
    const html = renderFiles(without(/ {2}url: .*\n/))['index.html'] ?? '';
    expect(crumbs(html)).toEqual([
      ['随县人民政府', undefined],
      ['法治政府建设年度报告', undefined],
    ]);
    expect(html).toContain('本栏目载于随县人民政府门户网站');
  });

  test('a portal that nobody named is not made up', () => {
    const html = renderFiles(without(/ {2}name: .*\n/))['index.html'] ?? '';
    expect(crumbs(html)).toEqual([['法治政府建设年度报告', undefined]]);
    expect(html).not.toContain('门户网站');
  });
});

test('no page of the real words leads off the government’s sites by itself', () => {
  for (const [, html] of pagesOf(BASE))
    for (const element of elementsIn(parseHtml(html)))
      expect(isBeyondGovernment(attribute(element, 'href') ?? attribute(element, 'src') ?? '')).toBe(false);
});
