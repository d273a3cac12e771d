/**
 * Files: a draft as the content files of DESIGN.md §3.
 *
 * In:  the draft, the folder of the report, and the offices that front matter may name.
 * Out: files by their paths relative to the content folder, `report.md` last: from then on the folder is a report.
 */
import { headingNumber } from '../build.js';
import { markdownFile } from '../new/markdown-file.js';
import type { NewFile } from '../new/trial.js';
import type { Draft, DraftItem, DraftSection, Passage } from './draft.js';
import { FOLDERS } from './draft.js';
import { bodyOf, type Marked } from './markdown-text.js';
import type { ProposedOffice } from './offices.js';
import type { SourceDocument } from './document.js';

/** An image of the source beside the report. */
export interface ImageFile {
  path: string;
  bytes: Uint8Array;
}

/** Where a section's number on the page is not what the source says. */
export interface Renumbered {
  section: DraftSection;
  shown: string;
}

export interface Layout {
  /** The report's folder relative to the content folder. */
  folder: string;
  notes: SourceDocument['notes'];
  images: SourceDocument['images'];
  /** Names that `site.yaml` has or will have. */
  offices: ReadonlySet<string>;
  /** What a file is not to be blamed for, by its path, with why. */
  silences: ReadonlyMap<string, readonly Silenced[]>;
}

export interface Silenced {
  rule: string;
  reason: string;
}

export function filesOf(draft: Draft, layout: Layout): NewFile[] {
  const { folder } = layout;
  return [
    ...draft.sections.map((section) => ({
      path: `${folder}/sections/${section.name}.md`,
      text: markdownFile(
        {
          title: section.title,
          part: section.part,
          section: section.above?.id,
          office: named(section.offices, layout),
          figures: section.figures.map(figure),
        },
        bodyOf(section.passages, markedFor(layout, '../')),
      ),
    })),
    ...draft.items.map((item) => ({
      path: pathOf(item, folder),
      text: markdownFile(
        frontMatterOf(item, layout),
        [...remarksFor(pathOf(item, folder), layout), bodyOf([asPassage(item.text)], markedFor(layout, '../'))].join(
          '\n\n',
        ),
      ),
    })),
    { path: `${folder}/report.md`, text: reportFile(draft, layout) },
  ];
}

export function pathOf(item: DraftItem, folder: string): string {
  return `${folder}/${FOLDERS[item.kind]}/${item.name}.md`;
}

/** A new `site.yaml`: the offices; what only the portal knows stays to be filled in. */
export function siteFile(offices: readonly ProposedOffice[], yaml: (value: unknown) => string): NewFile {
  const listed = offices.map(({ aliases, ...office }) => ({ ...office, ...(aliases.length > 0 && { aliases }) }));
  const head = '# 门户、栏目和责任单位。门户才知道的信息取得后填在 portal 下面，不要编造。\n';
  return { path: 'site.yaml', text: head + yaml({ offices: listed }) };
}

export function imageFiles({ folder, images }: Layout): ImageFile[] {
  return images.map(({ name, bytes }) => ({ path: `${folder}/images/${name}`, bytes }));
}

/** The sections whose number in the source is not the one that their place gives them. */
export function renumberedIn(draft: Draft): Renumbered[] {
  return draft.sections.flatMap((section) => {
    const siblings = draft.sections.filter(({ above }) => above === section.above);
    const shown = headingNumber(levelOf(section), siblings.indexOf(section) + 1);
    return shown.normalize('NFKC') === section.ordinal.normalize('NFKC') ? [] : [{ section, shown }];
  });
}

function levelOf(section: DraftSection): number {
  return section.above ? levelOf(section.above) + 1 : 1;
}

function reportFile({ values, lead }: Draft, layout: Layout): string {
  const { title, year, organ, adopted, published, index, number, author, keywords } = values;
  const silences = remarksFor(`${layout.folder}/report.md`, layout);
  const body = bodyOf(lead, markedFor(layout, ''));
  // A remark says that a text is still to come: the report can be looked at meanwhile.
  const text = body === '' ? '<!-- 原文没有开头一段 -->' : body;
  return markdownFile(
    { title, year: String(year), organ, adopted, published, index, number, author, keywords },
    [...silences, text].join('\n\n'),
  );
}

/** Silences, each a remark of its own before the words. */
function remarksFor(path: string, { silences }: Layout): string[] {
  return (silences.get(path) ?? []).map(({ rule, reason }) => `<!-- 忽略 ${rule}：${reason} -->`);
}

function frontMatterOf(item: DraftItem, layout: Layout): Parameters<typeof markdownFile>[0] {
  const office = named(item.offices, layout);
  const figures = item.figures.map(figure);
  const common = { title: item.title, section: item.section.id };
  switch (item.kind) {
    case 'event':
      return {
        ...common,
        date: item.date,
        office,
        place: item.place,
        topic: item.topic,
        law: item.law,
        kind: item.eventKind,
        figures,
      };
    case 'duty':
      return { ...common, holder: item.holder, office, status: item.status, figures };
    case 'shortcoming':
      return { ...common, cause: item.cause };
    case 'task':
      return { ...common, office };
  }
}

function figure({ label, value, unit }: Draft['sections'][number]['figures'][number]): Record<string, string> {
  return { label, value, ...(unit !== '' && { unit }) };
}

function named(names: readonly string[], { offices }: Layout): string[] {
  return names.filter((name) => offices.has(name));
}

function markedFor({ notes, images }: Layout, prefix: string): Marked {
  return {
    notes,
    images: images.map(({ name, alt }) => ({
      path: `${prefix}images/${encodeURIComponent(name)}`,
      alt: alt || '图片',
    })),
  };
}

function asPassage(text: string): Passage {
  return { kind: 'paragraph', pieces: [text] };
}
