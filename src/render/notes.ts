/**
 * Notes: the footnotes of a report, numbered through its full text.
 *
 * A note is printed once, at the end of the section that first refers to it; wherever else the same words are shown, the
 * reference leads there.
 */
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../model/site.js';
import { folderOf } from './entries.js';
import type { Place } from './prose.js';

export interface Note {
  number: number;
  /** Its anchor in the full text. */
  id: string;
  /** The anchors of the references to it, first to last. */
  references: string[];
  definition: FootnoteDefinition;
}

export class Notes {
  readonly #byName = new Map<string, Note>();
  readonly #byTree = new Map<Root, Note[]>();
  readonly #anchors = new Map<FootnoteReference, string>();
  readonly #url: string;

  constructor(report: Report) {
    this.#url = `${folderOf(report.path)}report/`;
    const trees = [report.lead.tree, ...report.sections.map((section) => section.composed)];
    const definitions = new Map<string, FootnoteDefinition>();
    for (const tree of trees)
      visit(tree, 'footnoteDefinition', (node) => {
        if (definitions.has(node.identifier))
          throw new Error(`two notes named ${node.identifier} reached render; assemble must give each its own name`);
        definitions.set(node.identifier, node);
      });
    for (const tree of trees) visit(tree, 'footnoteReference', (node) => this.#number(node, tree, definitions));
  }

  #number(node: FootnoteReference, tree: Root, definitions: Map<string, FootnoteDefinition>): void {
    const definition = definitions.get(node.identifier);
    if (!definition) return;
    let note = this.#byName.get(node.identifier);
    if (!note) {
      const number = this.#byName.size + 1;
      note = { number, id: `note--${number}`, references: [], definition };
      this.#byName.set(node.identifier, note);
      this.#byTree.set(tree, [...(this.#byTree.get(tree) ?? []), note]);
    }
    const anchor = `${note.id}-from-${note.references.length + 1}`;
    note.references.push(anchor);
    this.#anchors.set(node, anchor);
  }

  /** The notes to print after a text. */
  after(tree: Root): Note[] {
    return this.#byTree.get(tree) ?? [];
  }

  /** How references are shown on a page; only those of the full text are anchors themselves. */
  placeOn(url: string): Place {
    return {
      url,
      note: (reference) => {
        const note = this.#byName.get(reference.identifier);
        if (!note) return undefined;
        const id = url === this.#url ? this.#anchors.get(reference) : undefined;
        return { number: note.number, url: `${this.#url}#${note.id}`, ...(id !== undefined && { id }) };
      },
    };
  }
}
