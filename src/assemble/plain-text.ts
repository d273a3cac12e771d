/**
 * The words of a Markdown tree, one line a block; a table is one line a row with tabs between its cells, an item of a
 * list keeps its number or box.
 */
import type { ListItem, Nodes, Root } from 'mdast';

export function plainText(root: Root): string {
  return linesOf(root)
    .filter((line) => line !== '')
    .join('\n');
}

function linesOf(node: Nodes): string[] {
  switch (node.type) {
    case 'tableRow':
      return [node.children.map((cell) => words(cell).trim()).join('\t')];
    case 'list':
      return node.children.flatMap((item, index) => {
        const [first = '', ...rest] = item.children.flatMap((child) => linesOf(child));
        return [mark(item, node.ordered ? (node.start ?? 1) + index : undefined) + first, ...rest];
      });
    case 'root':
    case 'blockquote':
    case 'table':
    case 'footnoteDefinition':
      return node.children.flatMap((child) => linesOf(child));
    default:
      return words(node)
        .split('\n')
        .map((line) => line.trim());
  }
}

function mark(item: ListItem, number: number | undefined): string {
  const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
  return (number === undefined ? '' : `${number}. `) + box;
}

function words(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return '';
  if ('children' in node) return node.children.map((child) => words(child)).join('');
  return 'value' in node && node.type !== 'html' ? node.value : '';
}
