import type { Diagnostic, Severity } from './diagnostic.js';
import { fingerprintsOf } from './fingerprint.js';
import type { JsonOptions } from './json.js';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

/** Diagnostics as a Code Quality report of GitLab: one list, with a line end. */
export function gitlab(diagnostics: readonly Diagnostic[], { language, root }: JsonOptions): string {
  const fingerprints = fingerprintsOf(diagnostics);
  const shown = diagnostics.map(({ rule, severity, message, at }, index) => ({
    description: message[language],
    check_name: rule,
    fingerprint: fingerprints[index],
    severity: SEVERITY[severity],
    location: {
      path: root + at.file,
      positions: { begin: { line: at.line, column: at.column }, end: { line: at.endLine, column: at.endColumn } },
    },
  }));
  return `${JSON.stringify(shown, null, 2)}\n`;
}
