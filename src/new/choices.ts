/** What may be chosen, from the model's closed lists and from the content. */
import type { Language } from '../diagnostics/diagnostic.js';
import { contains } from '../model/folded.js';
import { HOLDER_WORDS, KIND_WORDS, PART_WORDS, STATUS_WORDS } from '../model/choice-words.js';
import type { AnyEntry, Office, Report, Section } from '../model/site.js';
import type { Choice } from './ask.js';

/** The first of each list is the one a question begins at. */
const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  part: PART_WORDS,
  holder: HOLDER_WORDS,
  status: STATUS_WORDS,
  kind: KIND_WORDS,
};

/** The values of a key with a closed list. */
export function choicesOf(key: string, language: Language): Choice[] {
  return Object.entries(LISTS[key] ?? {}).map(([value, zh]) => ({ value, label: language === 'zh' ? zh : value }));
}

/** A value given by its Chinese name, in English as files have it; any other word stays, for `check` to judge. */
export function inEnglish(key: string, words: string): string {
  const found = Object.entries(LISTS[key] ?? {}).find(([, zh]) => zh === words);
  return found?.[0] ?? words;
}

export function sectionChoices(report: Report): Choice[] {
  return report.sections.map((section) => ({
    value: section.id,
    label: `${'　'.repeat(Math.max(0, section.level - 1))}${section.number}${section.title}`,
  }));
}

/** Offices that the words name, as the words name them; no other would pass for an office of theirs. */
export function officeChoices(offices: readonly Office[], words: string): Choice[] {
  return offices.flatMap(({ name, aliases }) => {
    const named = [name, ...aliases].toSorted((a, b) => b.length - a.length).find((one) => contains(words, one));
    if (named === undefined) return [];
    return [{ value: named, label: named === name ? name : `${named}（${name}）` }];
  });
}

/** What may be named under `evidence`, `tasks` or `addresses`. */
export function entryChoices(key: string, report: Report): Choice[] {
  const entries: Readonly<Record<string, readonly AnyEntry[]>> = {
    evidence: [...report.events, ...report.sections],
    tasks: report.tasks,
    addresses: report.shortcomings,
  };
  return (entries[key] ?? []).map(({ id, title }) => ({ value: id, label: title }));
}

/** The words an office may be named in: the text, and that of its section. */
export function wordsFor(text: string, section: Section | undefined): string {
  return [text, section?.title ?? '', section?.body.text ?? ''].join('\n');
}
