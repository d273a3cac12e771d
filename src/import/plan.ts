/**
 * Plan: what a document is to become, before it is files.
 *
 * In:  a document, and what is known of the place it goes to.
 * Out: a draft with all that was recognised, and the clues it rests on. Pure: no disk.
 */
import { readPublished } from '../build.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Part } from '../model/site.js';
import { STATUTORY_PARTS } from '../model/statutory-parts.js';
import { withoutChrome } from './chrome.js';
import { withoutMarks, type Block, type Dropped, type SourceDocument } from './document.js';
import type { Draft, ReportValues } from './draft.js';
import { frameOf, type Frame } from './frame.js';
import { headlessOutline } from './headless.js';
import { splitLines } from './lines.js';
import { officeNamesOf, OURSELVES, proposeOffices, type ProposedOffice } from './offices.js';
import { outlineOf, type Outline } from './outline.js';
import { recognise, type NoEvent } from './recognise.js';
import { organIn, townIn, yearFrom } from './year.js';

export interface Place {
  /** The report's folder relative to the content folder. */
  folder: string;
  /** Where the words do not tell. */
  year?: number;
  /** Names and other words of the offices of `site.yaml`; absent: there is none yet. */
  offices?: readonly string[];
}

export interface Plan {
  draft: Draft;
  frame: Frame;
  /** What stands in the source and is no text of the report. */
  dropped: Dropped[];
  outline: Outline;
  /** The source has no heading; its text stands under its own first words. */
  isHeadless: boolean;
  noEvents: NoEvent[];
  /** For a `site.yaml` that is not there yet. */
  proposed: ProposedOffice[];
  /** What the source does not say and the program supplied; '' where nothing could be. */
  supplied: { key: 'title' | 'organ'; value: string }[];
  missingParts: Part[];
}

/** Recognising again with the offices just found finds no others after this. */
const MOST_ROUNDS = 4;

/** Errors: `EnvironmentError` for a document without text, and for one whose year nothing tells. */
export function plan(document: SourceDocument, place: Place): Plan {
  const { blocks, dropped } = withoutChrome(document.blocks);
  const frame = frameOf(splitLines(blocks), document.metadata);
  const text = textOf(frame.body);
  if (text.trim() === '')
    throw new EnvironmentError({
      zh: '文件里没有正文，没有可导入的内容。',
      en: 'The file holds no text of a report; there is nothing to import.',
    });
  const found = outlineOf(frame.body);
  const isHeadless = found.branches.length === 0;
  const outline = isHeadless ? headlessOutline(frame.body) : found;
  const { published } = document.metadata;
  const year =
    place.year ??
    yearFrom({ title: frame.title, adopted: frame.adopted, published, folder: place.folder, outline, text });
  if (year === undefined)
    throw new EnvironmentError({
      zh: '看不出这是哪一年的报告。请用 --year 写明，例如 --year 2022，或把 --out 写成以年份结尾的文件夹：content/2022。',
      en: 'Which year the report is about cannot be told. Say it with --year 2022, or let --out end in the year: content/2022.',
    });
  const town = townIn(`${frame.title ?? ''}\n${text}`);
  let offices = place.offices ?? (town === undefined ? [] : [town, ...OURSELVES]);
  let recognised = recognise(outline, { year, offices });
  let proposed: ProposedOffice[] = [];
  for (let round = 1; place.offices === undefined && round < MOST_ROUNDS; round += 1) {
    proposed = proposeOffices(officeNamesOf(recognised), town);
    const names = proposed.flatMap(({ name, aliases }) => [name, ...aliases]);
    if (names.join() === offices.join()) break;
    offices = names;
    recognised = recognise(outline, { year, offices });
  }
  const { lead, sections, items, noEvents } = recognised;
  const { values, supplied } = valuesOf(frame, document, year, text);
  return {
    draft: { values, lead, sections, items },
    frame,
    dropped: [...document.dropped, ...frame.dropped, ...dropped],
    outline,
    isHeadless,
    noEvents,
    proposed,
    supplied,
    missingParts: STATUTORY_PARTS.filter((part) => !sections.some((section) => section.part === part)),
  };
}

/** The draft with its items left in the text of their sections. */
export function withoutItems(draft: Draft): Draft {
  const sections = draft.sections.map((section) => ({
    ...section,
    passages: section.passages.map((passage) =>
      passage.kind === 'table'
        ? passage
        : {
            ...passage,
            pieces: [passage.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')],
          },
    ),
  }));
  const same = new Map(draft.sections.map((section, index) => [section, sections[index]]));
  for (const section of sections) if (section.above) section.above = same.get(section.above) ?? section.above;
  return { ...draft, sections, items: [] };
}

function valuesOf(
  { title, organ, adopted, number }: Frame,
  { metadata }: SourceDocument,
  year: number,
  text: string,
): { values: ReportValues; supplied: Plan['supplied'] } {
  const words = `${title ?? ''}\n${text}`;
  const madeTitle = `${townIn(words) ?? ''}法治政府建设年度报告`;
  const madeOrgan = organIn(words);
  const author = metadata.author;
  const keywords = (metadata.keywords ?? '').split(/[,，;；、\s]+/u).filter((keyword) => keyword !== '');
  const published =
    metadata.published !== undefined && readPublished(metadata.published) ? metadata.published : undefined;
  return {
    values: {
      title: title ?? madeTitle,
      year,
      ...optional('organ', organ ?? madeOrgan),
      ...optional('adopted', adopted),
      ...optional('published', published),
      ...optional('index', metadata.index),
      ...optional('number', number),
      ...optional('author', author),
      keywords,
    },
    supplied: [
      ...(title === undefined ? [{ key: 'title' as const, value: madeTitle }] : []),
      ...(organ === undefined ? [{ key: 'organ' as const, value: madeOrgan ?? '' }] : []),
    ],
  };
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => withoutMarks(block.kind === 'line' ? block.text : block.rows.flat().join('\n')))
    .join('\n');
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
