/** Built HTML as a tree, and as the text a reader finds in it. */
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const BLOCKS = new Set(
  `address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure footer form
   h1 h2 h3 h4 h5 h6 header hr legend li main nav ol optgroup option p pre section select summary table tbody td tfoot
   th thead tr ul`.split(/\s+/),
);

/** What stands in a page and is not for reading. */
export const NEVER_TEXT = new Set(['script', 'style', 'template', 'title', 'desc', 'noscript']);

export function parseHtml(html: string): Root {
  return unified().use(rehypeParse).parse(html);
}

/** Every element, in the order of the text. */
export function elementsIn(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap(elementsIn) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

/** The first element that a tag name (`main`) or an id (`#full-text`) names. */
export function find(node: Nodes, selector: string): Element {
  const found = elementsIn(node).find((element) =>
    selector.startsWith('#') ? element.properties['id'] === selector.slice(1) : element.tagName === selector,
  );
  if (found === undefined) throw new Error(`no ${selector} in the page`);
  return found;
}

/** An attribute as written; a list of words as one text. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** The text of every block (paragraph, heading, item, cell) below the named element, white space folded, empty ones left out. */
export function blocksOf(html: string, selector = 'main'): string[] {
  const blocks = [''];
  const walk = (node: Nodes): void => {
    if (node.type === 'text') blocks[blocks.length - 1] += node.value;
    if (!('children' in node)) return;
    if (node.type !== 'element') return node.children.forEach(walk);
    if (NEVER_TEXT.has(node.tagName)) return;
    if (node.tagName === 'br' || BLOCKS.has(node.tagName)) blocks.push('');
    node.children.forEach(walk);
    if (BLOCKS.has(node.tagName)) blocks.push('');
  };
  walk(find(parseHtml(html), selector));
  return blocks.map((block) => block.replace(/[ \t\r\n]+/g, ' ').trim()).filter((block) => block !== '');
}
