/**
 * A page as a tree, without what a reader of the page does not see.
 *
 * In:  the text of an HTML file, however it is nested or left unclosed.
 * Out: elements and their text. Nothing is fetched; scripts, styles, forms, comments and hidden elements are gone.
 *
 * A page is bounded in depth: no browser shows more, and the parser's time would grow with the square of it.
 */
import { Parser } from 'htmlparser2';
import { EnvironmentError } from '../../diagnostics/environment-error.js';

export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  above: Element | undefined;
  children: (Element | string)[];
  /** Chinese characters below it that stand in no link: prose weighs, menus do not. */
  weight: number;
  /** Characters of all text below it. */
  size: number;
  /** What a browser counts an item of an ordered list as. */
  number?: number;
}

export interface Page {
  root: Element;
  /** `<meta name>` by their names in lower case. */
  metas: Map<string, string>;
  title: string;
}

const UNSEEN = new Set(
  'script style noscript template iframe frame object embed svg math canvas select button input textarea head video audio map'.split(
    ' ',
  ),
);
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu;
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Elements within elements. Pages of portals have some thirty. */
const MOST_DEPTH = 1000;

/** Errors: `EnvironmentError` for elements nested deeper than any page has them. */
export function parsePage(html: string): Page {
  const root = elementOf('root', {}, undefined);
  const metas = new Map<string, string>();
  let open = root;
  let title = '';
  let isInTitle = false;
  /** Unseen elements that are open, and links. */
  let unseen = 0;
  let links = 0;
  let depth = 0;
  /** The last number of each ordered list. */
  const counted = new Map<Element, number>();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'meta' && attributes['name'] && attributes['content'] !== undefined)
          metas.set(attributes['name'].toLowerCase(), attributes['content'].trim());
        if (name === 'title') isInTitle = true;
        if (!VOID.has(name)) depth += 1;
        if (depth > MOST_DEPTH) throw tooDeep();
        if (unseen > 0 || isUnseen(name, attributes)) {
          unseen += 1;
          return;
        }
        const element = elementOf(name, attributes, open);
        open.children.push(element);
        if (name === 'li' && open.name === 'ol') element.number = countItem(element, open, counted);
        if (name === 'a') links += 1;
        if (!VOID.has(name)) open = element;
      },
      ontext(text) {
        if (isInTitle) title += text;
        if (unseen > 0) return;
        open.children.push(text);
        open.size += text.length;
        if (links === 0) open.weight += weightOf(text);
      },
      onclosetag(name) {
        if (!VOID.has(name)) depth -= 1;
        if (name === 'title') isInTitle = false;
        if (unseen > 0) {
          unseen -= 1;
          return;
        }
        if (VOID.has(name)) return;
        if (name === 'a') links = Math.max(0, links - 1);
        const { above } = open;
        if (!above) return;
        above.weight += open.weight;
        above.size += open.size;
        open = above;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { root, metas, title: title.trim() };
}

function elementOf(name: string, attributes: Element['attributes'], above: Element | undefined): Element {
  return { name, attributes, above, children: [], weight: 0, size: 0 };
}

function countItem(item: Element, list: Element, counted: Map<Element, number>): number {
  const last = counted.get(list) ?? Number(list.attributes['start'] ?? 1) - 1;
  const number = item.attributes['value'] === undefined ? last + 1 : Number(item.attributes['value']);
  counted.set(list, number);
  return number;
}

function tooDeep(): EnvironmentError {
  return new EnvironmentError({
    zh: `网页的标签一层套一层，超过 ${MOST_DEPTH} 层，不像正常的网页，没有读取。请在浏览器里选中正文，复制到 .txt 文件里再导入。`,
    en: `The page nests its elements more than ${MOST_DEPTH} deep, as no page does, and was not read. Copy its text into a .txt file and import that.`,
  });
}

function isUnseen(name: string, { hidden, style = '', ...others }: Element['attributes']): boolean {
  return UNSEEN.has(name) || hidden !== undefined || others['aria-hidden'] === 'true' || HIDDEN_STYLE.test(style);
}

function weightOf(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** The words of an element, blanks run together. */
export function wordsOf(element: Element): string {
  let text = '';
  const waiting: (Element | string)[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') text += node;
    else for (let index = node.children.length - 1; index >= 0; index -= 1) waiting.push(node.children[index] ?? '');
  }
  return text.replace(/[\s\u00a0]+/gu, ' ').trim();
}

/** Every element below, in the order of the page. */
export function* elementsIn(root: Element): Generator<Element> {
  const waiting: Element[] = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    yield element;
    for (let index = element.children.length - 1; index >= 0; index -= 1) {
      const child = element.children[index];
      if (typeof child === 'object') waiting.push(child);
    }
  }
}
