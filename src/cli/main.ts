/**
 * The command line: reads the options, calls one function, prints, exits.
 *
 * Nothing that works is imported here: each command loads its module, and its libraries with it, when it runs.
 *
 * Exit codes: 0 done; 1 the content has errors; 2 the call or the environment is wrong; 70 a bug in the program.
 */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { languageOf, languageOption } from './language.js';
import { addNewCommand } from './new-options.js';
import { EDITORS } from '../serve/editor.js';
import { addCommonOptions, addExportOptions } from './options.js';
import { VERSION } from './version.js';
import { describeOption, explainCall, HELP } from './words.js';

const language = languageOf(process.argv);
const words = HELP[language];

function program(): Command {
  const fazhi = new Command('fazhi')
    .description(words.description)
    .version(VERSION, '-V, --version', words.version)
    .helpOption('-h, --help', words.help)
    .helpCommand(false)
    .usage(words.usage)
    .addOption(languageOption(language))
    // `--lang` before a command is the program's, after it the command's.
    .enablePositionalOptions()
    .configureHelp({
      styleTitle: (title) => words.titles[title] ?? title,
      subcommandTerm: (command) => command.name(),
      optionDescription: (option) => describeOption(option, language),
    })
    .configureOutput({ outputError: () => undefined })
    .exitOverride();
  addCommonOptions(fazhi.command('build').description(words.build).copyInheritedSettings(fazhi), language)
    .addOption(new Option('--out <folder>', words.out).default('dist'))
    .addOption(new Option('--no-cache', words.noCache))
    .addOption(new Option('--shard <i/n>', words.shard).argParser(shardOf))
    .addOption(new Option('--threads <number>', words.threads).argParser(threadsOf))
    .action(async (options) => {
      const { runBuild } = await import('./build.js');
      process.exitCode = await runBuild(options);
    });
  addCommonOptions(fazhi.command('merge').description(words.merge).copyInheritedSettings(fazhi), language)
    .argument('<parts...>', words.mergeParts)
    .addOption(new Option('--out <folder>', words.out).default('dist'))
    .usage(words.mergeUsage)
    .action(async (parts: string[], options) => {
      const { runMerge } = await import('./merge.js');
      process.exitCode = await runMerge(parts, options);
    });
  addCommonOptions(fazhi.command('check').description(words.check).copyInheritedSettings(fazhi), language)
    .addOption(new Option('--fix', words.fix).default(false))
    .action(async (options) => {
      const { runCheck } = await import('./check.js');
      process.exitCode = await runCheck(options);
    });
  fazhi
    .command('explain')
    .description(words.explain)
    .copyInheritedSettings(fazhi)
    .argument('[rule]', words.explainRule)
    .addOption(languageOption(language))
    .helpOption('-h, --help', words.help)
    .usage(words.explainUsage)
    .action(async (rule: string | undefined, options) => {
      const { runExplain } = await import('./explain.js');
      process.exitCode = runExplain(rule, options);
    });
  addNewCommand(fazhi, language, (code) => (process.exitCode = code));
  const exporting = fazhi
    .command('export')
    .description(words.export)
    .copyInheritedSettings(fazhi)
    .addArgument(new Argument('<kind>', words.exportKind).choices(['docx']))
    .usage(words.exportUsage);
  addExportOptions(exporting, language).action(async (_: 'docx', options) => {
    const { runExport } = await import('./export.js');
    process.exitCode = await runExport(options);
  });
  const printing = fazhi.command('pdf').description(words.pdf).copyInheritedSettings(fazhi).usage(words.commandUsage);
  addExportOptions(printing, language)
    .addOption(new Option('--browser <path>', words.browser))
    .action(async (options) => {
      const { runPdf } = await import('./pdf.js');
      process.exitCode = await runPdf(options);
    });
  fazhi
    .command('verify')
    .description(words.verify)
    .copyInheritedSettings(fazhi)
    .argument('<where>', words.verifyWhere)
    .addOption(new Option('--against <list>', words.verifyAgainst).default('dist'))
    .addOption(new Option('--timeout <seconds>', words.verifyTimeout).argParser(secondsOf))
    .addOption(languageOption(language))
    .addOption(new Option('--format <format>', words.format).choices(['pretty', 'json']).default('pretty'))
    .addOption(new Option('--quiet', words.quiet).default(false))
    .helpOption('-h, --help', words.help)
    .usage(words.verifyUsage)
    .action(async (where: string, options) => {
      const { runVerify } = await import('./verify.js');
      process.exitCode = await runVerify(where, options);
    });
  fazhi
    .command('import')
    .description(words.import)
    .copyInheritedSettings(fazhi)
    .argument('<file>', words.importFile)
    .addOption(new Option('--out <folder>', words.importOut).makeOptionMandatory())
    .addOption(new Option('--year <year>', words.importYear).argParser(yearOf))
    .addOption(new Option('--force', words.force).default(false))
    .addOption(new Option('--dry-run', words.importDryRun).default(false))
    .addOption(new Option('--format <format>', words.format).choices(['pretty', 'json']).default('pretty'))
    .addOption(languageOption(language))
    .addOption(new Option('--quiet', words.quiet).default(false))
    .helpOption('-h, --help', words.help)
    .usage(words.importUsage)
    .action(async (file: string, options) => {
      const { runImport } = await import('./import.js');
      process.exitCode = await runImport(file, options);
    });
  fazhi
    .command('publish')
    .description(words.publish)
    .copyInheritedSettings(fazhi)
    .argument('<target>', words.publishTarget)
    .addOption(new Option('--content <folder>', words.content).default('content'))
    .addOption(new Option('--out <folder>', words.out).default('dist'))
    .addOption(new Option('--dry-run', words.publishDryRun).default(false))
    .addOption(new Option('--rollback', words.rollback).default(false).conflicts('all'))
    .addOption(new Option('--all', words.putAll).default(false))
    .addOption(new Option('--ssh-config <file>', words.sshConfig))
    .addOption(languageOption(language))
    .addOption(new Option('--format <format>', words.publishFormat).choices(['pretty', 'json']).default('pretty'))
    .addOption(new Option('--quiet', words.quiet).default(false))
    .helpOption('-h, --help', words.help)
    .usage(words.publishUsage)
    .action(async (target: string, options) => {
      const { runPublish } = await import('./publish.js');
      process.exitCode = await runPublish(target, options);
    });
  fazhi
    .command('serve')
    .description(words.serve)
    .copyInheritedSettings(fazhi)
    .addOption(new Option('--content <folder>', words.content).default('content'))
    .addOption(new Option('--port <number>', words.port).default(4173).argParser(portOf))
    .addOption(languageOption(language))
    .addOption(new Option('--editor <editor>', words.editor).choices(EDITORS))
    .helpOption('-h, --help', words.help)
    .usage(words.commandUsage)
    .action(async (options) => {
      const { runServe } = await import('./serve.js');
      process.exitCode = await runServe(options, VERSION);
    });
  return fazhi;
}

