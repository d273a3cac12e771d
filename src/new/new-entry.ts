/**
 * New: the file of a new section or item.
 *
 * In:  the content folder, what is known of the new entry, and whom to ask for the rest.
 * Out: the file, and what `check` says because of it. With an error among that it must not be written.
 *
 * The text of a report is the township's: nothing of it is made up here. Without a text there is no file.
 */
import { check } from '../build.js';
import { hasErrors, type Diagnostic, type Language } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Report, Site } from '../model/site.js';
import type { Asker } from './ask.js';
import { entryFile } from './entry-file.js';
import { answerOf, FIELDS, type Answers, type EntryKind, type Field } from './fields.js';
import { findReport } from './find-report.js';
import { interview } from './interview.js';
import { missingFields, missingOptions } from './missing.js';
import { tryOut, type NewFile, type Trial } from './trial.js';

export interface NewOptions {
  content: string;
  language: Language;
  given: Answers;
  /** Absent where nobody can be asked, as in a script. */
  asker: Asker | undefined;
  /** Shows what is wrong with the answers before they are asked for again. */
  show: (trial: Trial) => void;
}

/** Errors: `EnvironmentError` for a call that lacks something; `Cancelled` from the terminal. */
export async function newEntry(kind: EntryKind, options: NewOptions): Promise<Trial> {
  const { content, given, asker, language } = options;
  const before = check(content);
  const { site } = before;
  if (site.reports.length === 0)
    throw new EnvironmentError({
      zh: '内容文件夹里还没有报告。请先新建，例如 fazhi new report 2022。',
      en: 'The content folder holds no report yet. Make one first, such as fazhi new report 2022.',
    });
  const missing = missingFields(kind, given, site.reports);
  if (missing.length > 0 && !asker) throw missingOptions(kind, missing);
  const report = await chooseReport(kind, site, options);
  if (missing.length === 0 || !asker) return tryOut(content, before, [entryFile(kind, given, report)]);

  return untilSound(options, async (earlier) => {
    // What was given may be what is wrong: the second time it is asked for too.
    const fixed = earlier ? unaskedOf(FIELDS[kind], earlier) : given;
    const answers = await interview(asker, { kind, site, report, language, given: fixed, earlier: earlier ?? {} });
    return { answers, trial: tryOut(content, before, [entryFile(kind, answers, report)]) };
  });
}

/** Asks again, each question with the answer given before, until `check` finds no error. */
export async function untilSound(
  { show }: Pick<NewOptions, 'show'>,
  round: (earlier: Answers | undefined) => Promise<{ answers: Answers; trial: Trial }>,
  isAllowed: (diagnostic: Diagnostic, files: readonly NewFile[]) => boolean = () => false,
): Promise<Trial> {
  let earlier: Answers | undefined;
  for (;;) {
    // oxlint-disable-next-line eslint/no-await-in-loop
    const { answers, trial } = await round(earlier);
    if (!hasErrors(trial.diagnostics.filter((one) => !isAllowed(one, trial.files)))) return trial;
    show(trial);
    earlier = answers;
  }
}

/** The answers that no question can change. */
export function unaskedOf(fields: readonly Field[], answers: Answers): Answers {
  const keys = new Set(fields.filter(({ form }) => form === 'unasked').map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
}

async function chooseReport(kind: EntryKind, site: Site, { given, asker, language }: NewOptions): Promise<Report> {
  const words = answerOf(given, 'report');
  if (words !== undefined) return findReport(site, words, '--report');
  const latestFirst = site.reports.toReversed();
  const [latest] = latestFirst;
  if (latest && (latestFirst.length === 1 || !asker)) return latest;
  const label = FIELDS[kind].find(({ key }) => key === 'report')?.label[language] ?? '';
  const choices = latestFirst.map(({ path, year, title }) => ({ value: path, label: `${path}　${year} ${title}` }));
  return findReport(site, (await asker?.choose(label, choices, latest?.path)) ?? '', '--report');
}
