/** Links that lead off the government's sites say so in words, wherever they stand. */
import { expect, test } from 'vitest';
import { attribute, elementsIn, parseHtml } from '../support/html.js';
import { BASE } from '../support/content.js';
import { OUTSIDE, OUTSIDE_CONTENT } from '../support/outside-content.js';
import { renderFiles } from './theme.js';
import type { Element, Nodes } from 'hast';

const files = renderFiles(OUTSIDE_CONTENT);

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The links of a page off the government's sites: the end of the address, and the words. */
function outsideLinks(path: string): string[] {
  return linksOf(path)
    .filter((link) => attribute(link, 'href')?.startsWith(OUTSIDE))
    .map((link) => `${attribute(link, 'href')?.slice(OUTSIDE.length)} ${textOf(link)}`);
}

function linksOf(path: string): Element[] {
  return elementsIn(parseHtml(files[path] ?? '')).filter(({ tagName }) => tagName === 'a');
}

const PORTAL = 'portal 友情链接';
const CRUMB = 'crumb 云平台（外部网站）';
const FOOT = 'complaint 我要找错（外部网站）';

test.each([
  ['2022/report/index.html', ['lead 公众号', 'section 视频', 'event 宣传', 'note 平台', 'duty 学法']],
  ['2022/timeline/index.html', ['event 宣传']],
  ['2022/checklist/index.html', ['duty 学法', `evidence ${OUTSIDE}evidence`]],
  ['2022/index.html', ['lead 公众号']],
  ['2022/follow-up/index.html', []],
  ['2022/offices/index.html', []],
  ['2022/data/index.html', []],
  ['404.html', []],
])('%s marks every one of its own, and leaves the portal’s header alone', (path, expected) => {
  const own = expected.map((link) => `${link}（外部网站）`);
  expect(outsideLinks(path).toSorted()).toEqual([PORTAL, CRUMB, ...own, FOOT].toSorted());
});

test('what is pasted into another page has the same words', () => {
  expect(outsideLinks('2022/data/article.html')).toEqual([
    'lead 公众号（外部网站）',
    'section 视频（外部网站）',
    'event 宣传（外部网站）',
    'note 平台（外部网站）',
    'duty 学法（外部网站）',
  ]);
});

test('the mark and the question belong to the same links, and to no link of the government', () => {
  for (const path of Object.keys(files).filter((file) => file.endsWith('index.html'))) {
    const asked = linksOf(path).filter((link) => link.properties['dataOutside'] !== undefined);
    expect(asked.map(textOf).filter((words) => !words.endsWith('（外部网站）'))).toEqual([]);
    expect(asked.map((link) => attribute(link, 'rel'))).toEqual(asked.map(() => 'external noopener'));
    expect(asked.filter((link) => attribute(link, 'href')?.includes('.gov.cn'))).toEqual([]);
  }
});

test('a page without such a link has nothing of it', () => {
  const pages = Object.entries(renderFiles(BASE)).filter(([path]) => path.endsWith('.html'));
  const marked = pages.filter(([, html]) => /outside|外部网站|dialog/.test(html));
  expect(marked.map(([path]) => path)).toEqual([]);
});
