/**
 * A body in Markdown, as clerks write it.
 *
 * In:  the text after the front matter, and how to resolve an address.
 * Out: a `Body`, and diagnostics for what Markdown would drop or turn into something nobody meant.
 * Not here: HTML. `render` writes it.
 *
 * Markdown for programmers has traps for people who write Chinese. Blocks of raw HTML, code by indentation and
 * underlined headings are turned off, so that a remark at the beginning of a line, a paragraph pasted from Word and a
 * line of dashes under a paragraph stay text. What still would lose or change a character is reported.
 */
import type { Definition, Html, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { toString } from 'mdast-util-to-string';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Body, ItemKind, Link, Target } from '../model/site.js';
import type { Located, Span } from '../model/span.js';
import { makeChinese } from './chinese.js';
import { findDates } from './date.js';
import { plainText } from './plain-text.js';
import * as rules from './rules.js';

const KINDS: Readonly<Record<string, ItemKind>> = {
  events: 'event',
  duties: 'duty',
  shortcomings: 'shortcoming',
  tasks: 'task',
};

/** Deeper nesting than this is not writing; it would overflow the stack of whoever walks the tree. */
const MAX_DEPTH = 60;
/** Characters. A year's report has four thousand. */
const MAX_LENGTH = 100_000;
/** More marks than this in one body are no writing either, and some take time that grows with their square. */
const MAX_MARKS = [
  { mark: /[*_[\]]/g, most: 2000 },
  { mark: /[<`]/g, most: 200 },
];

const parser = unified()
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

export interface BodySource {
  file: string;
  text: string;
  /** The file's line that `text` begins on. */
  line: number;
  /** The entry's id: footnotes of different files must not meet under one name. */
  id: string;
  /** The report's year, for dates that name none. */
  year: number;
  /** Only a section has items to run in. */
  mayMark: boolean;
  resolve: (url: string) => Target | undefined;
}

export function parseBody(source: BodySource): { body: Body; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const file = new Positions(source);
  const tree = parse(source, file, diagnostics);
  const links: Link[] = [];
  const images: Link[] = [];
  const rawHtml: Located<string>[] = [];
  const markers: Located<ItemKind>[] = [];

  findTraps(tree, file, diagnostics);
  resolveDefinitions(tree, file, diagnostics);
  nameFootnotes(tree, source.id, file, diagnostics);
  readHtml(tree, source, file, { rawHtml, markers, diagnostics });
  separateMarkers(tree);
  linkBareAddresses(tree);
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image') return;
    const target = source.resolve(node.url);
    if (target) node.data = { ...node.data, target };
    const text = node.type === 'link' ? toString(node) : (node.alt ?? '');
    (node.type === 'link' ? links : images).push({
      url: node.url,
      text,
      at: file.spanOf(node),
      ...(target && { target }),
    });
  });
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'tableCell') return undefined;
    makeChinese(node);
    return SKIP;
  });
  dropEmptyParagraphs(tree);
  const text = plainText(tree);
  const body = {
    tree,
    text,
    links,
    images,
    rawHtml,
    markers,
    dates: findDates(text, source.year).map(({ date }) => date),
    at: file.spanOf(tree),
  };
  return { body, diagnostics };
}

/** Turns the parser's places into the file's. */
class Positions {
  readonly #source: BodySource;
  /** The offset each line begins at. */
  readonly #lines: number[];

  constructor(source: BodySource) {
    this.#source = source;
    this.#lines = [0, ...Array.from(source.text.matchAll(/\n/g), (match) => match.index + 1)];
  }

  spanOf(node: Nodes): Span {
    const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
    const before = this.#source.line - 1;
    return {
      file: this.#source.file,
      line: start.line + before,
      column: start.column,
      endLine: end.line + before,
      endColumn: end.column,
    };
  }

  /** The place of some characters of the source text, counted from its beginning. */
  spanAt(offset: number, length: number): Span {
    let [low, high] = [0, this.#lines.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = low + this.#source.line;
    const column = offset - (this.#lines[low] ?? 0) + 1;
    return { file: this.#source.file, line, column, endLine: line, endColumn: column + length };
  }

  characterAt(offset: number): string {
    return this.#source.text[offset] ?? '';
  }

  /** The source text of a node, and where it begins. */
  textOf(node: Nodes): { text: string; offset: number } {
    const offset = node.position?.start.offset ?? 0;
    return { text: this.#source.text.slice(offset, node.position?.end.offset ?? offset), offset };
  }
}

function parse(source: BodySource, file: Positions, diagnostics: Diagnostic[]): Root {
  const asWritten: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: source.text }] }],
  };
  const tooMany = MAX_MARKS.map(({ mark, most }) => nth(source.text, mark, most)).find(
    (offset) => offset !== undefined,
  );
  const nested = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){20}/m.exec(source.text)?.index;
  const at = source.text.length > MAX_LENGTH ? MAX_LENGTH : (nested ?? tooMany);
  if (at !== undefined) {
    diagnostics.push(diagnose(at === nested ? rules.tooDeep : rules.tooLong, { at: file.spanAt(at, 1) }));
    return asWritten;
  }
  const tree = parser.parse(source.text);
  const deep = deepNode(tree);
  if (!deep) return tree;
  diagnostics.push(diagnose(rules.tooDeep, { at: file.spanOf(deep) }));
  return asWritten;
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

/** What Markdown reads otherwise than the clerk meant it. */
function findTraps(tree: Root, file: Positions, diagnostics: Diagnostic[]): void {
  visitParents(tree, (node, ancestors) => {
    const at = file.spanOf(node);
    switch (node.type) {
      case 'heading':
        diagnostics.push(diagnose(rules.heading, { at, title: toString(node) }));
        break;
      case 'paragraph':
        findMarksAtLineStart(node, file, diagnostics);
        break;
      case 'text':
        findLeftovers(node, file, diagnostics);
        break;
      case 'code':
        if (node.lang ?? node.meta)
          diagnostics.push(diagnose(rules.codeInfo, { at, words: file.textOf(node).text.split('\n')[0] ?? '' }));
        break;
      case 'list':
        if (!node.ordered) break;
        node.children.forEach((item, index) => {
          const { text, offset } = file.textOf(item);
          const written = /^\d+/.exec(text)?.[0] ?? '';
          const shown = (node.start ?? 1) + index;
          if (Number(written) === shown && shown <= 99) return;
          diagnostics.push(diagnose(rules.listNumber, { at: file.spanAt(offset, written.length), written, shown }));
        });
        break;
      case 'tableRow': {
        const table = ancestors.at(-1);
        const columns = table?.type === 'table' ? (table.children[0]?.children.length ?? 0) : 0;
        const extra = node.children[columns];
        if (extra)
          diagnostics.push(
            diagnose(rules.tableCells, { at: file.spanOf(extra), columns, found: node.children.length }),
          );
        break;
      }
      case 'emphasis': {
        const { text, offset } = file.textOf(node);
        const around = [file.characterAt(offset - 1), file.characterAt(offset + text.length)];
        if (text.startsWith('*') && around.some((character) => /[0-9A-Za-z]/.test(character))) {
          diagnostics.push(diagnose(rules.emphasisInNumbers, { at, words: text }));
        }
        break;
      }
      default:
    }
  });
}

function findMarksAtLineStart(paragraph: Paragraph, file: Positions, diagnostics: Diagnostic[]): void {
  const { text, offset } = file.textOf(paragraph);
  for (const match of text.matchAll(/^[ \t\u3000]*([#＃]+|｜)/gm)) {
    const mark = match[1] ?? '';
    const at = file.spanAt(offset + match.index + match[0].length - mark.length, mark.length);
    diagnostics.push(
      mark === '｜' ? diagnose(rules.tableMark, { at, fix: '|' }) : diagnose(rules.headingMark, { at, mark }),
    );
  }
}

/** Marks that stayed text because their other half is missing. */
function findLeftovers(node: Nodes, file: Positions, diagnostics: Diagnostic[]): void {
  const { text, offset } = file.textOf(node);
  for (const match of text.matchAll(/<!--|-->/g)) {
    diagnostics.push(
      diagnose(rules.commentUnclosed, { at: file.spanAt(offset + match.index, match[0].length), mark: match[0] }),
    );
  }
  for (const match of text.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
    const at = file.spanAt(offset + match.index, match[0].length);
    diagnostics.push(diagnose(rules.footnoteUndefined, { at, label: match[1] ?? '' }));
  }
}

/** Writes `[words][label]` out as a link, so that bodies can be joined; a definition nobody uses would vanish. */
function resolveDefinitions(tree: Root, file: Positions, diagnostics: Diagnostic[]): void {
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  visit(tree, 'definition', (node) => {
    if (definitions.has(node.identifier))
      diagnostics.push(
        diagnose(rules.definitionUnused, { at: file.spanOf(node), label: node.label ?? node.identifier }),
      );
    else definitions.set(node.identifier, node);
  });
  visit(tree, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const definition = definitions.get(node.identifier);
    if (!definition || !parent || index === undefined) return;
    used.add(node.identifier);
    const { url, title } = definition;
    const position = node.position && { position: node.position };
    parent.children[index] =
      node.type === 'linkReference'
        ? { type: 'link', url, title: title ?? null, children: node.children, ...position }
        : { type: 'image', url, title: title ?? null, alt: node.alt ?? null, ...position };
  });
  for (const [identifier, node] of definitions) {
    if (!used.has(identifier))
      diagnostics.push(diagnose(rules.definitionUnused, { at: file.spanOf(node), label: node.label ?? identifier }));
  }
  remove(tree, (node) => node.type === 'definition');
}

function nameFootnotes(tree: Root, id: string, file: Positions, diagnostics: Diagnostic[]): void {
  const used = new Set<string>();
  visit(tree, 'footnoteReference', (node) => {
    used.add(node.identifier);
    node.identifier = `${id}-${node.identifier}`;
  });
  const defined = new Set<string>();
  visit(tree, 'footnoteDefinition', (node) => {
    const isRepeated = defined.has(node.identifier);
    if (isRepeated || !used.has(node.identifier)) {
      diagnostics.push(
        diagnose(rules.footnoteUnused, { at: file.spanOf(node), label: node.label ?? node.identifier, isRepeated }),
      );
    }
    defined.add(node.identifier);
    node.identifier = `${id}-${node.identifier}`;
  });
}

/** Sorts comments from markers from tags: remarks go, markers become nodes of their own, tags are for `check` to refuse. */
function readHtml(
  tree: Root,
  source: BodySource,
  file: Positions,
  found: { rawHtml: Located<string>[]; markers: Located<ItemKind>[]; diagnostics: Diagnostic[] },
): void {
  const remarks = new Set<Html>();
  visitParents(tree, 'html', (node, ancestors) => {
    const at = file.spanOf(node);
    const words = /^<!--([\s\S]*?)-->$/.exec(node.value)?.[1]?.trim();
    if (words === undefined) {
      found.rawHtml.push({ value: node.value, at });
      return;
    }
    // A remark that was never closed ends at the next one's end, and takes the words between along.
    if (words.includes('<!--')) {
      const start = { ...at, endLine: at.line, endColumn: at.column + 4 };
      found.diagnostics.push(diagnose(rules.commentUnclosed, { at: start, mark: '<!--' }));
      return;
    }
    const kind = KINDS[words];
    const meant = kind
      ? words
      : /^[\p{L}]+$/u.test(words) && words.length < 20
        ? nearest(words, Object.keys(KINDS))
        : undefined;
    if (kind && source.mayMark && ancestors.length === 2 && ancestors[1]?.type === 'paragraph') {
      found.markers.push({ value: kind, at });
      const parent = ancestors[1];
      parent.children[parent.children.indexOf(node)] = {
        type: 'marker',
        kind,
        ...(node.position && { position: node.position }),
      };
      return;
    }
    remarks.add(node);
    if (kind) found.diagnostics.push(diagnose(rules.markerMisplaced, { at, words, mayMark: source.mayMark }));
    else if (meant)
      found.diagnostics.push(diagnose(rules.markerUnknown, { at, found: words, fix: `<!-- ${meant} -->` }));
  });
  remove(tree, (node) => node.type === 'html' && remarks.has(node));
}

/** A marker on a line of its own stands outside the paragraph that Markdown puts it in. */
function separateMarkers(tree: Root): void {
  tree.children = tree.children.flatMap((block): RootContent[] => {
    if (block.type !== 'paragraph') return [block];
    const blocks: RootContent[] = [];
    let open: PhrasingContent[] = [];
    const close = (): void => {
      if (open.length > 0) blocks.push({ ...block, children: open });
      open = [];
    };
    block.children.forEach((child, index) => {
      const before = block.children[index - 1];
      const after = block.children[index + 1];
      const isAlone = child.type === 'marker' && endsLine(before) && beginsLine(after);
      if (!isAlone) {
        open.push(child);
        return;
      }
      close();
      blocks.push(child);
    });
    close();
    return blocks;
  });
}

function endsLine(node: PhrasingContent | undefined): boolean {
  return (
    node === undefined ||
    node.type === 'break' ||
    (node.type === 'text' && /\n[ \t]*$/.test(node.value)) ||
    node.type === 'marker'
  );
}

function beginsLine(node: PhrasingContent | undefined): boolean {
  return (
    node === undefined ||
    node.type === 'break' ||
    (node.type === 'text' && /^[ \t]*\n/.test(node.value)) ||
    node.type === 'marker'
  );
}

/** An address in running text becomes a link that ends where the address ends, before `，` or `。`. */
function linkBareAddresses(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'link') return SKIP;
    if (node.type !== 'text' || !parent || index === undefined || !node.value.includes('://')) return undefined;
    const parts: PhrasingContent[] = [];
    let done = 0;
    for (const match of node.value.matchAll(/(?<![0-9A-Za-z])https?:\/\/[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]+/gi)) {
      const url = withoutTail(match[0]);
      if (/^https?:\/\/$/i.test(url)) continue;
      if (match.index > done) parts.push({ type: 'text', value: node.value.slice(done, match.index) });
      const position = node.position && { position: node.position };
      parts.push({ type: 'link', url, children: [{ type: 'text', value: url }], ...position });
      done = match.index + url.length;
    }
    if (parts.length === 0) return undefined;
    if (done < node.value.length) parts.push({ type: 'text', value: node.value.slice(done) });
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
}

/** Marks at the end of an address belong to the sentence; a closing bracket does unless the address opened it. */
function withoutTail(address: string): string {
  let open = address.split('(').length - address.split(')').length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? '';
    const isUnopened = last === ')' && open < 0;
    if (!isUnopened && !/[.,:;!?'*_~]/.test(last)) break;
    if (isUnopened) open += 1;
  }
  return address.slice(0, end);
}

function dropEmptyParagraphs(tree: Root): void {
  remove(tree, (node) => node.type === 'paragraph' && toString(node).trim() === '' && !hasMoreThanWords(node));
}

function hasMoreThanWords(node: Paragraph): boolean {
  return node.children.some((child) => child.type !== 'text' && child.type !== 'break');
}

function remove(tree: Root, isGone: (node: Nodes) => boolean): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const parent = node as { children: Nodes[] };
    parent.children = parent.children.filter((child) => !isGone(child));
  });
}
