/** What may be chosen, from the model's closed lists and from the content. */
import type { Language } from '../diagnostics/diagnostic.js';
import { contains } from '../model/folded.js';
import {
  type AnyEntry,
  type EventKind,
  type Holder,
  type Office,
  type Part,
  type Report,
  type Section,
  type Status,
} from '../model/site.js';
import type { Choice } from './ask.js';

const PART: Readonly<Record<Part, string>> = {
  measures: '主要举措和成效',
  shortcomings: '不足和原因',
  duties: '第一责任人职责',
  plan: '下一年度安排',
  other: '其他',
};
const HOLDER: Readonly<Record<Holder, string>> = {
  both: '党政主要负责人',
  party: '党委主要负责人',
  government: '政府主要负责人',
};
const STATUS: Readonly<Record<Status, string>> = {
  done: '已完成',
  ongoing: '持续推进',
  planned: '计划中',
  missed: '未完成',
};
const KIND: Readonly<Record<EventKind, string>> = {
  campaign: '宣传活动',
  meeting: '会议',
  training: '培训',
  lecture: '讲座',
  inspection: '检查',
  online: '线上宣传',
  other: '其他',
};
/** The first of each list is the one a question begins at. */
const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  part: PART,
  holder: HOLDER,
  status: STATUS,
  kind: KIND,
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
