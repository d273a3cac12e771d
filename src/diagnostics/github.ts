/**
 * Diagnostics as workflow commands of GitHub and Gitea, which show them beside the changed lines.
 *
 * In:  diagnostics, in the order to show them.
 * Out: a line for each, with its end: `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`. Nothing for
 *      none.
 */
import type { Diagnostic, Severity } from './diagnostic.js';
import type { JsonOptions } from './json.js';

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

export function github(diagnostics: readonly Diagnostic[], { language, root }: JsonOptions): string {
  const lines = diagnostics.map(({ rule, severity, message, at, related }) => {
    const places = { file: root + at.file, line: at.line, endLine: at.endLine };
    // The runner drops the columns of a place that spans lines, and says so in its log.
    const columns = at.line === at.endLine ? { col: at.column, endColumn: at.endColumn } : {};
    const properties = Object.entries({ ...places, ...columns, title: rule })
      .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      .join(',');
    const others = related.map(
      (other) => `${root}${other.at.file}:${other.at.line}:${other.at.column} ${other.message[language]}`,
    );
    return `::${COMMAND[severity]} ${properties}::${escapeMessage([message[language], ...others].join('\n'))}\n`;
  });
  return lines.join('');
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
