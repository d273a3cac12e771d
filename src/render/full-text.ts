/**
 * The full text: the report's words in their order and nothing between them.
 *
 * In:  each section's composed tree, its items already run in.
 * Out: headings with the number that the tree gives them, text, and the notes of a section after it.
 */
import type { ContentsEntry, FullTextNote, FullTextProps, FullTextSection } from '../../templates/full-text.js';
import type { Report, Section } from '../model/site.js';
import type { Context } from './context.js';
import { dateFacts } from './dates.js';
import { blocks, phrasing, type Place } from './prose.js';
import type { Note } from './notes.js';

/** Headings below this level are too many to help. */
const CONTENTS_LEVEL = 2;

export function fullText(report: Report, context: Context, url: string): FullTextProps {
  const notes = context.notes;
  const place = notes.placeOn(url);
  const dates = dateFacts(report);
  const adopted = dates.find((fact) => fact.label === '成文日期');
  const published = dates.find((fact) => fact.label === '发布日期');
  return {
    title: report.title,
    facts: [{ label: '发布机构', value: report.organ }, ...dates, ...numberFacts(report)],
    contents: contents(report.sections, undefined),
    lead: {
      text: blocks(report.lead.tree.children, place),
      notes: notes.after(report.lead.tree).map((note) => noteProps(note, place)),
    },
    sections: report.sections.map((section): FullTextSection => ({
      ...textOf(section, place),
      id: section.id,
      level: section.level,
      number: section.number,
      title: section.title + section.runIn,
      notes: notes.after(section.composed).map((note) => noteProps(note, place)),
    })),
    signature: { organ: report.organ, ...(adopted && { adopted }), ...(published && { published }) },
  };
}

/** What an official document is filed under, when it is known. */
export function numberFacts(report: Report): { label: string; value: string }[] {
  return [
    ...(report.index === undefined ? [] : [{ label: '索引号', value: report.index }]),
    ...(report.number === undefined ? [] : [{ label: '文号', value: report.number }]),
  ];
}

function textOf(section: Section, place: Place): Pick<FullTextSection, 'text' | 'runIn'> {
  const [first, ...rest] = section.composed.children;
  if (section.runIn !== '' && first?.type === 'paragraph') {
    return { runIn: phrasing(first.children, place), ...(hasText(rest) && { text: blocks(rest, place) }) };
  }
  return hasText(section.composed.children) ? { text: blocks(section.composed.children, place) } : {};
}

function hasText(nodes: Section['composed']['children']): boolean {
  return nodes.some((node) => node.type !== 'footnoteDefinition');
}

function noteProps(note: Note, place: Place): FullTextNote {
  return {
    id: note.id,
    number: note.number,
    text: blocks(note.definition.children, place),
    references: note.references,
  };
}

function contents(sections: Section[], parent: string | undefined): ContentsEntry[] {
  return sections
    .filter((section) => section.parent?.target?.id === parent && section.level <= CONTENTS_LEVEL)
    .map((section) => ({
      number: section.number,
      title: section.title,
      href: `#${encodeURIComponent(section.id)}`,
      children: contents(sections, section.id),
    }));
}
