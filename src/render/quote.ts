/**
 * A clause quoted by itself, without the mark that joined it to the next: the only character a quotation may lose. Of
 * several paragraphs, or of a list, nothing is left out: they are no clause.
 */
import type { Nodes, RootContent } from 'mdast';

const JOINING = /[，、；]$/;

export function withoutJoin(text: string): string {
  return text.replace(JOINING, '');
}

/** The same for a tree; the original, which the full text shows, is left alone. */
export function quote(blocks: RootContent[]): RootContent[] {
  const copy = structuredClone(blocks);
  const [only, ...others] = shownOf(copy);
  if (only?.type !== 'paragraph' || others.length > 0) return copy;
  let node: Nodes | undefined = only;
  while (node && 'children' in node) node = node.children.at(-1);
  if (node?.type === 'text') node.value = withoutJoin(node.value);
  return copy;
}

/** What is shown of a body where it stands by itself; its notes are printed in the full text. */
export function shownOf(blocks: RootContent[]): RootContent[] {
  return blocks.filter((block) => block.type !== 'footnoteDefinition');
}
