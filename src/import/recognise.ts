/**
 * Recognise: sections with their parts, events, duties, shortcomings and tasks.
 *
 * In:  the outline of a report and what is known about it.
 * Out: a draft: every character of the outline in a section or an item, in the same order.
 */
import type { Words } from '../diagnostics/diagnostic.js';
import type { DateSpan, Part } from '../model/site.js';
import { STATUTORY_PARTS } from '../model/statutory-parts.js';
import type { Block } from './document.js';
import type { Draft, DraftItem, DraftSection, Passage } from './draft.js';
import { causeIn, dutiesIn, entriesIn, holderOf, statusOf, titleOf } from './entries.js';
import { findEventsIn } from './either-script.js';
import type { EventDraft, PassedOver } from './events/find-events.js';
import { figuresIn } from './events/figures.js';
import { OfficeNames } from './events/offices.js';
import { Names } from './names.js';
import { isPoint } from './points.js';
import type { Branch, Outline } from './outline.js';

export interface Known {
  year: number;
  /** Names and other words of offices that `site.yaml` has. */
  offices: readonly string[];
}

/** A date that is no event, and where it stands. */
export type NoEvent = PassedOver & { section: DraftSection };

export interface Recognised extends Pick<Draft, 'lead' | 'sections' | 'items'> {
  noEvents: NoEvent[];
}

/** What all sections of a report are recognised with, and what was found by now. */
interface Work extends Recognised {
  year: number;
  offices: OfficeNames;
  names: Names;
  parts: ReadonlyMap<Branch, Part>;
}

type ListedKind = Exclude<DraftItem['kind'], 'event'>;

export function recognise(outline: Outline, known: Known): Recognised {
  const parts = partsOf(outline.branches, known.year);
  const names = new Names(outline.branches);
  const lead = outline.lead.map(asPassage);
  const work: Work = {
    year: known.year,
    offices: new OfficeNames(known.offices),
    names,
    parts,
    lead,
    sections: [],
    items: [],
    noEvents: [],
  };
  for (const branch of outline.branches) addSection(branch, undefined, parts.get(branch) ?? 'other', [], work);
  const { sections, items, noEvents } = work;
  return { lead, sections, items, noEvents };
}

/**
 * The part of each heading at the top, and of those below that are another one, such as the duties told as （四） of part
 * one. A heading that names two is the first of them.
 */
function partsOf(branches: readonly Branch[], year: number): Map<Branch, Part> {
  const parts = new Map<Branch, Part>();
  for (const branch of branches) {
    // 2024年工作举措 of a report on 2023 is what is to be done.
    const isNext = branch.title.includes(`${year + 1}年`) && !branch.parts.includes('shortcomings');
    const part = isNext ? 'plan' : STATUTORY_PARTS.find((one) => branch.parts.includes(one));
    if (part) parts.set(branch, part);
  }
  const has = (part: Part): boolean => [...parts.values()].includes(part);
  const below = branches.flatMap((branch) => branch.below.map((one) => [branch, one] as const));
  for (const part of ['duties', 'plan', 'shortcomings'] as const) {
    if (has(part) && !branches.some(({ parts: named }) => named.length > 1 && named.includes(part))) continue;
    const hidden = below.find(([above, one]) => one.parts.includes(part) && parts.get(above) !== part);
    if (hidden) parts.set(hidden[1], part);
  }
  // Where nothing is called measures, what was done is told under headings of its own.
  for (const branch of branches) if (!parts.has(branch)) parts.set(branch, has('measures') ? 'other' : 'measures');
  return parts;
}

function addSection(
  branch: Branch,
  above: DraftSection | undefined,
  within: Part,
  headings: readonly string[],
  work: Work,
): void {
  const { offices, names, parts } = work;
  const part = parts.get(branch) ?? within;
  const section: DraftSection = {
    ...names.section(branch, above ? undefined : part),
    ordinal: branch.ordinal,
    title: branch.title,
    ...(above ? { above } : { part }),
    offices: [],
    figures: [],
    passages: [],
    doubts: doubtsOf(branch),
  };
  work.sections.push(section);
  const path = [...headings, branch.title];
  section.passages =
    part === 'shortcomings' || part === 'plan'
      ? readList(branch, section, part === 'plan' ? 'task' : 'shortcoming', work)
      : readDeeds(branch, section, part, path, work);
  if (part !== 'shortcomings' && part !== 'plan') {
    const own = section.passages.flatMap((passage) => (passage.kind === 'table' ? [] : passage.pieces));
    const words = own.filter((piece) => typeof piece === 'string');
    section.offices = unique(words.flatMap((text) => offices.in(text).map(({ name }) => name)));
    section.figures = words.flatMap(figuresOf);
  }
  for (const below of branch.below) addSection(below, section, part, path, work);
}

function doubtsOf({ isGuess, title, parts, level }: Branch): DraftSection['doubts'] {
  return [
    ...(isGuess
      ? [
          {
            zh: `标题“${title}”到哪里为止，是按文意断的，请核对。`,
            en: `Where the heading “${title}” ends was guessed; look at it.`,
          },
        ]
      : []),
    ...(level === 1 && parts.length > 1
      ? [
          {
            zh: `标题“${title}”合写了几个法定部分，网页只能归入一个。`,
            en: `The heading “${title}” speaks of several statutory parts; pages sort it into one.`,
          },
        ]
      : []),
  ];
}

const TYPED_ROW = /^[^。；]*\t[^。；]*\t[^。；]*$/u;

