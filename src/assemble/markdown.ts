/**
 * A body in Markdown, as clerks write it.
 *
 * In:  the text after the front matter, and how to resolve an address.
 * Out: a `Body`, and diagnostics for what Markdown would drop or turn into something nobody meant.
 * Not here: HTML. `render` writes it.
 */
import type { Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { MarkerCall } from '../model/marker-calls.js';
import type { Body, Link, Target } from '../model/site.js';
import type { Located } from '../model/span.js';
import { linkBareAddresses } from './bare-addresses.js';
import { makeChinese } from './chinese.js';
import { findDates } from './date.js';
import { readComments, separateMarkers } from './markdown-comments.js';
import { nameFootnotes, resolveDefinitions } from './markdown-labels.js';
import { parseMarkdown } from './markdown-parser.js';
import { findTraps } from './markdown-traps.js';
import { readSilences } from './markdown-silences.js';
import { passagesOf } from './passages.js';
import { plainText } from './plain-text.js';
import { Positions, type PlacedSource } from './positions.js';
import { remove } from './remove.js';

export interface BodySource extends PlacedSource {
  /** The report's year, for dates that name none. */
  year: number;
  /** Only a section has items to run in. */
  mayMark: boolean;
  resolve: (url: string) => Target | undefined;
}

export function parseBody(source: BodySource): { body: Body; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const file = new Positions(source);
  const { tree, isPlain } = parseMarkdown(source.text, file, diagnostics);
  // Nearly every body is paragraphs of words: then what it cannot have is not looked for.
  const mayHaveComments = !isPlain || source.text.includes('<!--');
  const mayHaveAddresses = !isPlain || source.text.includes('://');
  const links: Link[] = [];
  const images: Link[] = [];
  const rawHtml: Located<string>[] = [];
  const markers: Located<MarkerCall>[] = [];
  const silences = mayHaveComments ? readSilences(tree, file) : [];

  findTraps(tree, file, diagnostics);
  if (!isPlain) {
    resolveDefinitions(tree, file, diagnostics);
    nameFootnotes(tree, source.file, file, diagnostics);
  }
  const hasRemarks = mayHaveComments && readComments(tree, source.mayMark, file, { rawHtml, markers, diagnostics });
  if (mayHaveComments) separateMarkers(tree);
  const passages = passagesOf(tree, file);
  if (mayHaveAddresses) {
    linkBareAddresses(tree);
    followLinks(tree, source, file, { links, images });
  }
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
    hasRemarks,
    dates: findDates(text, source.year).map(({ date }) => date),
    passages,
    silences,
    at: file.spanOf(tree),
  };
  return { body, diagnostics };
}

/** Learns what each address means. */
function followLinks(
  tree: Root,
  { resolve }: BodySource,
  file: Positions,
  found: { links: Link[]; images: Link[] },
): void {
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image') return;
    const target = resolve(node.url);
    if (target) node.data = { ...node.data, target };
    const text = node.type === 'link' ? toString(node) : (node.alt ?? '');
    (node.type === 'link' ? found.links : found.images).push({
      url: node.url,
      text,
      at: file.spanOf(node),
      ...(target && { target }),
    });
  });
}

function dropEmptyParagraphs(tree: Root): void {
  remove(tree, (node) => node.type === 'paragraph' && toString(node).trim() === '' && !hasMoreThanWords(node));
}

function hasMoreThanWords(node: Paragraph): boolean {
  return node.children.some((child) => child.type !== 'text' && child.type !== 'break');
}
