/**
 * The Markdown parser for texts that clerks write in Chinese, and the bounds of what it is given.
 *
 * Blocks of raw HTML, code by indentation and underlined headings are turned off: a remark at the beginning of a line, a
 * paragraph pasted from Word and a line of dashes under a paragraph stay text.
 */
import type { Nodes, Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { recognisePlain } from './plain-markdown.js';
import type { Positions } from './positions.js';
import * as rules from './rules.js';

/** Deeper nesting than this is not writing; it would overflow the stack of whoever walks the tree. */
const MAX_DEPTH = 60;
/** Characters. A year's report has four thousand. */
const MAX_LENGTH = 100_000;
/** More marks than this in one body are no writing either, and some take time that grows with their square. */
const MAX_MARKS = [
  { mark: /[*_[\]]/g, most: 2000 },
  { mark: /[<`]/g, most: 200 },
];

/** Whatever a text is: `parseMarkdown` comes here where it cannot tell without. */
export const parser = unified()
  .use(remarkParse)
  .use(function chineseClerks() {
    const data = this.data();
    (data.micromarkExtensions ??= []).push(
      { disable: { null: ['htmlFlow', 'codeIndented', 'setextUnderline'] } },
      gfmTable(),
      gfmFootnote(),
      gfmTaskListItem(),
    );
    (data.fromMarkdownExtensions ??= []).push(
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
    );
  })
  .use(remarkCjkFriendly)
  .freeze();

/**
 * The tree of a text; one paragraph of its words, with a diagnostic, where it passes the bounds. `isPlain`: it holds
 * nothing but paragraphs of words and remarks.
 */
export function parseMarkdown(
  words: string,
  file: Positions,
  diagnostics: Diagnostic[],
): { tree: Root; isPlain: boolean } {
  const asWritten: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
  };
  const tooMany = MAX_MARKS.map(({ mark, most }) => nth(words, mark, most)).find((offset) => offset !== undefined);
  const nested = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){20}/m.exec(words)?.index;
  const at = words.length > MAX_LENGTH ? MAX_LENGTH : (nested ?? tooMany);
  if (at !== undefined) {
    diagnostics.push(diagnose(at === nested ? rules.tooDeep : rules.tooLong, { at: file.spanAt(at, 1) }));
    return { tree: asWritten, isPlain: false };
  }
  const plain = recognisePlain(words);
  if (plain) return { tree: plain, isPlain: true };
  const tree = parser.parse(words);
  const deep = deepNode(tree);
  if (!deep) return { tree, isPlain: false };
  diagnostics.push(diagnose(rules.tooDeep, { at: file.spanOf(deep) }));
  return { tree: asWritten, isPlain: false };
}

/** Where a text passes the number of marks it may have. */
function nth(text: string, mark: RegExp, most: number): number | undefined {
  let count = 0;
  for (const { index } of text.matchAll(mark)) {
    count += 1;
    if (count > most) return index;
  }
  return undefined;
}

function deepNode(tree: Root): Nodes | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
    if (level.length === 0) return undefined;
  }
  return level[0];
}
