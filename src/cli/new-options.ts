/** What `fazhi new` may be told: the keys of the file it is to make. */
import { Option, type Command } from 'commander';
import type { Language } from '../diagnostics/diagnostic.js';
import { choicesOf } from '../new/choices.js';
import { ENTRY_KINDS, FIELDS, REPORT_FIELDS, type EntryKind, type Field } from '../new/fields.js';
import { languageOption } from './language.js';
import type { NewCommandOptions } from './new.js';
import { HELP } from './words.js';

/** Adds `new` and one command below it for each kind of file, its options the keys of the file. */
export function addNewCommand(fazhi: Command, language: Language, done: (code: number) => void): void {
  const words = HELP[language];
  const run = async (kind: EntryKind | 'report', year: string | undefined, options: NewCommandOptions) => {
    const { runNew } = await import('./new.js');
    done(await runNew(kind, year, options));
  };
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
      .action((options: NewCommandOptions) => run(kind, undefined, options));
  }
  const command = parent.command('report').description(words.newKind.report).copyInheritedSettings(parent);
  addFields(command, REPORT_FIELDS, language);
  common(command)
    .argument('[year]', words.newYear)
    .usage(words.newReportUsage)
    .action((year: string | undefined, options: NewCommandOptions) => run('report', year, options));
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
