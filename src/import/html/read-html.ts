/**
 * HTML: a page saved from a portal, or the full text as this program shows it.
 *
 * In:  the bytes of a page.
 * Out: the blocks of its main text; what the page says about the document in its `<meta>` and its box of facts; what was
 *      left out. Nothing is fetched: images, scripts and frames stay where they are.
 */
import { EnvironmentError } from '../../diagnostics/environment-error.js';
import { isChromeLine } from '../../model/portal-chrome.js';
import { decodeText } from '../decode-text.js';
import type { Block, Dropped, Metadata, MetadataKey, SourceDocument } from '../document.js';
import { factsIn, LABEL_KEYS } from '../facts.js';
import { blocksOf } from './blocks.js';
import { mainText } from './main-text.js';
import { elementsIn, parsePage, wordsOf, type Element, type Page } from './tree.js';

const METAS: Readonly<Record<string, MetadataKey>> = {
  articletitle: 'title',
  pubdate: 'published',
  contentsource: 'organ',
  keywords: 'keywords',
  author: 'author',
  sitename: 'portal',
  url: 'url',
};

/** Errors: `EnvironmentError` for bytes that are no page, and for a page without Chinese text. */
export function readHtml(bytes: Uint8Array): SourceDocument {
  const page = parsePage(decodePage(bytes));
  if (page.root.weight === 0)
    throw new EnvironmentError({
      zh: '网页里没有中文正文。请在浏览器里打开报告的页面，另存为“网页，仅 HTML”后再导入。',
      en: 'The page holds no Chinese text. Open the report in a browser, save it as “web page, HTML only”, and import that.',
    });
  const main = mainText(page.root);
  const { blocks, images, remarks } = blocksOf(main);
  const dropped: Dropped[] = [];
  const left = page.root.weight - main.weight;
  if (left > 0)
    dropped.push({
      words: '',
      reason: { zh: `正文以外的页面框架，约 ${left} 字`, en: `the frame of the page, about ${left} characters` },
    });
  return {
    format: 'html',
    blocks: withoutInfo(blocks, dropped),
    notes: [],
    images,
    metadata: metadataOf(page, main),
    dropped,
    remarks,
  };
}

/** Pages say their encoding themselves; one that says nothing is told by its bytes. */
function decodePage(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const charset = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1]?.toLowerCase();
  if (charset === 'big5') {
    try {
      return new TextDecoder('big5', { fatal: true }).decode(bytes);
    } catch {
      // It is not what it says; its bytes tell.
    }
  }
  return decodeText(bytes);
}

/** Takes out the lines on the page's own matters: when it was published, how often it was read, buttons. */
function withoutInfo(blocks: readonly Block[], dropped: Dropped[]): Block[] {
  return blocks.filter((block) => {
    if (block.kind !== 'line' || !isInfo(block.text)) return true;
    dropped.push({ words: block.text, reason: { zh: '页面信息或按钮', en: 'about the page, or a button' } });
    return false;
  });
}

const INFO_WORDS =
  /(?:发布时间|发布日期|日期|时间|来源|信息来源|作者|责任编辑|编辑|审核|浏览次数|阅读次数|点击次数|阅读量|浏览量|字号|字体|字体大小|分享到|打印本页|关闭窗口)/u;

function isInfo(text: string): boolean {
  if (isChromeLine(text) || factsIn(text) !== undefined) return true;
  if (text.length > 120 || /[。；]/u.test(text) || !INFO_WORDS.test(text)) return false;
  // Labels, values and buttons, and nothing else.
  return (
    text.replace(new RegExp(INFO_WORDS, 'gu'), '').replace(/[:：|｜【】[\]（）()\s\u3000\-/.,，\d次大中小A+]/gu, '')
      .length <= 16
  );
}

/** Of what stands in `<meta>`, in the box of facts and in the page's headings, the box is nearest to the document. */
function metadataOf(page: Page, main: Element): Metadata {
  const metas: Metadata = {};
  for (const [name, value] of page.metas) {
    const key = METAS[name];
    if (key !== undefined && value !== '') metas[key] = value;
  }
  const facts = factsOf(page.root);
  const title = facts.title ?? metas.title ?? titleOf(page, main);
  return { ...metas, ...facts, ...(title !== undefined && { title }) };
}

/** Labels with a value in the next cell, or behind a colon. The first one that says something counts. */
function factsOf(root: Element): Metadata {
  const facts: Metadata = {};
  let label: MetadataKey | undefined;
  let source: string | undefined;
  for (const element of elementsIn(root)) {
    const { name, size } = element;
    if (!BOXES.has(name) || size > MOST_FACT_CHARACTERS) continue;
    const words = wordsOf(element);
    if (CELLS.has(name)) {
      const key = LABEL_KEYS[words.replace(/[\s\u3000:：]/gu, '')];
      if (key === undefined && label !== undefined && !/^(?:|无|[-—/]+)$/u.test(words)) facts[label] ??= words;
      label = key;
      if (key !== undefined) continue;
    }
    for (const [key, value] of Object.entries(factsIn(words) ?? {})) {
      if (key === 'organ' && words.includes('来源')) source ??= value;
      else facts[key as MetadataKey] ??= value;
    }
  }
  return { ...(source !== undefined && { organ: source }), ...facts };
}

const CELLS = new Set(['td', 'th', 'dt', 'dd']);
const BOXES = new Set([...CELLS, 'li', 'p', 'div', 'span']);
/** Characters. */
const MOST_FACT_CHARACTERS = 300;
const TITLE = /(?:报告|总结|汇报|情况)$/u;

/** The heading above the text, or the page's title without the name of its site. */
function titleOf({ root, title }: Page, main: Element): string | undefined {
  for (const element of elementsIn(root)) {
    if (element === main) break;
    if (!/^(?:h[1-3]|div|td|p|span)$/u.test(element.name) || element.size > 200) continue;
    const words = wordsOf(element).replace(/\s+/gu, '');
    if (words.length <= 60 && TITLE.test(words)) return words;
  }
  const first = title.split(/[-_—|–]|\s{1,}[-_|]\s*/u)[0]?.trim() ?? '';
  return TITLE.test(first) ? first : undefined;
}
