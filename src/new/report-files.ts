/**
 * The files of a new report: `report.md`, the four statutory parts, and what is carried over.
 *
 * A part without words holds remarks alone: where to write, and what of last year's is to be followed up there.
 */
import type { CheckResult } from '../build.js';
import { contains } from '../model/folded.js';
import type { Report, Section } from '../model/site.js';
import { STATUTORY_PARTS, type StatutoryPart } from '../model/statutory-parts.js';
import {
  carriedEntries,
  carriedFile,
  headingsOf,
  officeRemark,
  openEntries,
  remark,
  shortcomingRemark,
  taskRemark,
  type OpenEntry,
} from './carry-over.js';
import { paragraphs } from './entry-file.js';
import { answerOf, type Answers } from './fields.js';
import { nameOf } from './file-name.js';
import { markdownFile } from './markdown-file.js';
import { moveYears } from './move-years.js';
import type { NewFile } from './trial.js';

/** The statutory parts, with their numbers and headings where no earlier report has them. */
const PARTS: Readonly<Record<StatutoryPart, { number: number; title: (year: number) => string }>> = {
  measures: { number: 10, title: () => '主要举措和成效' },
  shortcomings: { number: 20, title: () => '存在的不足和原因' },
  duties: { number: 30, title: () => '党政主要负责人履行推进法治建设第一责任人职责情况' },
  plan: { number: 40, title: (year) => `${year + 1}年主要工作安排` },
};

export interface Plan {
  path: string;
  year: number;
  /** The report it follows; absent for a town's first. */
  from: Report | undefined;
}

/** `report.md` comes last: from then on the folder is a report. */
export function reportFiles(answers: Answers, plan: Plan, lineOf: CheckResult['lineOf']): NewFile[] {
  const { from, year, path } = plan;
  const open = from ? openEntries(from) : [];
  const carried = carriedEntries(open, answers['carry'] ?? []);
  const parts = STATUTORY_PARTS;
  const sections = parts.map((part) => ({ part, ...headingOf(part, plan) }));
  const partOf = (kind: OpenEntry['kind']): StatutoryPart => (kind === 'task' ? 'plan' : 'shortcomings');
  const sectionFor = (kind: OpenEntry['kind']): string => sections.find(({ part }) => part === partOf(kind))?.id ?? '';
  const direct = carried.filter((entry) => from && headingsOf(entry, from).length === 0);
  return [
    ...sections.map(({ part, name, title, last }) => {
      const text = paragraphs(answerOf(answers, part) ?? '');
      const offices = last?.offices.map((office) => office.name) ?? [];
      const frontMatter = { title, part, office: offices.filter((office) => contains(`${title}\n${text}`, office)) };
      const left = open.filter((entry) => !carried.includes(entry));
      const body = [
        text,
        markersFor(direct.filter(({ kind }) => partOf(kind) === part)),
        from ? remarksFor(part, left, from, year).join('\n') : '',
        from && last && frontMatter.office.length < offices.length ? officeRemark(last, from) : '',
      ].filter((block) => block !== '');
      return {
        path: `${path}/sections/${name}`,
        text: markdownFile(frontMatter, body.join('\n\n') || remark('这一部分的正文写在这里')),
      };
    }),
    ...(from ? carriedHeadings(carried, from, sectionFor) : []).map(({ section, parent }) => ({
      path: `${path}/sections/${nameOf(section.at.file)}`,
      text: markdownFile(
        { title: writtenTitle(section, from, year), section: parent },
        markersFor(carried.filter((entry) => entry.section.target?.id === section.id)),
      ),
    })),
    ...carried.map((entry) => {
      const heading = from && headingsOf(entry, from).at(-1);
      return carriedFile(entry, heading?.id ?? sectionFor(entry.kind), carried, path, lineOf);
    }),
    { path: `${path}/report.md`, text: reportFile(answers, plan) },
  ];
}

/** Each heading that carried entries need, once, and what it hangs on. */
function carriedHeadings(
  carried: readonly OpenEntry[],
  from: Report,
  sectionFor: (kind: OpenEntry['kind']) => string,
): { section: Section; parent: string }[] {
  const found = new Map<string, { section: Section; parent: string }>();
  for (const entry of carried) {
    let parent = sectionFor(entry.kind);
    for (const section of headingsOf(entry, from)) {
      if (!found.has(section.id)) found.set(section.id, { section, parent });
      parent = section.id;
    }
  }
  return [...found.values()];
}

/** A heading with the mark it runs in by, which is part of the title as written; years moved on. */
function writtenTitle({ title, runIn }: Section, from: Report | undefined, year: number): string {
  return from ? moveYears(`${title}${runIn}`, from.year, year) : `${title}${runIn}`;
}

function reportFile(answers: Answers, { from, year }: Plan): string {
  const frontMatter = {
    title: answerOf(answers, 'title'),
    year: String(year),
    organ: answerOf(answers, 'organ'),
    office: from?.offices.map(({ name }) => name),
    keywords: from?.keywords.map((keyword) => moveYears(keyword, from.year, year)),
  };
  return markdownFile(frontMatter, paragraphs(answerOf(answers, 'text') ?? '') || remark('开头一段写在这里'));
}

/** The heading of a part as last year's report has it, and the name of its file. */
function headingOf(
  part: StatutoryPart,
  { from, year }: Plan,
): { name: string; id: string; title: string; last?: Section } {
  const last = from?.sections.find((section) => section.part === part && section.parent === undefined);
  const { number, title } = PARTS[part];
  if (!from || !last) return { name: `${number}-${part}.md`, id: part, title: title(year) };
  return { name: nameOf(last.at.file), id: last.id, title: writtenTitle(last, from, year), last };
}

/** Where the carried entries of a section run in. */
function markersFor(entries: readonly OpenEntry[]): string {
  const kinds = new Set(entries.map(({ kind }) => kind));
  return [...kinds].map((kind) => (kind === 'task' ? '<!-- tasks -->' : '<!-- shortcomings -->')).join('\n\n');
}

function remarksFor(part: StatutoryPart, left: readonly OpenEntry[], from: Report, year: number): string[] {
  return left.flatMap((entry) => {
    if (part === 'measures' && entry.kind === 'task') return [taskRemark(entry, from)];
    if (part === 'shortcomings' && entry.kind === 'shortcoming') return [shortcomingRemark(entry, from, year)];
    return [];
  });
}
