/**
 * Paragraphs: the words of a Markdown tree as a reader sees them, block by block, each with the item it belongs to.
 *
 * A table gives a paragraph a row. What is no word of the text (numbers of lists, marks of notes, pictures) is left out.
 */
import type { Nodes, Parents, RootContent } from 'mdast';
import type { AnyItem } from '../../model/site.js';

/** Words in a row that belong to one item, or to none. */
export interface Run {
  words: string;
  owner: AnyItem | undefined;
}

/** Between the cells of a row: something that no blank is taken for, so that nothing is found across two cells. */
const BETWEEN_CELLS = ' | ';

/** A tree of an item is the item's own down to its last leaf; composing a section keeps the leaves. */
export function leavesOf(items: readonly AnyItem[]): Map<Nodes, AnyItem> {
  return new Map(items.flatMap((item) => leavesIn(item.body.tree).map((leaf) => [leaf, item] as const)));
}

export function paragraphsOf(tree: Parents, owners: ReadonlyMap<Nodes, AnyItem> = new Map()): Run[][] {
  return tree.children
    .flatMap((block) => inBlock(block, owners))
    .filter((runs) => runs.some(({ words }) => words.trim() !== ''));
}

function inBlock(block: RootContent, owners: ReadonlyMap<Nodes, AnyItem>): Run[][] {
  switch (block.type) {
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'table':
      return block.children.flatMap((child: RootContent) => inBlock(child, owners));
    case 'tableRow':
      return [
        joined(
          block.children.flatMap((cell, index) => [
            ...(index === 0 ? [] : [{ words: BETWEEN_CELLS, owner: undefined }]),
            ...runsIn(cell, owners),
          ]),
        ),
      ];
    // Notes are printed after the section that first calls them.
    case 'footnoteDefinition':
      return [];
    default:
      return [joined(runsIn(block, owners))];
  }
}

function runsIn(node: Nodes, owners: ReadonlyMap<Nodes, AnyItem>): Run[] {
  return leavesIn(node).map((leaf) => ({ words: wordsOf(leaf), owner: owners.get(leaf) }));
}

function leavesIn(node: Nodes): Nodes[] {
  return 'children' in node ? node.children.flatMap(leavesIn) : [node];
}

function wordsOf(leaf: Nodes): string {
  if (leaf.type === 'break') return '\n';
  return 'value' in leaf ? leaf.value : '';
}

/** Neighbours of one owner are one run. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const { words, owner } of runs) {
    const last = result.at(-1);
    if (last?.owner === owner && last) last.words += words;
    else if (words !== '') result.push({ words, owner });
  }
  return result;
}
