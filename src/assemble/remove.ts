import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Takes nodes out of a tree, wherever they are, with all that is in them. */
export function remove(tree: Root, isGone: (node: Nodes) => boolean): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const parent = node as { children: Nodes[] };
    parent.children = parent.children.filter((child) => !isGone(child));
  });
}
