/** Prints diagnostics and summaries for the commands. */
import type { CheckResult } from '../build.js';
import { SEVERITIES, type Diagnostic, type Language, type Severity } from '../diagnostics/diagnostic.js';
import { github } from '../diagnostics/github.js';
import { gitlab } from '../diagnostics/gitlab.js';
import { json } from '../diagnostics/json.js';
import { pretty } from '../diagnostics/pretty.js';
import { sarif } from '../diagnostics/sarif.js';
import type { CommonOptions } from './options.js';
import { VERSION } from './version.js';

/** Diagnostics go to standard error for people, to standard output for programs. */
export async function printDiagnostics(
  result: Pick<CheckResult, 'diagnostics' | 'lineOf'>,
  { content, lang, format }: Pick<CommonOptions, 'content' | 'lang' | 'format'>,
): Promise<void> {
  if (format === 'pretty') printForPeople(result, { content, lang });
  else process.stdout.write(await FORMATTERS[format](result.diagnostics, { language: lang, root: rootOf(content) }));
}

export function printForPeople(
  { diagnostics, lineOf }: Pick<CheckResult, 'diagnostics' | 'lineOf'>,
  { content, lang }: Pick<CommonOptions, 'content' | 'lang'>,
): void {
  if (diagnostics.length === 0) return;
  const colour = process.stderr.isTTY && !process.env['NO_COLOR'];
  process.stderr.write(`${pretty(diagnostics, { language: lang, colour, root: rootOf(content), lineOf })}\n`);
}

type Formatter = (...given: Parameters<typeof json>) => string | Promise<string>;

const FORMATTERS: Readonly<Record<Exclude<CommonOptions['format'], 'pretty'>, Formatter>> = {
  json,
  sarif: async (diagnostics, options) => {
    // It lists every rule there is, which takes its time to load.
    const { RULES } = await import('../rules.js');
    return sarif(diagnostics, { ...options, rules: RULES, version: VERSION });
  },
  github,
  gitlab,
};

/** What goes before the paths of diagnostics; without `./`, which GitLab does not find its files by. */
export function rootOf(content: string): string {
  const folder = `${content.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
  return folder.replace(/^(?:\.\/+)+/, '');
}

/** The lines of a summary, unless a program reads or nobody wants them. */
export function printSummary(lines: readonly string[], { format, quiet }: CommonOptions): void {
  if (format === 'pretty' && !quiet) process.stdout.write(`${lines.join('\n')}\n`);
}

function countOf(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** What was read, in a line. */
export function describeContent({ files, counts }: CheckResult, language: Language): string {
  const { reports, events, duties, shortcomings, tasks } = counts;
  return language === 'zh'
    ? `读取 ${files} 个文件：${reports} 份报告，${events} 项活动，${duties} 项职责，${shortcomings} 个问题，${tasks} 项任务`
    : `Read ${files} files: ${reports} reports, ${events} events, ${duties} duties, ${shortcomings} shortcomings, ${tasks} tasks`;
}

/** How it ended, in a line. */
export function describeEnd(diagnostics: readonly Diagnostic[], milliseconds: number, language: Language): string {
  const seconds = (milliseconds / 1000).toFixed(2);
  const [errors, warnings, hints] = SEVERITIES.map((severity) => countOf(diagnostics, severity));
  if (language === 'en') return `${errors} errors, ${warnings} warnings, ${hints} hints, ${seconds} s`;
  return `${errors} 个错误，${warnings} 条提醒，${hints} 条提示，用时 ${seconds} 秒`;
}
