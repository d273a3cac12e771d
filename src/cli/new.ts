/**
 * `fazhi new …`: asks for what the options leave open, tries the file out, writes it.
 *
 * Exit codes besides the common ones: 130 for Ctrl-C, as shells have it, with nothing written.
 */
import { readFileSync } from 'node:fs';
import type { Diagnostic, Language } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { Asker, Cancelled } from '../new/ask.js';
import { FIELDS, REPORT_FIELDS, type Answers, type EntryKind, type Field } from '../new/fields.js';
import { newEntry, type NewOptions } from '../new/new-entry.js';
import { isUnwritten, newReport } from '../new/new-report.js';
import { putFiles } from '../new/put-files.js';
import type { Trial } from '../new/trial.js';
import { printForPeople } from './print.js';
import { HELP } from './words.js';

export interface NewCommandOptions {
  content: string;
  lang: Language;
  quiet: boolean;
  dryRun: boolean;
  textFile?: string;
  [key: string]: unknown;
}

export async function runNew(
  kind: EntryKind | 'report',
  year: string | undefined,
  options: NewCommandOptions,
): Promise<number> {
  const { content, lang, quiet, dryRun } = options;
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const asker = isTerminal ? new Asker({ input: process.stdin, output: process.stdout }, lang) : undefined;
  const words = HELP[lang];
  const fields = kind === 'report' ? REPORT_FIELDS : FIELDS[kind];
  const isLeftOpen = (diagnostic: Diagnostic, { files }: Trial): boolean =>
    kind === 'report' && isUnwritten(diagnostic, files);
  const show = (trial: Trial): void => {
    print(
      trial,
      trial.diagnostics.filter((diagnostic) => !isLeftOpen(diagnostic, trial)),
      options,
    );
    asker?.tell(words.askAgain);
  };
  const newOptions: NewOptions = { content, language: lang, given: answersIn(fields, options), asker, show };
  let trial: Trial;
  try {
    trial = await (kind === 'report' ? newReport(year, newOptions) : newEntry(kind, newOptions));
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    process.stderr.write(`${words.cancelled}\n`);
    return 130;
  }
  const unwritten = trial.diagnostics.filter((diagnostic) => isLeftOpen(diagnostic, trial));
  const others = trial.diagnostics.filter((diagnostic) => !isLeftOpen(diagnostic, trial));
  print(trial, others, options);
  if (others.some(({ severity }) => severity === 'error')) {
    if (!quiet) process.stdout.write(`${words.newRefused}\n`);
    return 1;
  }
  const root = content.replaceAll('\\', '/').replace(/\/+$/, '');
  if (dryRun) {
    for (const { path, text } of trial.files) process.stdout.write(`==> ${root}/${path}\n${text}\n`);
    return 0;
  }
  putFiles(content, trial.files);
  if (quiet) return 0;
  const lines = [
    ...trial.files.map(({ path }) => words.written(`${root}/${path}`)),
    ...(unwritten.length === 0
      ? []
      : [words.unwritten(unwritten.length), ...unwritten.map(({ at }) => `  ${root}/${at.file}:${at.line}`)]),
    words.next(unwritten.length > 0),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function print({ lineOf }: Trial, diagnostics: Diagnostic[], { content, lang }: NewCommandOptions): void {
  printForPeople({ diagnostics, lineOf }, { content, lang });
}

function answersIn(fields: readonly Field[], options: NewCommandOptions): Answers {
  const given: Record<string, readonly string[]> = {};
  for (const { key } of fields) {
    const value = options[key];
    if (typeof value === 'string') given[key] = [value];
    else if (Array.isArray(value)) given[key] = value as string[];
  }
  return options.textFile === undefined ? given : { ...given, text: [readText(options.textFile)] };
}

/** A text from a file, or from standard input for `-`. */
function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    const isEncoding = error instanceof TypeError;
    throw new EnvironmentError({
      zh: `无法读取“${file}”：${isEncoding ? '不是 UTF-8 编码，请另存为 UTF-8' : '文件不存在或不能打开'}。`,
      en: `Cannot read “${file}”: ${isEncoding ? 'it is not UTF-8' : 'it is missing or cannot be opened'}.`,
    });
  }
}
