/** What several commands may be told. */
import { Option, type Command } from 'commander';
import type { Language } from '../diagnostics/diagnostic.js';
import { languageOption } from './language.js';
import { HELP } from './words.js';

/** `pretty` is for people; each of the others is all there is on standard output. */
export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'gitlab'] as const;

export interface CommonOptions {
  content: string;
  lang: Language;
  format: (typeof FORMATS)[number];
  strict: boolean;
  quiet: boolean;
}

/** The options of every command that says what is wrong with the content, and of this kind nothing else. */
export function addCommonOptions(command: Command, language: Language): Command {
  const words = HELP[language];
  return command
    .addOption(new Option('--content <folder>', words.content).default('content'))
    .addOption(languageOption(language))
    .addOption(new Option('--format <format>', words.format).choices(FORMATS).default('pretty'))
    .addOption(new Option('--strict', words.strict).default(false))
    .addOption(new Option('--quiet', words.quiet).default(false))
    .helpOption('-h, --help', words.help)
    .usage(words.commandUsage);
}

export interface ExportOptions extends CommonOptions {
  out: string;
  force: boolean;
}

/** The options of every command that makes files of reports. */
export function addExportOptions(command: Command, language: Language): Command {
  const words = HELP[language];
  return command
    .addOption(new Option('--content <folder>', words.content).default('content'))
    .addOption(new Option('--out <folder>', words.exportOut).default('export'))
    .addOption(new Option('--force', words.exportForce).default(false))
    .addOption(languageOption(language))
    .addOption(new Option('--format <format>', words.format).choices(FORMATS).default('pretty'))
    .addOption(new Option('--strict', words.strict).default(false))
    .addOption(new Option('--quiet', words.quiet).default(false))
    .helpOption('-h, --help', words.help);
}