/** `2/4`: the second of four shares. */
function shardOf(text: string): { index: number; count: number } {
  const [index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text)?.slice(1) ?? []).map(Number);
  if (index < 1 || index > count) throw new InvalidArgumentError('1/4');
  return { index, count };
}

function threadsOf(text: string): number {
  const threads = Number(text);
  if (!/^\d+$/.test(text) || threads < 1 || threads > 64) throw new InvalidArgumentError('1–64');
  return threads;
}

function yearOf(text: string): number {
  const year = Number(text.replace(/年度?$/u, ''));
  if (!Number.isInteger(year) || year < 1979 || year > 2999) throw new InvalidArgumentError('1979–2999');
  return year;
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!/^\d+$/.test(text) || seconds < 1 || seconds > 300) throw new InvalidArgumentError('1–300');
  return seconds;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('0–65535');
  return port;
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    // Help and version are printed by then, and nothing is wrong.
    if (error.exitCode === 0) return;
    process.stderr.write(`${explainCall(error, language)}\n`);
    process.exitCode = 2;
  } else if (error instanceof EnvironmentError) {
    process.stderr.write(`${error.words[language]}\n`);
    process.exitCode = 2;
  } else {
    const detail = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${words.bug(VERSION, detail)}\n`);
    if (process.env['FAZHI_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
    process.exitCode = 70;
  }
}

process.on('uncaughtException', fail);
// A reader that stops listening, such as `head`, is no bug.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

program().parseAsync().catch(fail);
