/**
 * Markdown: a report that somebody keeps as one file.
 *
 * In:  the bytes of a `.md` file.
 * Out: its blocks as a reader sees them: headings by level, numbers of lists written out, tables, footnotes. Front matter
 *      of the names that content files use is read as facts about the report.
 */
import type { FootnoteDefinition, List, ListItem, Nodes, Root, RootContent, Table as MarkdownTable } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse } from 'yaml';
import { decodeText } from './decode-text.js';
import { noteMark, type Block, type Metadata, type MetadataKey, type Remark, type SourceDocument } from './document.js';
import { readPlainText } from './text.js';

const KEYS: Readonly<Record<string, MetadataKey>> = {
  title: 'title',
  标题: 'title',
  organ: 'organ',
  发布机构: 'organ',
  adopted: 'adopted',
  成文日期: 'adopted',
  published: 'published',
  发布日期: 'published',
  index: 'index',
  索引号: 'index',
  number: 'number',
  文号: 'number',
  author: 'author',
  作者: 'author',
  keywords: 'keywords',
  关键词: 'keywords',
};

const parser = unified()
  .use(remarkParse)
  .use(function chineseReports() {
    const data = this.data();
    // Blanks that indent a paragraph make no code of it, and a line of dashes no heading.
    (data.micromarkExtensions ??= []).push(
      { disable: { null: ['codeIndented', 'setextUnderline'] } },
      gfmTable(),
      gfmFootnote(),
    );
    (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown(), gfmFootnoteFromMarkdown());
  })
  .use(remarkCjkFriendly)
  .freeze();

/** Deeper than anybody writes; read as plain text, since a walk of the tree would overflow. */
const MOST_DEPTH = 60;
const NESTED = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))){20}/mu;

function isDeep(tree: Root): boolean {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth += 1)
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  return level.length > 0;
}

/** Errors: as `decodeText`. */
export function readMarkdown(bytes: Uint8Array): SourceDocument {
  const text = decodeText(bytes);
  if (NESTED.test(text)) return { ...readPlainText(bytes), format: 'markdown' };
  const front = /^---[ \t]*\n(?<yaml>[\s\S]*?)\n---[ \t]*(?:\n|$)/u.exec(text);
  const tree = parser.parse(front ? text.slice(front[0].length) : text);
  if (isDeep(tree)) return { ...readPlainText(bytes), format: 'markdown' };
  const reader = new MarkdownReader(tree);
  const blocks = tree.children.flatMap((node) => reader.blocksOf(node));
  return {
    format: 'markdown',
    blocks,
    notes: reader.notes,
    images: [],
    metadata: metadataIn(front?.groups?.['yaml'] ?? ''),
    dropped: [],
    remarks: reader.remarks,
  };
}

class MarkdownReader {
  readonly notes: string[] = [];
  readonly remarks: Remark[] = [];
  readonly #definitions: Map<string, FootnoteDefinition>;
  readonly #numbers = new Map<string, number>();

  constructor({ children }: Root) {
    this.#definitions = new Map(
      children.filter((node) => node.type === 'footnoteDefinition').map((node) => [node.identifier, node]),
    );
  }

  blocksOf(node: RootContent): Block[] {
    switch (node.type) {
      case 'heading':
        return [{ kind: 'line', text: this.#wordsOf(node), heading: node.depth }];
      case 'paragraph': {
        const isBold = node.children.every(
          (child) => child.type === 'strong' || (child.type === 'text' && !child.value.trim()),
        );
        return [{ kind: 'line', text: this.#wordsOf(node), ...(isBold && { isBold }) }];
      }
      case 'list':
        return node.children.flatMap((item, index) => this.#itemOf(item, node, index));
      case 'blockquote':
        return node.children.flatMap((child) => this.blocksOf(child));
      case 'table':
        return [this.#tableOf(node)];
      case 'code':
        return node.value.split('\n').map((text) => ({ kind: 'line', text }));
      case 'html':
        return node.value.startsWith('<!--') ? [] : [{ kind: 'line', text: node.value.replace(/<[^>]*>/gu, '') }];
      case 'footnoteDefinition':
      case 'definition':
      case 'thematicBreak':
        return [];
      default:
        return [{ kind: 'line', text: this.#wordsOf(node) }];
    }
  }

  /** An item's first line with the number that its list gives it. */
  #itemOf(item: ListItem, list: List, index: number): Block[] {
    const blocks = item.children.flatMap((child) => this.blocksOf(child));
    const [first, ...rest] = blocks;
    if (!list.ordered || first?.kind !== 'line') return blocks;
    return [{ ...first, text: `${(list.start ?? 1) + index}.${first.text}` }, ...rest];
  }

  #tableOf({ children }: MarkdownTable): Block {
    return { kind: 'table', rows: children.map((row) => row.children.map((cell) => this.#wordsOf(cell))) };
  }

  #wordsOf(node: Nodes): string {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        // Markdown joins lines; between Chinese characters nothing stands there.
        return node.value.replace(/\n/gu, '');
      case 'break':
        return '\n';
      case 'footnoteReference':
        return noteMark(this.#noteOf(node.identifier));
      case 'image':
        this.remarks.push({
          message: { zh: '图片不在文件里，没有导入', en: 'an image lies outside of the file and was left out' },
          quotation: node.alt || node.url,
        });
        return '';
      case 'html':
        return '';
      default:
        return 'children' in node ? node.children.map((child) => this.#wordsOf(child)).join('') : '';
    }
  }

  #noteOf(identifier: string): number {
    const known = this.#numbers.get(identifier);
    if (known !== undefined) return known;
    const number = this.notes.length;
    this.#numbers.set(identifier, number);
    this.notes.push('');
    const definition = this.#definitions.get(identifier);
    this.notes[number] = (definition?.children ?? []).map((child) => this.#wordsOf(child)).join('\n');
    return number;
  }
}

function metadataIn(yaml: string): Metadata {
  let values: unknown;
  try {
    values = parse(yaml, { schema: 'failsafe' });
  } catch {
    // What cannot be read is nothing that the report says; its text is imported all the same.
    return {};
  }
  if (typeof values !== 'object' || values === null) return {};
  const metadata: Metadata = {};
  for (const [name, value] of Object.entries(values)) {
    const key = KEYS[name];
    const words = Array.isArray(value) ? value.join('、') : value;
    if (key !== undefined && typeof words === 'string' && words !== '') metadata[key] = words;
  }
  return metadata;
}
