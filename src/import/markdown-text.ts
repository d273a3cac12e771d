/**
 * The body of a content file: passages as Markdown that is read back as the same words.
 *
 * A note's text stands at the end of the file that calls it, an image beside the report.
 */
import type { FootnoteDefinition, PhrasingContent, Root, RootContent, TableCell } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { isNoteMark, MARKS, type SourceDocument } from './document.js';
import { FOLDERS, type DraftItem, type Passage } from './draft.js';

/** What the marks of a text stand for. */
export interface Marked {
  notes: SourceDocument['notes'];
  images: readonly { path: string; alt: string }[];
}

const OPTIONS: Options = {
  extensions: [gfmTableToMarkdown(), gfmFootnoteToMarkdown()],
  bullet: '-',
  rule: '-',
};

export function bodyOf(passages: readonly Passage[], marked: Marked): string {
  const notes = new Map<number, FootnoteDefinition>();
  const inline = (text: string): PhrasingContent[] => inlineOf(text, marked, notes);
  const markers = markersOf(passages);
  const blocks = passages.flatMap((passage): RootContent[] => {
    if (passage.kind === 'table') return [tableOf(passage.rows, inline)];
    const children = passage.pieces.flatMap((piece): PhrasingContent[] =>
      typeof piece === 'string' ? inline(piece) : (markers.get(piece) ?? []),
    );
    return children.length === 0 ? [] : [{ type: 'paragraph', children }];
  });
  return toMarkdown({ type: 'root', children: [...blocks, ...notes.values()] } satisfies Root, OPTIONS).trimEnd();
}

/**
 * The marker that stands in the place of each item.
 *
 * `<!-- events -->` calls all events of a section where the first of them stands, in the order of their dates; it will do
 * where they are told in that order and nothing stands between them. Otherwise each is called by name.
 */
function markersOf(passages: readonly Passage[]): Map<DraftItem, PhrasingContent[]> {
  const made = new Map<DraftItem, PhrasingContent[]>();
  for (const kind of ['event', 'duty', 'shortcoming', 'task'] as const) {
    const items = itemsIn(passages).filter((item) => item.kind === kind);
    const [first] = items;
    if (!first) continue;
    const isTogether = areTogether(items, passages) && isInOrder(items);
    for (const item of items) {
      const words = isTogether ? FOLDERS[kind] : `${FOLDERS[kind]}: ${item.id}`;
      made.set(item, isTogether && item !== first ? [] : [{ type: 'html', value: `<!-- ${words} -->` }]);
    }
  }
  return made;
}

function itemsIn(passages: readonly Passage[]): DraftItem[] {
  return passages.flatMap((passage) =>
    passage.kind === 'table' ? [] : passage.pieces.filter((piece) => typeof piece !== 'string'),
  );
}

/** Whether nothing stands between items, and they stand in one paragraph or each is one. */
function areTogether(items: readonly DraftItem[], passages: readonly Passage[]): boolean {
  const pieces = passages.flatMap((passage, index) =>
    passage.kind === 'table'
      ? [{ index, item: undefined, isAlone: true }]
      : passage.pieces.map((piece) => ({
          index,
          item: typeof piece === 'string' ? undefined : piece,
          isAlone: passage.pieces.length === 1,
        })),
  );
  const from = pieces.findIndex(({ item }) => item === items[0]);
  const run = pieces.slice(from, from + items.length);
  return (
    run.every(({ item }, position) => item === items[position]) &&
    (run.every(({ index }) => index === run[0]?.index) || run.every(({ isAlone }) => isAlone))
  );
}

/** Whether the composition would take them in this order. */
function isInOrder(items: readonly DraftItem[]): boolean {
  return items.every((item, index) => {
    const before = items[index - 1];
    if (before?.kind !== 'event' || item.kind !== 'event') return true;
    const [a, b] = [before, item].map(({ when, name }) => `${when.start} ${when.end} ${name}.md`);
    return (a ?? '') <= (b ?? '');
  });
}

function tableOf(rows: readonly (readonly string[])[], inline: (text: string) => PhrasingContent[]): RootContent {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const cells = (row: readonly string[]): TableCell[] =>
    Array.from({ length: width }, (_, index) => ({
      type: 'tableCell',
      // A cell holds one line; a blank between characters is as good.
      children: inline((row[index] ?? '').replace(/\s*\n\s*/gu, ' ')),
    }));
  return {
    type: 'table',
    align: Array.from({ length: width }, () => null),
    children: rows.map((row) => ({ type: 'tableRow', children: cells(row) })),
  };
}

function inlineOf(text: string, marked: Marked, notes: Map<number, FootnoteDefinition>): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  let from = 0;
  const say = (words: string): void => {
    if (words !== '') children.push({ type: 'text', value: words });
  };
  for (const { 0: mark, index, groups = {} } of text.matchAll(MARKS)) {
    say(text.slice(from, index));
    from = index + mark.length;
    const number = Number(groups['number']);
    if (isNoteMark(groups['open'] ?? '')) {
      const identifier = String(number + 1);
      children.push({ type: 'footnoteReference', identifier });
      const words = (marked.notes[number] ?? '').replace(/\s*\n\s*/gu, ' ');
      notes.set(number, {
        type: 'footnoteDefinition',
        identifier,
        children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
      });
    } else {
      const image = marked.images[number];
      if (image) children.push({ type: 'image', url: image.path, alt: image.alt });
    }
  }
  say(text.slice(from));
  return children;
}
