/**
 * Faithfulness: what a derived page shows of an entry stands in the report's own words.
 *
 * An item is held against its own text first and the text of its section beside it; a section against its heading and
 * all that stands under it directly.
 */
import { folded } from '../model/folded.js';
import { spanOf, type AnyEntry, type Report } from '../model/site.js';
import type { Located } from '../model/span.js';
import { entriesOf } from '../model/entries.js';

/** The words that an entry's keys must stand in. */
export function wordsBehind(entry: AnyEntry, report: Report): string {
  if (entry.kind === 'section') return `${entry.title}\n${entry.text}`;
  const section = report.sections.find((one) => one.id === entry.section.target?.id);
  return [entry.body.text, section?.title ?? '', section?.body.text ?? ''].join('\n');
}

/** Everything that the report says outside of headings. */
export function textOf(report: Report): string {
  return [report.lead.text, ...report.sections.map((section) => section.text)].join('\n');
}

/** The entries that have words to be held against; an item without a text has a mistake of its own. */
export function entriesWithWords(report: Report): AnyEntry[] {
  return entriesOf(report).filter((entry) => entry.kind === 'section' || entry.body.text !== '');
}

/** What pages show of an entry in the clerk's words, its place aside. A section's title is itself a line of the report. */
export function namesOf(entry: AnyEntry): Located<string>[] {
  // An item without a title is called by its id, which is nobody's words.
  const title =
    entry.kind === 'section' || entry.title === entry.id ? [] : [{ value: entry.title, at: spanOf(entry, 'title') }];
  const topic = entry.kind === 'event' && entry.topic ? [entry.topic] : [];
  const law = entry.kind === 'event' && entry.law ? [entry.law] : [];
  const cause = entry.kind === 'shortcoming' && entry.cause ? [entry.cause] : [];
  return [
    ...title,
    ...topic,
    ...law,
    ...cause,
    ...entry.figures.map(({ label, labelAt }) => ({ value: label, at: labelAt })),
  ];
}

/** Words that join names without being part of one. */
const JOINTS = new Set('的了和与及暨并等在对向为于是将把第个');

/**
 * The parts of `words` that stand nowhere in `text`.
 *
 * A title may leave words of the sentence out and join what remains, so `words` is cut into pieces of two characters or
 * more that each stand in the text, leaving as few characters over as can be. Marks, joints and digits may be left over:
 * `faithful/number` looks at numbers whole.
 */
export function notIn(text: string, words: string): string[] {
  const behind = folded(text);
  const whole = folded(words);
  const characters = [...whole];
  // One piece, which no other leaves less of. Most titles are.
  if (characters.length > 1 && behind.includes(whole)) return [];
  const left: number[] = Array.from({ length: characters.length + 1 }, () => 0);
  const taken: number[] = [];
  for (let from = characters.length - 1; from >= 0; from -= 1) {
    const character = characters[from] ?? '';
    const isFree = isLoose(character);
    left[from] = (left[from + 1] ?? 0) + (isFree ? 0 : 1);
    taken[from] = 0;
    for (let to = from + 2; to <= characters.length && behind.includes(characters.slice(from, to).join('')); to += 1) {
      if ((left[to] ?? 0) > (left[from] ?? 0) || splitsNumber(characters, from, to)) continue;
      left[from] = left[to] ?? 0;
      taken[from] = to - from;
    }
  }
  const missing: string[] = [];
  let run = '';
  for (let at = 0; at < characters.length;) {
    const length = taken[at] ?? 0;
    const character = characters[at] ?? '';
    const isLost = length === 0 && !isLoose(character);
    if (isLost) run += character;
    else if (run !== '') {
      missing.push(run);
      run = '';
    }
    at += Math.max(1, length);
  }
  if (run !== '') missing.push(run);
  return missing;
}

/** Whether a character may stand in a title without its neighbours. */
function isLoose(character: string): boolean {
  return JOINTS.has(character) || /[0-9]/.test(character) || !/[\p{L}\p{N}]/u.test(character);
}

/** A piece never begins or ends inside a number: 12 does not stand in 2012. */
function splitsNumber(characters: readonly string[], from: number, to: number): boolean {
  const isDigit = (index: number): boolean => /[0-9]/.test(characters[index] ?? '');
  return (isDigit(from - 1) && isDigit(from)) || (isDigit(to - 1) && isDigit(to));
}

/** The numbers in digits, whole: `8000`, `3.5`. */
export function numbersIn(words: string): string[] {
  return folded(words).match(/\d+(?:\.\d+)?/g) ?? [];
}
