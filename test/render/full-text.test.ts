import { describe, expect, test } from 'vitest';
import { Notes } from '../../src/render/notes.js';
import { BASE, reportOf } from '../support/content.js';
import { attribute, elementsIn, find, parseHtml } from '../support/html.js';
import { renderFiles } from './theme.js';

const files = (more: Record<string, string>): Record<string, string> => ({ ...BASE, ...more });
const fullText = (more: Record<string, string>): string => {
  const page = renderFiles(files(more))['2022/report/index.html'] ?? '';
  return page.slice(page.indexOf('<article id="full-text">'), page.indexOf('</article>'));
};

test('a heading stands by itself, its number in a span of its own', () => {
  expect(fullText({})).toContain(
    '<h2 id="measures" class="level-1"><span class="ordinal">一、</span>主要举措和成效</h2>',
  );
});

test('a heading that ends with a mark runs in to its first paragraph', () => {
  const html = fullText({
    '2022/sections/121-mobilization.md':
      '---\ntitle: 动员部署。\nsection: measures\n---\n\n今年年初召开专题会议。\n\n第二段。\n',
  });
  expect(html).toContain(
    '<div class="run-in"><h3 id="mobilization" class="level-2"><span class="ordinal">（一）</span>动员部署。</h3>' +
      '<p>今年年初召开专题会议。</p></div><div class="prose"><p>第二段。</p></div>',
  );
});

test('a long title may break between its phrases, and its number stays with the first', () => {
  const html = fullText({
    '2022/sections/30-first-responsible.md':
      '---\ntitle: 履行第一责任人职责，加强法治政府建设情况\npart: duties\n---\n\n党政主要负责人<!-- duties -->\n',
  });
  expect(html).toContain(
    '<span class="phrase"><span class="ordinal">三、</span>履行第一责任人职责，</span>' +
      '<span class="phrase">加强法治政府建设情况</span></h2>',
  );
});

test('the title of the page may break between words, a heading only between phrases', () => {
  const page = renderFiles(BASE)['2022/report/index.html'];
  expect(page).toContain(
    '<h1 aria-label="均川镇法治政府建设年度报告">均川镇<wbr>法治政府<wbr>建设<wbr>年度<wbr>报告</h1>',
  );
  expect(page?.match(/<h1[ >].*?<\/h1>/g)).toHaveLength(1);
  expect(page?.replace(/<h1[ >].*?<\/h1>/, '')).not.toContain('<wbr>');
});

test('an item is an anchor inside its sentence', () => {
  expect(fullText({})).toContain(
    '<p>我镇开展法治宣传。<span id="2022-06-26-drug-control-day" class="item item-event">' +
      '6月26日，司法所在唐王广场进行国际禁毒日宣传。</span></p>',
  );
});

test('the article holds the text and nothing else: contents and signature stand outside', () => {
  const page = parseHtml(renderFiles(BASE)['2022/report/index.html'] ?? '');
  const article = find(page, '#full-text');
  expect(elementsIn(article).filter(({ tagName }) => ['nav', 'footer', 'details'].includes(tagName))).toEqual([]);
  expect(elementsIn(article).filter(({ tagName }) => tagName === 'h1')).toEqual([]);
});

describe('footnotes', () => {
  const NOTED = {
    '2022/sections/10-measures.md':
      '---\ntitle: 主要举措和成效\npart: measures\n---\n\n我镇开展法治宣传[^1]，多次[^1]。<!-- events -->\n\n[^1]: 见附件。\n',
    '2022/events/2022-06-26-drug-control-day.md':
      '---\ntitle: 国际禁毒日宣传\nsection: measures\ndate: 6月26日\noffice: 司法所\n---\n\n' +
      '6月26日，司法所在唐王广场进行国际禁毒日宣传[^1]。\n\n[^1]: 联合进行。\n',
  };

  test('are numbered through the page, whatever each file calls its own', () => {
    const marks = [...fullText(NOTED).matchAll(/<a href="#note--(\d+)"[^>]*>\[(\d+)\]/g)].map((match) => match[2]);
    expect(marks).toEqual(['1', '1', '2']);
  });

  test('link both ways: every reference to its note, every note back to each of its references', () => {
    const elements = elementsIn(parseHtml(fullText(NOTED)));
    const ids = new Set(elements.map((element) => attribute(element, 'id')));
    const anchors = elements
      .filter(({ tagName }) => tagName === 'a')
      .map((element) => attribute(element, 'href') ?? '');
    expect(anchors).toEqual([
      '#note--1',
      '#note--1',
      '#note--2',
      '#note--1-from-1',
      '#note--1-from-2',
      '#note--2-from-1',
    ]);
    for (const href of anchors) expect(ids).toContain(href.slice(1));
  });

  test('are printed under 注释 at the end of the section', () => {
    expect(fullText(NOTED)).toMatch(
      /<section class="notes"><h3 class="level-2">注释<\/h3><ol><li id="note--1" value="1"><div class="prose"><p>见附件。<\/p>/,
    );
  });

  test('of one name are a mistake of the program, never one of them left out', () => {
    const report = reportOf(files(NOTED));
    const [section] = report.sections;
    section?.composed.children.push({ type: 'footnoteDefinition', identifier: 'twice', children: [] });
    section?.composed.children.push({ type: 'footnoteDefinition', identifier: 'twice', children: [] });
    expect(() => new Notes(report)).toThrow(
      'two notes named twice reached render; assemble must give each its own name',
    );
  });

  test('lead to the full text from every other page', () => {
    const timeline = renderFiles(files(NOTED))['2022/timeline/index.html'];
    expect(timeline).toContain(
      '<sup><a href="../report/index.html#note--2" role="doc-noteref" aria-label="注释2">[2]</a></sup>',
    );
    expect(timeline).not.toContain('联合进行。');
  });
});
