/**
 * Writes HTML of paragraphs, items and plain words without a library.
 *
 * In:  nodes of a report's Markdown tree.
 * Out: the very HTML that `prose.ts` makes of them by way of a tree of HTML and the sanitiser; `undefined` where there are
 *      other nodes, words that HTML escapes, or blanks that the library may touch.
 *
 * Nearly all words of a report are of this kind, and each of them is shown on several pages.
 */
import type { Nodes } from 'mdast';

const MORE_THAN_WORDS = /[<&\n\r\t\0]/;
const ANCHOR = /^[\p{L}\p{N}-]+$/u;
const CLASSES = /^item item-[a-z]+$/;

export function plainHtml(nodes: readonly Nodes[]): string | undefined {
  let html = '';
  for (const node of nodes) {
    const own = htmlOf(node);
    if (own === undefined) return undefined;
    html += own;
  }
  return html;
}

function htmlOf(node: Nodes): string | undefined {
  if (node.type === 'text') return MORE_THAN_WORDS.test(node.value) ? undefined : node.value;
  if (node.type === 'paragraph') return within('p', '', node.children);
  if (node.type !== 'item') return undefined;
  const { id, className } = node.data.hProperties;
  const classes = className.join(' ');
  const isPlain = ANCHOR.test(id) && CLASSES.test(classes) && node.children.every(({ type }) => type === 'text');
  return isPlain ? within('span', ` id="${id}" class="${classes}"`, node.children) : undefined;
}

function within(tag: string, attributes: string, children: readonly Nodes[]): string | undefined {
  const html = plainHtml(children);
  return html === undefined ? undefined : `<${tag}${attributes}>${html}</${tag}>`;
}
