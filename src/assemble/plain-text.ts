/** The words of a Markdown tree, one line a block; a table is one line a row with tabs between its cells. */
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';

export function plainText(root: Root): string {
  return linesOf(root)
    .filter((line) => line !== '')
    .join('\n');
}

function linesOf(node: Nodes): string[] {
  switch (node.type) {
    case 'tableRow':
      return [node.children.map((cell) => words(cell)).join('\t')];
    case 'root':
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'table':
    case 'footnoteDefinition':
      return node.children.flatMap((child) => linesOf(child));
    default:
      return [words(node)];
  }
}

function words(node: Nodes): string {
  return toString(node, { includeImageAlt: false }).trim();
}
