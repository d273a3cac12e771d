/**
 * Carry-over: what last year's report leaves open for the next one to follow up.
 *
 * Open is a task whose `result` nobody has written, and a shortcoming that not all of its tasks have answered. That one
 * still persists is a statement of the new report, and nobody but the town can make it. So an open shortcoming or task
 * becomes an entry of the new report, in last year's words, only where the clerk says that it does (`carry`); all others
 * stand as remarks, which no page shows, at the place where the clerk is going to write about them, each with the line
 * to add once there is a result.
 */
import type { CheckResult } from '../build.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { contains } from '../model/folded.js';
import type { Report, Section, Shortcoming, Task } from '../model/site.js';
import { nameOf } from './file-name.js';
import { markdownFile } from './markdown-file.js';
import type { NewFile } from './trial.js';

export type OpenEntry = Shortcoming | Task;

/** The open shortcomings, then the open tasks, each in the order of the report. */
export function openEntries(report: Report): OpenEntry[] {
  const isOpen = (id: string): boolean => report.tasks.some((task) => task.id === id && task.result === undefined);
  return [
    ...report.shortcomings.filter(
      ({ tasks }) => tasks.length === 0 || tasks.some(({ target }) => target === undefined || isOpen(target.id)),
    ),
    ...report.tasks.filter((task) => task.result === undefined),
  ];
}

/** Errors: `EnvironmentError` for an id that names nothing open. */
export function carriedEntries(open: readonly OpenEntry[], ids: readonly string[]): OpenEntry[] {
  const unknown = ids.filter((id) => id !== 'all' && !open.some((entry) => entry.id === id));
  if (unknown.length > 0) {
    const there = open.map(({ id }) => id);
    throw new EnvironmentError({
      zh: `上年度没有待跟进的“${unknown.join('”“')}”。可以写：${[...there, 'all'].join('、')}。`,
      en: `Last year's report left no “${unknown.join('”, “')}” open. Choices: ${[...there, 'all'].join(', ')}.`,
    });
  }
  return ids.includes('all') ? [...open] : open.filter(({ id }) => ids.includes(id));
}

/**
 * A carried entry as a file of the new report: the same name and words.
 *
 * Dates, figures and results belong to last year and stay there. Offices and the cause come along where the entry's own
 * text names them; what only last year's section said is not said again.
 */
export function carriedFile(
  entry: OpenEntry,
  section: string,
  carried: readonly OpenEntry[],
  path: string,
  lineOf: CheckResult['lineOf'],
): NewFile {
  const { at } = entry.body;
  const text = Array.from({ length: at.endLine - at.line + 1 }, (_, index) => lineOf(at.file, at.line + index) ?? '')
    .join('\n')
    .replaceAll('\r', '')
    .trim();
  const isNamed = (words: string): boolean => contains(entry.body.text, words);
  const addresses = entry.kind === 'task' ? entry.addresses.map(({ id }) => id) : [];
  const frontMatter = {
    title: entry.title,
    section,
    office: entry.offices.map(({ name }) => name).filter(isNamed),
    ...(entry.kind === 'shortcoming' && entry.cause && isNamed(entry.cause.value) && { cause: entry.cause.value }),
    addresses: addresses.filter((id) => carried.some((one) => one.kind === 'shortcoming' && one.id === id)),
  };
  const folder = entry.kind === 'task' ? 'tasks' : 'shortcomings';
  return { path: `${path}/${folder}/${nameOf(entry.at.file)}`, text: markdownFile(frontMatter, text) };
}

/**
 * The headings below the parts that carried entries stand under, outermost first: an entry's title may be made of their
 * words.
 */
export function headingsOf(entry: OpenEntry, from: Report): Section[] {
  const headings: Section[] = [];
  const sectionOf = (id: string | undefined): Section | undefined => from.sections.find((one) => one.id === id);
  for (
    let section = sectionOf(entry.section.target?.id);
    section?.parent !== undefined && !headings.includes(section);
    section = sectionOf(section.parent.target?.id)
  )
    headings.unshift(section);
  return headings;
}

/** What the clerk is to write about an open task, in the part on measures. */
export function taskRemark(task: Task, from: Report): string {
  const words = `${from.year}年度安排的任务，请写明结果：${task.title}。`;
  return remark(`${words}写好后，在 ${task.at.file} 里加一行 result: 章节或活动的文件名（不带序号和扩展名）`);
}

/** What the clerk is to look into of an open shortcoming, in the part on shortcomings. */
export function shortcomingRemark(shortcoming: Shortcoming, from: Report, year: number): string {
  const words = `${from.year}年度写明的问题：${shortcoming.title}（${shortcoming.at.file}）。`;
  return remark(`${words}请写明整改情况；${year}年仍然存在的，用 fazhi new shortcoming 写进本部分`);
}

/** An office that last year's section named: it may be named again once the text names it. */
export function officeRemark(section: Section, from: Report): string {
  const names = section.offices.map(({ name }) => name);
  return remark(`${from.year}年度这一部分写有 office: [${names.join(', ')}]；正文提到的，可写到上面两行横线之间`);
}

/** On one line: a remark over several could hold what Markdown takes for a list. */
export function remark(words: string): string {
  return `<!-- ${words.replace(/\s+/g, ' ').replace(/<!--|-->|--+/g, '—')} -->`;
}