/** A section on what was done: its events, and in the part on duties what else was carried out. */
function readDeeds(branch: Branch, section: DraftSection, part: Part, headings: string[], work: Work): Passage[] {
  let before: DateSpan | undefined;
  return branch.blocks.map((block): Passage => {
    if (block.kind === 'table') return block;
    // A row of a table that was typed with tabs.
    if (TYPED_ROW.test(block.text)) return asPassage(block);
    const found = findEventsIn(block.text, {
      year: work.year,
      part,
      headings,
      offices: work.offices,
      ...(before && { before }),
    });
    before = found.lastDate ?? before;
    for (const one of found.passedOver) work.noEvents.push({ ...one, section });
    const pieces = cutAt(block.text, found.events, (event, text) => addEvent(event, text, section, work));
    if (part !== 'duties') return { kind: 'paragraph', pieces };
    const isOwn = branch.level > 1 && branch.blocks.length === 1;
    const duties = pieces.flatMap((piece) => {
      if (typeof piece !== 'string') return [piece];
      return dutiesIn(piece, isOwn).map(({ text, isEntry }) =>
        isEntry ? addListed('duty', text, section, work) : text,
      );
    });
    return { kind: 'paragraph', pieces: duties };
  });
}

/** A section that lists shortcomings or tasks. */
function readList(branch: Branch, section: DraftSection, kind: ListedKind, work: Work): Passage[] {
  const texts = branch.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
  const isOwn = branch.level > 1 && branch.below.length === 0;
  // A chapter on causes alone lists reasons.
  const isReasons = kind === 'shortcoming' && /原因/u.test(branch.title) && !/不足|问题|短板/u.test(branch.title);
  const entries = isReasons ? [] : entriesIn(texts, isOwn);
  let index = 0;
  return branch.blocks.map((block): Passage => {
    if (block.kind === 'table') return block;
    const pieces = entries[index] ?? [{ text: block.text, isEntry: false }];
    index += 1;
    return {
      kind: 'paragraph',
      pieces: pieces.map(({ text, isEntry }) =>
        isEntry ? addListed(kind, text, section, work, isOwn && !isPoint(text)) : text,
      ),
    };
  });
}

function addEvent(event: EventDraft, text: string, section: DraftSection, { items, names }: Work): DraftItem {
  const { date, dateWords, kind, title, offices, figures, doubts, place, topic, law } = event;
  const item: DraftItem = {
    kind: 'event',
    ...names.event(title, date),
    section,
    title,
    text,
    date: written(date, dateWords),
    when: date,
    offices,
    ...(place !== undefined && { place }),
    ...(topic !== undefined && { topic }),
    ...(law !== undefined && { law }),
    eventKind: kind,
    figures,
    doubts,
  };
  items.push(item);
  return item;
}

/** A day as digits, which sort; what is less exact in the text's words. */
function written({ start, end, precision }: DateSpan, words: string): string {
  if (precision === 'day') return start;
  return precision === 'range' ? `${start}/${end}` : words;
}

/** An entry becomes an item when it has words for a title; otherwise it stays text. `isNamed`: by its section. */
function addListed(
  kind: ListedKind,
  text: string,
  section: DraftSection,
  work: Work,
  isNamed = false,
): DraftItem | string {
  const title = titleOf(isNamed ? section.title : text);
  if (title.length < 2) return text;
  const common = {
    ...work.names.item(kind, title),
    section,
    title,
    text,
    offices: unique(work.offices.in(text).map(({ name }) => name)),
    figures: kind === 'duty' ? figuresOf(text) : [],
    doubts: [],
  };
  const item = itemOf(kind, common);
  work.items.push(item);
  return item;
}

function itemOf(kind: ListedKind, common: Omit<Extract<DraftItem, { kind: 'task' }>, 'kind'>): DraftItem {
  if (kind === 'task') return { kind, ...common };
  if (kind === 'shortcoming') {
    const cause = causeIn(common.text);
    return { kind, ...common, ...(cause !== undefined && { cause }) };
  }
  const { holder, isSure: isHolderSure } = holderOf(common.text);
  const { status, isSure: isStatusSure } = statusOf(common.text);
  const unsaid = [...(isHolderSure ? [] : ['holder' as const]), ...(isStatusSure ? [] : ['status' as const])];
  const doubts = unsaid.length === 0 ? [] : [doubtOf(unsaid)];
  return { kind, ...common, holder, status, doubts };
}

function doubtOf(unsaid: readonly ('holder' | 'status')[]): Words {
  const zh = { holder: '责任人（暂写党政主要负责人）', status: '是否完成（暂写持续推进）' };
  const en = { holder: 'whose duty it is (both for now)', status: 'whether it is done (ongoing for now)' };
  return {
    zh: `原文没有写明${unsaid.map((key) => zh[key]).join('和')}。`,
    en: `The text does not say ${unsaid.map((key) => en[key]).join(' or ')}.`,
  };
}

/** A text with what was found in it, in order. */
function cutAt(
  text: string,
  found: readonly EventDraft[],
  make: (event: EventDraft, text: string) => DraftItem,
): (string | DraftItem)[] {
  const pieces: (string | DraftItem)[] = [];
  let from = 0;
  for (const event of found) {
    if (event.start > from) pieces.push(text.slice(from, event.start));
    pieces.push(make(event, text.slice(event.start, event.end)));
    from = event.end;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

function figuresOf(text: string): DraftSection['figures'] {
  return figuresIn(text).map(({ label, value, unit }) => ({ label, value, unit }));
}

function asPassage(block: Block): Passage {
  return block.kind === 'table' ? block : { kind: 'paragraph', pieces: [block.text] };
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
