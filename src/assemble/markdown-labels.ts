/** Labels of links and footnotes, made safe for bodies that will be joined; what Markdown would drop is reported. */
import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Positions } from './positions.js';
import { remove } from './remove.js';
import * as rules from './rules.js';

/** Writes `[words][label]` out as a link, so that bodies can be joined; a definition nobody uses would vanish. */
export function resolveDefinitions(tree: Root, file: Positions, diagnostics: Diagnostic[]): void {
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

/** Puts the file's path before each label: footnotes of different files must not meet under one name. */
export function nameFootnotes(tree: Root, path: string, file: Positions, diagnostics: Diagnostic[]): void {
  const used = new Set<string>();
  visit(tree, 'footnoteReference', (node) => {
    used.add(node.identifier);
    node.identifier = `${path}\u0000${node.identifier}`;
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
    node.identifier = `${path}\u0000${node.identifier}`;
  });
}
