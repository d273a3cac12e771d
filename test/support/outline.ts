/**
 * A page as a text to review: its title, then what a reader finds in `main`, a line for each block, without the dress.
 *
 * Shape: `h2 #plan 四、2023年主要工作安排`, `p 见[大事记](../timeline/index.html)。`: the tag, the anchor if there is one, the
 *        words; links with where they lead, pictures with the words that stand for them.
 */
import type { Element, Nodes } from 'hast';
import { attribute, find, NEVER_TEXT, parseHtml } from './html.js';

const LINES = new Set(
  'h1 h2 h3 h4 h5 h6 p li dt dd td th caption figcaption summary button label blockquote pre'.split(' '),
);
const INSIDE_A_LINE = new Set(
  'a abbr b bdi br code del em i ins kbd mark s small span strong sub sup time u wbr'.split(' '),
);

export function outline(html: string): string {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') line += node.value;
    if (node.type !== 'element' || NEVER_TEXT.has(node.tagName)) return;
    const label = attribute(node, 'ariaLabel') ?? attribute(node, 'alt');
    if (node.tagName === 'svg' || node.tagName === 'img') {
      if (label !== undefined) line += `![${label}]`;
      return;
    }
    if (INSIDE_A_LINE.has(node.tagName)) return walkInside(node);
    end();
    const id = attribute(node, 'id');
    if (LINES.has(node.tagName)) line = `${node.tagName} `;
    else if (id !== undefined || label !== undefined) line = `${node.tagName} ${label ?? ''}`;
    if (id !== undefined) line += ` #${id} `;
    if (!LINES.has(node.tagName)) end();
    node.children.forEach(walk);
    end();
  };
  const walkInside = (element: Element): void => {
    const id = attribute(element, 'id');
    if (id !== undefined) line += ` #${id} `;
    if (element.tagName === 'a') line += '[';
    element.children.forEach(walk);
    if (element.tagName === 'a') line += `](${attribute(element, 'href') ?? ''})`;
  };
  const page = parseHtml(html);
  const [title] = find(page, 'title').children;
  lines.push(`title ${title?.type === 'text' ? title.value : ''}`);
  walk(find(page, 'main'));
  end();
  // A cell or item that holds blocks of its own leaves its tag alone on a line: it says nothing more.
  return `${lines.filter((text) => !LINES.has(text)).join('\n')}\n`;
}
