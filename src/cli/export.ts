/** `fazhi export docx`: each report as a Word file for the office above. */
import { Argument, Option, type Command } from 'commander';
import { documents, isRefused, type CheckResult } from '../build.js';
import type { Language } from '../diagnostics/diagnostic.js';
import type { ExportedFile } from '../export/save-files.js';
import { languageOption } from './language.js';
import { describeContent, describeEnd, FORMATS, printDiagnostics, printSummary, type CommonOptions } from './print.js';
import { HELP } from './words.js';

const KINDS = ['docx'] as const;

export interface ExportOptions extends CommonOptions {
  out: string;
  force: boolean;
}

export function addExportCommand(fazhi: Command, language: Language, end: (code: number) => void): void {
  const words = HELP[language];
  const command = fazhi
    .command('export')
    .description(words.export)
    .copyInheritedSettings(fazhi)
    .addArgument(new Argument('<kind>', words.exportKind).choices(KINDS))
    .usage(words.exportUsage);
  addExportOptions(command, language).action(async (_: (typeof KINDS)[number], options: ExportOptions) => {
    const started = performance.now();
    const result = documents(options.content, options);
    const { documents: made } = result;
    const write = async (): Promise<ExportedFile[] | undefined> => {
      if (!made) return undefined;
      // The library takes its time to load, which no other command should wait for.
      const { exportDocx } = await import('../export/export-docx.js');
      return exportDocx(made, options);
    };
    end(await reportExport(result, write, { started, options }));
  });
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

/** Says what is wrong with the content, writes the files (none, where `write` has nothing to write), says which. */
export async function reportExport(
  result: CheckResult,
  write: () => Promise<ExportedFile[] | undefined>,
  { started, options }: { started: number; options: ExportOptions },
): Promise<number> {
  const { lang, strict } = options;
  const words = HELP[lang];
  printDiagnostics(result, options);
  const files = await write();
  const outcome = files?.map(({ file, isNew }) => words.exported(file, isNew)) ?? [words.exportRefused];
  const end = describeEnd(result.diagnostics, performance.now() - started, lang);
  printSummary([describeContent(result, lang), ...outcome, end], options);
  return isRefused(result.diagnostics, strict) ? 1 : 0;
}
