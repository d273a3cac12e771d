import type { Span } from '../model/span.js';
import type { Diagnostic, Language } from './diagnostic.js';

export interface JsonOptions {
  language: Language;
  /** Goes before the files of spans, which are relative to it: `content/`. */
  root: string;
}

/** Diagnostics for programs: the one object `{ diagnostics: […] }` of DESIGN.md §6, with a line end. */
export function json(diagnostics: readonly Diagnostic[], options: JsonOptions): string {
  return `${JSON.stringify({ diagnostics: diagnosticData(diagnostics, options) }, null, 2)}\n`;
}

/** Diagnostics as data, for an object that tells more than them. */
export function diagnosticData(diagnostics: readonly Diagnostic[], { language, root }: JsonOptions): object[] {
  const spanOf = (at: Span): Span => ({ ...at, file: root + at.file });
  return diagnostics.map(({ rule, severity, message, at, related, fix, docs }) => ({
    rule,
    severity,
    message: message[language],
    ...spanOf(at),
    ...(related.length === 0
      ? {}
      : { related: related.map((other) => ({ message: other.message[language], span: spanOf(other.at) })) }),
    ...(fix === undefined ? {} : { fix }),
    docs,
  }));
}
