/** The piece of HTML for a portal's editor, judged by a checker that knows the standard and compared with the page. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { BASE } from '../../support/content.js';
import type { Files } from '../../support/folder.js';
import { attribute, blocksOf, elementsIn, parseHtml } from '../../support/html.js';
import { realContent } from '../../support/real-content.js';
import { renderFiles } from '../theme.js';
import { ODD } from './odd-content.js';
import { RICH } from './rich-content.js';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // Styles stand in the elements because editors keep them there.
  rules: { 'no-inline-style': 'off' },
});

const articleOf = (files: Files): string => renderFiles(files)['2022/data/article.html'] ?? '';
/** The words of each block below `body`. */
const blocks = (html: string): string[] => blocksOf(`<body>${html}</body>`, 'body');
const SITES = { 'the real content': realContent(), 'a site of oddities': ODD, 'a site of all Markdown': RICH };

describe.each(Object.entries(SITES))('the article of %s', (_, content) => {
  const files = renderFiles(content);
  const html = files['2022/data/article.html'] ?? '';

  test('is sound HTML wherever flow content may stand', async () => {
    const page = `<!DOCTYPE html>\n<html lang="zh-CN"><head><title>门户</title></head><body><main><h1>标题</h1>${html}</main></body></html>\n`;
    const { results } = await validator.validateString(page);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });

  test('has nothing that runs, loads or dresses, and no id that could be somebody else’s', () => {
    const elements = elementsIn(parseHtml(html)).filter(({ tagName }) => !['html', 'head', 'body'].includes(tagName));
    const tags = new Set(elements.map(({ tagName }) => tagName));
    for (const tag of ['script', 'style', 'link', 'img', 'iframe', 'svg', 'form', 'input', 'meta'])
      expect(tags).not.toContain(tag);
    const names = new Set(elements.flatMap(({ properties }) => Object.keys(properties)));
    for (const name of names) expect(['style', 'href', 'id', 'scope', 'start']).toContain(name);
    const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
    for (const id of ids) expect(id).toMatch(/^fazhi-2022-/);
    const styles = new Set(elements.flatMap((element) => (attribute(element, 'style') ?? '').split(';')));
    for (const style of styles)
      expect(style).toMatch(
        /^(?:text-indent:2em|text-align:\w+|border-collapse:collapse|width:100%|border:1px solid #999|padding:4px 8px|)$/,
      );
  });

  test('says the words of the full text, in its order', () => {
    const page = blocksOf(files['2022/report/index.html'] ?? '', '#full-text');
    // The page has a heading above the notes and a way back from each, which are not the report's words.
    const words = page.filter((block) => block !== '注释').map((block) => block.replaceAll('↩', ''));
    const bare = (texts: string[]): string => texts.join('').replaceAll(/\s|\[\d+\]/g, '');
    // An image is seen on the page, and named in the article.
    const own = bare(blocks(html.replaceAll(/<a href="[^"]*">图：[^<]*<\/a>/g, '')));
    const full = bare(words);
    expect(own.slice(0, full.length)).toBe(full);
  });
});

test('after the text come the signature, the timeline and the checklist', () => {
  const rest = blocks(articleOf(BASE)).slice(-18);
  expect(rest).toMatchInlineSnapshot(`
    [
      "党政主要负责人带头学法。",
      "四、2023年主要工作安排",
      "加大宣传力度。",
      "均川镇党委政府",
      "普法宣传大事记",
      "日期",
      "活动",
      "单位",
      "6月26日",
      "国际禁毒日宣传",
      "司法所",
      "党政主要负责人履行推进法治建设第一责任人职责清单",
      "职责",
      "责任人",
      "状态",
      "带头学法",
      "党政主要负责人",
      "已完成",
    ]
  `);
});

test('links are absolute where the column’s address is known, and words where it is not', () => {
  expect(articleOf(RICH)).toContain('<a href="http://www.zgsuixian.gov.cn/fzzfjsndbg/2022/report/#problems">不足</a>');
  const unknown = { ...RICH, 'site.yaml': BASE['site.yaml']?.replace(/    url: http.*fzzfjsndbg\/\n/, '') };
  expect(articleOf(unknown)).not.toContain('#problems');
  expect(articleOf(unknown)).toContain('参见不足。');
});

test('a link off the government’s sites says so', () => {
  expect(articleOf(RICH)).toContain('<a href="https://example.com/a?b=1&amp;c=2">外站（外部网站）</a>');
});
