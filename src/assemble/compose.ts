/**
 * Composition: a section's text with its items run in, so that the whole report is written only once.
 *
 * A marker inside a paragraph runs the items in as sentences of it; on a line of its own, as paragraphs; items that no
 * marker calls come after the body. An item of several paragraphs brings its later ones along.
 */
import type { FootnoteDefinition, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { callItems } from '../model/marker-calls.js';
import type { Item } from '../model/site.js';
import type { ItemRun, Marker } from '../model/tree.js';

export function compose(body: Root, items: readonly Item[]): Root {
  const blocks: RootContent[] = [];
  const notes: FootnoteDefinition[] = [];
  let open: PhrasingContent[] | undefined;

  const close = (): void => {
    if (open && open.length > 0) blocks.push({ type: 'paragraph', children: open });
    open = undefined;
  };
  const addBlock = (block: RootContent): void => {
    if (block.type === 'footnoteDefinition') notes.push(block);
    else blocks.push(block);
  };
  /** Runs an item in to the open paragraph. */
  const runIn = (item: Item): void => {
    withAnchor(item).forEach((block, index) => {
      if (block.type === 'footnoteDefinition') {
        notes.push(block);
      } else if (block.type !== 'paragraph') {
        close();
        blocks.push(block);
      } else {
        if (index > 0) close();
        open = [...(open ?? []), ...block.children];
      }
    });
  };
  const markers = body.children.flatMap((block) =>
    block.type === 'paragraph'
      ? block.children.filter((child) => child.type === 'marker')
      : block.type === 'marker'
        ? [block]
        : [],
  );
  const { called, others } = callItems(
    markers.map(({ call }) => call),
    items,
  );
  const itemsAt = (marker: Marker): Item[] => called[markers.indexOf(marker)] ?? [];

  for (const block of body.children) {
    if (block.type === 'marker') {
      for (const item of itemsAt(block)) withAnchor(item).forEach(addBlock);
    } else if (block.type === 'paragraph' && block.children.some((child) => child.type === 'marker')) {
      for (const child of block.children) {
        if (child.type === 'marker') itemsAt(child).forEach(runIn);
        else open = [...(open ?? []), child];
      }
      close();
    } else {
      addBlock(block);
    }
  }
  for (const item of others) withAnchor(item).forEach(addBlock);
  return { type: 'root', children: [...blocks, ...notes] };
}

/** An item's blocks, notes aside at the end, the first one carrying its anchor. */
function withAnchor(item: Item): RootContent[] {
  const blocks = item.body.tree.children;
  const notes = blocks.filter((block) => block.type === 'footnoteDefinition');
  const [first, ...rest] = blocks.filter((block) => block.type !== 'footnoteDefinition');
  const anchor = { id: item.id, className: ['item', `item-${item.kind}`] };
  if (!first) return notes;
  if (first.type !== 'paragraph')
    return [{ ...first, data: { ...first.data, hProperties: anchor } } as RootContent, ...rest, ...notes];
  const run: ItemRun = { type: 'item', children: first.children, data: { hName: 'span', hProperties: anchor } };
  const paragraph: Paragraph = { type: 'paragraph', children: [run] };
  return [paragraph, ...rest, ...notes];
}
