/**
 * Find texts: which entries hold some words, and the words around them.
 *
 * In:  the texts of a report as they were written down (`model/search-texts.ts`), and words as somebody typed them.
 * Out: the entries in the order of the text, and of each what to show, with the places to mark.
 * Not here: the page (`search.ts`). All of this is pure: tests import it, browsers get it as part of one script.
 *
 * Width, case, blanks and traditional or simplified characters do not make words differ. Each character is folded by
 * itself, so that every run of characters of a text, folded, is a run of the folded text.
 */
import type { EntryTexts, ItemTexts, Paragraph, ReportTexts, TextsPlace } from '../src/model/search-texts.js';
import { simplified } from '../src/model/simplified.js';

/** Blanks, and characters that nobody sees or types. */
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}]/gu;
/** Ends a text within folded words: no word holds it, so nothing is found across two paragraphs. */
const END = '\n';
/** Up to so many characters, an entry is shown whole. */
const WHOLE = 120;
/** Characters on either side of a place. */
const AROUND = 32;
/** So few characters are not worth being left out. */
const FEW = 6;
/** Places of one entry that are shown. */
const PLACES = 3;
/** Cut within one of these, a number or a name would be another. */
const UNCUT = /[\p{Nd}\p{Script=Latin}〇零一二三四五六七八九十百千万亿.,:/%_@-]/u;
/** No words to begin with. */
const MARK_BEFORE = /[，。、；：！？”）》\s]/;
/** Belongs to the character before it. */
const JOINED = /[\p{M}\u200d\udc00-\udfff]/u;

export interface SearchableReport {
  report: ReportTexts;
  entries: SearchableEntry[];
}

interface SearchableEntry {
  entry: EntryTexts;
  folded: string;
  /** Where the words of its items stand in `folded`. */
  owned: (Stretch & { item: number })[];
  items: { item: ItemTexts; texts: string[]; folded: string }[];
}

/** From one place to another, the end not included. */
interface Stretch {
  start: number;
  end: number;
}

/** An entry or an item that has all the words. */
export interface Found {
  place: TextsPlace;
  isItem: boolean;
  folded: string;
  /** The title first. */
  texts: () => string[];
  isRunIn: boolean;
  /** Told by items that are found themselves. */
  told: Stretch[];
}

export interface Piece {
  words: string;
  isMarked: boolean;
}

export interface Excerpt {
  title: Piece[];
  lines: Piece[][];
  /** Places that are not shown. */
  others: number;
}

const FOLDED = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  const folded = simplified(character.normalize('NFKD').toLowerCase()).replace(INVISIBLE, '');
  FOLDED.set(character, folded);
  return folded;
}

export function fold(words: string): string {
  let folded = '';
  for (const character of words) folded += foldCharacter(character);
  return folded;
}

/** What was typed, word by word, folded. */
export function wordsOf(typed: string): string[] {
  return typed
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
}

export function searchable(report: ReportTexts): SearchableReport {
  return { report, entries: report.entries.map(searchableEntry) };
}

function searchableEntry(entry: EntryTexts): SearchableEntry {
  const { title, paragraphs, items = [], isRunIn = false } = entry;
  const owned: SearchableEntry['owned'] = [];
  const textsOfItems = items.map(({ title: own }) => [own]);
  let folded = fold(title) + (isRunIn ? '' : END);
  for (const paragraph of paragraphs) {
    const own = new Map<number, string>();
    for (const run of runsOf(paragraph)) {
      const words = typeof run === 'string' ? run : run[1];
      const start = folded.length;
      folded += fold(words);
      if (typeof run === 'string') continue;
      owned.push({ item: run[0], start, end: folded.length });
      own.set(run[0], (own.get(run[0]) ?? '') + words);
    }
    folded += END;
    for (const [item, words] of own) textsOfItems[item]?.push(words);
  }
  return {
    entry,
    folded,
    owned,
    items: items.map((item, index) => {
      const texts = [...(textsOfItems[index] ?? []), ...(item.more ?? [])];
      return { item, texts, folded: texts.map((text) => fold(text) + END).join('') };
    }),
  };
}

function runsOf(paragraph: Paragraph): Exclude<Paragraph, string> {
  return typeof paragraph === 'string' ? [paragraph] : paragraph;
}

function textOf(paragraph: Paragraph): string {
  return runsOf(paragraph)
    .map((run) => (typeof run === 'string' ? run : run[1]))
    .join('');
}

/**
 * What has all of the words. An entry whose items tell the words is not found a second time, unless it says every one of
 * them elsewhere, or across the place where an item begins.
 */
export function find({ entries }: SearchableReport, words: readonly string[]): Found[] {
  return words.length === 0 ? [] : entries.flatMap((entry) => findInEntry(entry, words));
}

function findInEntry({ entry, folded, owned, items }: SearchableEntry, words: readonly string[]): Found[] {
  const hasAll = (text: string): boolean => words.every((word) => text.includes(word));
  const found = new Set(items.filter((item) => hasAll(item.folded)));
  const told = owned.filter(({ item }) => items[item] !== undefined && found.has(items[item]));
  const isFound = hasAll(folded) && words.every((word) => placesOf(folded, [word], told).next().done === false);
  const own: Found = {
    place: entry,
    isItem: false,
    folded,
    texts: () => [entry.title, ...entry.paragraphs.map(textOf)],
    isRunIn: entry.isRunIn === true,
    told,
  };
  return [
    ...(isFound ? [own] : []),
    ...[...found].map(({ item, texts, folded: words }): Found => ({
      place: item,
      isItem: true,
      folded: words,
      texts: () => texts,
      isRunIn: false,
      told: [],
    })),
  ];
}

