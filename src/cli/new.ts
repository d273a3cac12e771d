/**
 * `fazhi new …`: asks for what the options leave open, tries the file out, writes it.
 *
 * Exit codes besides the common ones: 130 for Ctrl-C, as shells have it, with nothing written.
 */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Diagnostic, Language } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { choicesOf } from '../new/choices.js';
import { ENTRY_KINDS, FIELDS, REPORT_FIELDS, type Answers, type EntryKind, type Field } from '../new/fields.js';
import type { NewOptions } from '../new/new-entry.js';
import type { Trial } from '../new/trial.js';
import { languageOption } from './language.js';
import { printDiagnostics } from './print.js';
import { HELP } from './words.js';

type Kind = EntryKind | 'report';

interface CommandOptions {
  content: string;
  lang: Language;
  quiet: boolean;
  dryRun: boolean;
  textFile?: string;
  [key: string]: unknown;
}

/** Adds `new` and one command below it for each kind of file, its options the keys of the file. */
export function addNewCommand(fazhi: Command, language: Language, done: (code: number) => void): void {
  const words = HELP[language];
  const common = (command: Command): Command =>
    command
      .addOption(new Option('--content <folder>', words.content).default('content'))
      .addOption(languageOption(language))
      .addOption(new Option('--dry-run', words.dryRun).default(false))
      .addOption(new Option('--quiet', words.quiet).default(false))
      .helpOption('-h, --help', words.help);
  const parent = fazhi
    .command('new')
    .description(words.new)
    .copyInheritedSettings(fazhi)
    .usage(words.newUsage)
    .helpCommand(false);
  parent.helpOption('-h, --help', words.help);
  for (const kind of ENTRY_KINDS) {
    const command = parent.command(kind).description(words.newKind[kind]).copyInheritedSettings(parent);
    addFields(command, FIELDS[kind], language);
    common(command)
      .usage(words.commandUsage)
      .action(async (options: CommandOptions) => done(await runNew(kind, undefined, options)));
  }
  const command = parent.command('report').description(words.newKind.report).copyInheritedSettings(parent);
  addFields(command, REPORT_FIELDS, language);
  common(command)
    .argument('[year]', words.newYear)
    .usage(words.newReportUsage)
    .action(async (year: string | undefined, options: CommandOptions) => done(await runNew('report', year, options)));
}

function addFields(command: Command, fields: readonly Field[], language: Language): void {
  const words = HELP[language];
  for (const { key, label, isList } of fields) {
    const choices = choicesOf(key, language).map(({ value, label }) => (value === label ? value : `${value} ${label}`));
    const notes = [...(choices.length > 0 ? [words.choices(choices)] : []), ...(isList ? [words.repeatable] : [])];
    const option = new Option(`--${key} <${key}>`, [label[language], ...notes].join(words.joint));
    if (isList) option.argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value]);
    command.addOption(option);
    if (key === 'text') command.addOption(new Option('--text-file <file>', words.textFile).conflicts('text'));
  }
}

async function runNew(kind: Kind, year: string | undefined, options: CommandOptions): Promise<number> {
  const { content, lang, quiet, dryRun } = options;
  // The questions and the table of sounds take their time to load, which no other command should wait for.
  const [{ Asker, Cancelled }, { newEntry }, { isUnwritten, newReport }, { putFiles }] = await Promise.all([
    import('../new/ask.js'),
    import('../new/new-entry.js'),
    import('../new/new-report.js'),
    import('../new/put-files.js'),
  ]);
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

function print({ lineOf }: Trial, diagnostics: Diagnostic[], { content, lang }: CommandOptions): void {
  printDiagnostics({ diagnostics, lineOf }, { content, lang, format: 'pretty' });
}

function answersIn(fields: readonly Field[], options: CommandOptions): Answers {
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
