/** `fazhi export docx`: each report as a Word file for the office above. */
import { Argument, type Command, Option } from 'commander';
import { documents, isRefused } from '../build.js';
import type { Language } from '../diagnostics/diagnostic.js';
import { languageOption } from './language.js';
import { describeContent, describeEnd, FORMATS, printDiagnostics, printSummary, type CommonOptions } from './print.js';
import { HELP } from './words.js';

const KINDS = ['docx'] as const;

interface ExportOptions extends CommonOptions {
  out: string;
  force: boolean;
}

export function addExportCommand(fazhi: Command, language: Language, end: (code: number) => void): void {
  const words = HELP[language];
  fazhi
    .command('export')
    .description(words.export)
    .copyInheritedSettings(fazhi)
    .addArgument(new Argument('<kind>', words.exportKind).choices(KINDS))
    .addOption(new Option('--content <folder>', words.content).default('content'))
    .addOption(new Option('--out <folder>', words.exportOut).default('export'))
    .addOption(new Option('--force', words.exportForce).default(false))
    .addOption(languageOption(language))
    .addOption(new Option('--format <format>', words.format).choices(FORMATS).default('pretty'))
    .addOption(new Option('--strict', words.strict).default(false))
    .addOption(new Option('--quiet', words.quiet).default(false))
    .helpOption('-h, --help', words.help)
    .usage(words.exportUsage)
    .action(async (_: (typeof KINDS)[number], options: ExportOptions) => {
      end(await runExport(options));
    });
}

async function runExport(options: ExportOptions): Promise<number> {
  const started = performance.now();
  const { content, out, force, strict, lang } = options;
  const result = documents(content, { strict });
  printDiagnostics(result, options);
  const outcome: string[] = [];
  if (result.documents) {
    // The library takes its time to load, which no other command should wait for.
    const { exportDocx } = await import('../export/export-docx.js');
    for (const { file, isNew } of await exportDocx(result.documents, out, { force }))
      outcome.push(HELP[lang].exported(file, isNew));
  } else outcome.push(HELP[lang].exportRefused);
  const end = describeEnd(result.diagnostics, performance.now() - started, lang);
  printSummary([describeContent(result, lang), ...outcome, end], options);
  return isRefused(result.diagnostics, strict) ? 1 : 0;
}