/** Where words stand, word by word; what lies within the stretches that others tell is passed over. */
function* placesOf(folded: string, words: readonly string[], told: readonly Stretch[]): Generator<Stretch> {
  for (const word of words) {
    for (let start = folded.indexOf(word); start >= 0; start = folded.indexOf(word, start + 1)) {
      const end = start + word.length;
      if (!told.some((stretch) => stretch.start <= start && end <= stretch.end)) yield { start, end };
    }
  }
}

/** The words of what was found, around the places that are its own; words are marked wherever they stand. */
export function excerpt({ folded, texts, isRunIn, told }: Found, words: readonly string[]): Excerpt {
  const [title = '', ...paragraphs] = texts();
  const inTexts = (places: Iterable<Stretch>): Stretch[][] =>
    inOriginal([title, ...paragraphs], isRunIn, merged(places));
  const [titleMarks = [], ...marks] = inTexts(placesOf(folded, words, []));
  const [, ...own] = inTexts(placesOf(folded, words, told));
  const pieces = (text: string, index: number, stretch: Stretch): Piece[] =>
    piecesOf(text, marks[index] ?? [], stretch);

  const whole = paragraphs.map((text) => ({ start: 0, end: text.length }));
  const isShort = paragraphs.reduce((sum, text) => sum + text.length, 0) <= WHOLE;
  const hasOwn = own.some((places) => places.length > 0);
  const shown = isShort ? whole.map((stretch) => [stretch]) : hasOwn ? windows(paragraphs, own) : beginning(paragraphs);
  return {
    title: piecesOf(title, titleMarks, { start: 0, end: title.length }),
    lines: paragraphs.flatMap((text, index) => {
      const stretches = shown[index] ?? [];
      if (stretches.length === 0) return [];
      const cut = { words: '…', isMarked: false };
      return [
        [
          ...stretches.flatMap((stretch) => [...(stretch.start > 0 ? [cut] : []), ...pieces(text, index, stretch)]),
          ...((stretches.at(-1)?.end ?? 0) < text.length ? [cut] : []),
        ],
      ];
    }),
    others: own.flatMap((places, index) =>
      places.filter((place) => !(shown[index] ?? []).some((one) => isWithin(place, one))),
    ).length,
  };
}

/** In their order, those that overlap as one. */
function merged(places: Iterable<Stretch>): Stretch[] {
  const result: Stretch[] = [];
  for (const { start, end } of [...places].toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** The same places in the texts as they were written, text by text. `places` are in order and do not overlap. */
function inOriginal(texts: readonly string[], isRunIn: boolean, places: readonly Stretch[]): Stretch[][] {
  let at = 0;
  let next = 0;
  return texts.map((text, index) => {
    const found: Stretch[] = [];
    let offset = 0;
    for (const character of text) {
      const start = at;
      at += foldCharacter(character).length;
      const end = offset + character.length;
      while ((places[next]?.end ?? Infinity) <= start) next += 1;
      const place = places[next];
      // A place may begin or end within what one character became: `（` of ㈠.
      if (place && place.start < at && at > start) {
        const last = found.at(-1);
        if (last && place.start < start) last.end = end;
        else found.push({ start: offset, end });
      }
      offset = end;
    }
    if (!(index === 0 && isRunIn)) at += END.length;
    return found;
  });
}

/** What to show of long paragraphs: the first places, and the words around them. */
function windows(paragraphs: readonly string[], own: readonly Stretch[][]): Stretch[][] {
  let room = PLACES;
  return paragraphs.map((text, index) => {
    const result: Stretch[] = [];
    for (const place of own[index] ?? []) {
      const last = result.at(-1);
      if (last && isWithin(place, last)) continue;
      if (room === 0) break;
      room -= 1;
      const window = { start: cutBefore(text, place.start), end: cutAfter(text, place.end) };
      if (last && window.start <= last.end + FEW) last.end = window.end;
      else result.push(window);
    }
    return result;
  });
}

/** What to show of a long text when only the title has the words. */
function beginning([first = '']: readonly string[]): Stretch[][] {
  return [[{ start: 0, end: cutAfter(first, AROUND) }]];
}

function cutBefore(text: string, before: number): number {
  const index = before - AROUND;
  let start = index <= FEW ? 0 : index;
  while (start > 0 && isUncut(text, start)) start -= 1;
  return start > 0 && MARK_BEFORE.test(text.charAt(start)) && start < before ? start + 1 : start;
}

function cutAfter(text: string, after: number): number {
  const index = after + AROUND;
  let end = index >= text.length - FEW ? text.length : index;
  while (end < text.length && isUncut(text, end)) end += 1;
  return end;
}

/** Whether what stands before and after a place in the text belongs together. */
function isUncut(text: string, index: number): boolean {
  const [before = '', after = ''] = [text[index - 1], text[index]];
  return JOINED.test(after) || before === '\u200d' || (UNCUT.test(before) && UNCUT.test(after));
}

function isWithin({ start, end }: Stretch, stretch: Stretch): boolean {
  return stretch.start <= start && end <= stretch.end;
}

/** A stretch of a text, cut where marks begin and end. */
function piecesOf(text: string, marks: readonly Stretch[], { start, end }: Stretch): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isMarked: boolean): void => {
    if (from < to) pieces.push({ words: text.slice(from, to), isMarked });
  };
  let at = start;
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    add(at, Math.max(at, mark.start), false);
    add(Math.max(at, mark.start), Math.min(end, mark.end), true);
    at = Math.min(end, mark.end);
  }
  add(at, end, false);
  return pieces;
}
