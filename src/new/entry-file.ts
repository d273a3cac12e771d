/** Answers as a content file: its name, front matter and body. */
import { readDate } from '../build.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { entriesOf } from '../model/entries.js';
import { alike } from '../model/paths.js';
import type { Report } from '../model/site.js';
import { inEnglish } from './choices.js';
import { answerOf, FIELDS, FOLDER_OF, type Answers, type EntryKind } from './fields.js';
import { datePrefix, itemNumber, sectionNumber } from './file-name.js';
import { freeId, idFromTitle } from './id.js';
import { markdownFile, type FrontMatter } from './markdown-file.js';
import type { NewFile } from './trial.js';

/** The order of the keys in a file. */
const ORDER = [
  'title',
  'part',
  'section',
  'holder',
  'date',
  'office',
  'place',
  'topic',
  'law',
  'kind',
  'status',
  'basis',
  'due',
  'evidence',
  'cause',
  'tasks',
  'addresses',
  'result',
];

/** Errors: `EnvironmentError` for an id that is taken or no name for a file, and for figures that cannot be read. */
export function entryFile(kind: EntryKind, answers: Answers, report: Report): NewFile {
  const given = answerOf(answers, 'id');
  const problem = given === undefined ? undefined : idProblem(kind, given, answers, report);
  if (problem) throw new EnvironmentError(problem);
  const name = nameFor(kind, given ?? suggestedId(kind, answers, report), answers, report);
  return {
    path: `${report.path}/${FOLDER_OF[kind]}/${name}.md`,
    text: markdownFile(frontMatterOf(kind, answers), paragraphs(answerOf(answers, 'text') ?? '')),
  };
}

/** The id to propose, free in the report; of an event without its date. */
export function suggestedId(kind: EntryKind, answers: Answers, report: Report): string {
  const id = idFromTitle(answerOf(answers, 'title') ?? '') || kind;
  const prefix = idPrefix(kind, answers, report);
  return freeId(`${prefix}${id}`, takenIds(report)).slice(prefix.length);
}

/** What is wrong with an id that somebody chose. */
export function idProblem(kind: EntryKind, words: string, answers: Answers, report: Report) {
  const bare = cleanId(words);
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(bare))
    return {
      zh: `代号“${words}”不能作文件名。请只用字母、数字、汉字和“-”，例如 ${suggestedId(kind, answers, report)}`,
      en: `“${words}” cannot name a file. Use letters, digits and “-”, such as ${suggestedId(kind, answers, report)}`,
    };
  const id = `${idPrefix(kind, answers, report, bare)}${withoutNumber(kind, bare)}`;
  if (!takenIds(report).some((taken) => alike(taken) === alike(id))) return undefined;
  const free = freeId(id, takenIds(report)).slice(id.length);
  return {
    zh: `代号“${words}”已经用过。可以用：${bare}${free}`,
    en: `The id “${words}” is taken. You could use: ${bare}${free}`,
  };
}

function nameFor(kind: EntryKind, words: string, answers: Answers, report: Report): string {
  const id = cleanId(words);
  if (kind === 'event') return `${idPrefix(kind, answers, report, id)}${id}`;
  // Whoever writes a number chooses the place.
  if (withoutNumber(kind, id) !== id) return id;
  const parent = report.sections.find((section) => section.id === answerOf(answers, 'section'));
  return `${kind === 'section' ? sectionNumber(report, parent) : itemNumber(report, kind)}${id}`;
}

/** An event's id begins with its date, unless the id has one already. */
function idPrefix(kind: EntryKind, answers: Answers, report: Report, id = ''): string {
  if (kind !== 'event' || /^\d{4}(?!\d)/.test(id)) return '';
  const read = readDate(answerOf(answers, 'date') ?? '', report.year);
  // `check` tells what is wrong with the date.
  return 'date' in read ? datePrefix(read.date) : `${report.year}-`;
}

function withoutNumber(kind: EntryKind, id: string): string {
  return kind === 'event' ? id : id.replace(/^\d+-(?=.)/, '');
}

function cleanId(words: string): string {
  return words
    .trim()
    .replace(/\.md$/i, '')
    .normalize('NFC')
    .replace(/[\s-]+/g, '-');
}

function takenIds(report: Report): string[] {
  return entriesOf(report).map((entry) => entry.id);
}

function frontMatterOf(kind: EntryKind, answers: Answers): FrontMatter {
  const fields = FIELDS[kind];
  const values = ORDER.flatMap((key) => {
    const field = fields.find((one) => one.key === key);
    if (!field) return [];
    const words = (answers[key] ?? [])
      .map((one) => inEnglish(key, one.trim().replace(/\s*\n\s*/g, ' ')))
      .filter(Boolean);
    return [[key, field.isList ? words : words[0]] as const];
  });
  return { ...Object.fromEntries(values), figures: (answers['figure'] ?? []).map(readFigure) };
}

/** `发放宣传资料:8000:余份`, with colons of either width. */
function readFigure(words: string): Record<string, string> {
  const [label = '', value = '', unit = '', ...rest] = words.split(/[:：]/).map((part) => part.trim());
  if (label === '' || value === '' || rest.length > 0)
    throw new EnvironmentError({
      zh: `看不懂数据“${words}”。请写成 名目:数值:单位，例如 --figure 发放宣传资料:8000:余份`,
      en: `Cannot read the figure “${words}”. Write label:value:unit, such as --figure 发放宣传资料:8000:余份`,
    });
  return { label, value, ...(unit !== '' && { unit }) };
}

/** The text as a body; `\n` written out, as in a script's option, begins a paragraph. */
export function paragraphs(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\\n', '\n\n').trim();
}
