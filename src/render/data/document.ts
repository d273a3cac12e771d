/** Takes a report out of its site: `model/document.ts` says what that means. */
import type { FootnoteReference, Image, Link, PhrasingContent, RootContent } from 'mdast';
import type { DocumentNote, DocumentSection, DocumentText, ReportDocument } from '../../model/document.js';
import type { Section } from '../../model/site.js';
import type { Context } from '../context.js';
import { chineseDay, dateFacts } from '../dates.js';
import { numberFacts } from '../full-text.js';
import { folderOf } from '../entries.js';
import type { Note } from '../notes.js';
import type { Place } from '../prose.js';
import { targetAddress } from './addresses.js';

export function documentOf(context: Context): ReportDocument {
  const { report, notes } = context;
  const out = new WayOut(context);
  const textOf = (blocks: RootContent[], called: Note[]): DocumentText => ({
    blocks: out.all(blocks),
    notes: called.map(({ number, definition }): DocumentNote => ({ number, blocks: out.all(definition.children) })),
  });
  const adopted = report.adopted?.value;
  return {
    title: report.title,
    facts: [{ label: '发布机构', value: report.organ }, ...dateFacts(report), ...numberFacts(report)].map(
      ({ label, value }) => ({ label, value }),
    ),
    lead: textOf(report.lead.tree.children, notes.after(report.lead.tree)),
    sections: report.sections.map((section): DocumentSection => {
      const { runIn, blocks } = runInOf(section);
      return {
        level: section.level,
        number: section.number,
        title: section.title + section.runIn,
        ...(runIn && { runIn: out.all(runIn) }),
        ...textOf(blocks, notes.after(section.composed)),
      };
    }),
    signature: {
      organ: report.organ,
      ...(adopted && { date: adopted.precision === 'day' ? chineseDay(adopted.start) : adopted.text }),
    },
  };
}

function runInOf({ runIn, composed }: Section): { runIn?: PhrasingContent[]; blocks: RootContent[] } {
  const [first, ...rest] = composed.children;
  return runIn !== '' && first?.type === 'paragraph'
    ? { runIn: first.children, blocks: rest }
    : { blocks: composed.children };
}

/** Makes of the site's nodes what they are elsewhere. The original, which pages show, is left alone. */
class WayOut {
  readonly #context: Context;
  readonly #place: Place;

  constructor(context: Context) {
    this.#context = context;
    this.#place = context.notes.placeOn(`${folderOf(context.report.path)}report/`);
  }

  all<Node extends RootContent>(nodes: readonly Node[]): Node[] {
    return nodes.flatMap((node) => this.#one(node) as Node[]);
  }

  #one(node: RootContent): RootContent[] {
    switch (node.type) {
      case 'html':
      case 'marker':
        throw new Error(`a ${node.type} reached render; check must refuse it`);
      case 'footnoteDefinition':
        return [];
      case 'item':
        return this.all(node.children);
      case 'link':
        return this.#link(node);
      case 'image':
        return this.#image(node);
      case 'footnoteReference':
        return this.#reference(node);
      default: {
        const { position: _, data: __, ...bare } = node;
        const children: readonly RootContent[] | undefined = 'children' in node ? node.children : undefined;
        return [(children ? { ...bare, children: this.all(children) } : bare) as RootContent];
      }
    }
  }

  #link({ data, children }: Link): RootContent[] {
    const url = data?.target && targetAddress(data.target, this.#context.portal);
    const shown = this.all(children);
    return url === undefined ? shown : [{ type: 'link', url, children: shown }];
  }

  #image({ data, alt = '' }: Image): RootContent[] {
    const url = data?.target?.kind === 'asset' ? targetAddress(data.target, this.#context.portal) : undefined;
    if (url !== undefined) return [{ type: 'image', url, alt }];
    return alt === null || alt === '' ? [] : [{ type: 'text', value: alt }];
  }

  #reference(node: FootnoteReference): RootContent[] {
    const note = this.#place.note(node);
    return note ? [{ type: 'footnoteReference', identifier: String(note.number), label: String(note.number) }] : [];
  }
}
