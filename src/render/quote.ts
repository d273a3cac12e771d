/** A clause quoted by itself, without the mark that joined it to the next: the only character a quotation may lose. */
import type { Nodes, RootContent } from 'mdast';

const JOINING = /[，、；]$/;

export function withoutJoin(text: string): string {
  return text.replace(JOINING, '');
}

/** The same for a tree; the original, which the full text shows, is left alone. */
export function quote(blocks: RootContent[]): RootContent[] {
  const copy = structuredClone(blocks);
  const words = copy.filter((block) => block.type !== 'footnoteDefinition');
  let node: Nodes | undefined = words.at(-1);
  while (node && 'children' in node) node = node.children.at(-1);
  if (node?.type === 'text') node.value = withoutJoin(node.value);
  return copy;
}
