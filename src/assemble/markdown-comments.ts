/** Comments and tags in a text: remarks, markers of where items run in, and raw HTML. */
import type { Html, PhrasingContent, Root, RootContent } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { MarkerCall } from '../model/marker-calls.js';
import { KIND_OF } from '../model/site.js';
import type { Located } from '../model/span.js';
import type { Positions } from './positions.js';
import { remove } from './remove.js';
import * as rules from './rules.js';

/** The words that call items of each kind. */
const KINDS = new Map(Object.entries(KIND_OF));
/** `events`, or `events: ID、ID`. */
const CALL = /^(?<word>[a-z]+)(?:\s*[:：]\s*(?<ids>[^\s,，、]+(?:[\s,，、]+[^\s,，、]+)*))?$/u;

function callIn(words: string): MarkerCall | undefined {
  const { word, ids } = CALL.exec(words)?.groups ?? {};
  const kind = KINDS.get(word ?? '');
  return kind && { kind, ...(ids !== undefined && { ids: ids.split(/[\s,，、]+/u) }) };
}

/** Sorts comments from markers from tags: remarks go, markers become nodes of their own, tags are for `check` to refuse. Tells whether there was a remark. */
export function readComments(
  tree: Root,
  mayMark: boolean,
  file: Positions,
  found: { rawHtml: Located<string>[]; markers: Located<MarkerCall>[]; diagnostics: Diagnostic[] },
): boolean {
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
    const call = callIn(words);
    if (call && mayMark && ancestors.length === 2 && ancestors[1]?.type === 'paragraph') {
      found.markers.push({ value: call, at });
      const parent = ancestors[1];
      parent.children[parent.children.indexOf(node)] = {
        type: 'marker',
        call,
        ...(node.position && { position: node.position }),
      };
      return;
    }
    remarks.add(node);
    if (call) found.diagnostics.push(diagnose(rules.markerMisplaced, { at, words, mayMark }));
    else {
      const { word = '', rest = '' } =
        /^(?<word>\p{L}{1,19})(?<rest>(?:\s*[:：][\w\s,，、-]*)?)$/u.exec(words)?.groups ?? {};
      const meant = nearest(word, KINDS.keys());
      if (meant)
        found.diagnostics.push(diagnose(rules.markerUnknown, { at, found: words, fix: `<!-- ${meant}${rest} -->` }));
    }
  });
  remove(tree, (node) => node.type === 'html' && remarks.has(node));
  return remarks.size > 0;
}

/** A marker on a line of its own stands outside the paragraph that Markdown puts it in. */
export function separateMarkers(tree: Root): void {
  tree.children = tree.children.flatMap((block): RootContent[] => {
    if (block.type !== 'paragraph') return [block];
    const blocks: RootContent[] = [];
    let open: PhrasingContent[] = [];
    const close = (): void => {
      // A break next to the marker has nothing left to break.
      while (open.at(-1)?.type === 'break') open.pop();
      while (open[0]?.type === 'break') open.shift();
      if (open.length > 0) blocks.push({ ...block, children: open });
      open = [];
    };
    block.children.forEach((child, index) => {
      const before = block.children.slice(0, index).findLast((one) => one.type !== 'marker');
      const after = block.children.slice(index).find((one) => one.type !== 'marker');
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
  return node === undefined || node.type === 'break' || (node.type === 'text' && /\n[ \t]*$/.test(node.value));
}

function beginsLine(node: PhrasingContent | undefined): boolean {
  return node === undefined || node.type === 'break' || (node.type === 'text' && /^[ \t]*\n/.test(node.value));
}
