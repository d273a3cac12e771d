/**
 * Diagnostics: what the program has to say about content. Data, not exceptions: found, collected, shown together.
 *
 * A rule owns an id, a severity and its words in both languages; a finding is one place where it applies. `diagnose`
 * joins the two, so that no stage can forget a field.
 */
import { byCodeUnit } from '../model/by-code-unit.js';
import type { Span } from '../model/span.js';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Words = Readonly<Record<Language, string>>;

export const SEVERITY_NAMES: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  zh: { error: '错误', warning: '提醒', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
};

export interface Diagnostic {
  rule: string;
  severity: Severity;
  message: Words;
  at: Span;
  /** The second place of a duplicate or contradiction. */
  related: { message: Words; at: Span }[];
  /** What to write instead of the words at `at`, where that can be known. */
  fix?: string;
  /** In the file of `at`. Set only where the change is certain and touches no word: what `check --fix` writes. */
  edits?: readonly Edit[];
  docs: string;
}

/** Puts `text` in the place of what stands at `at`. */
export interface Edit {
  at: Span;
  text: string;
}

/** What a rule found in one place: the place, a mend if there is one, and whatever its sentence quotes. */
export type Finding<Facts extends object = object> = Facts & {
  at: Span;
  /** Where it differs from the rule's own. */
  severity?: Severity | undefined;
  fix?: string | undefined;
  edits?: readonly Edit[] | undefined;
  related?: { message: Words; at: Span }[];
};

export interface Rule<Facts extends object = object> {
  /** `area/name`; once released it keeps its meaning. */
  id: string;
  severity: Severity;
  /** What it asks and why. */
  about?: Words;
  /**
   * Whether `site.yaml` or a comment may silence it. Absent: never, since without it no page can be made, or none that
   * works. What blocks publishing needs a reason.
   */
  silence?: 'allowed' | 'with-reason';
  say: Readonly<Record<Language, (finding: Finding<Facts>) => string>>;
}

/** A rule whose findings come up while files are read or put together; rules of `check` have a `find` besides. */
export function defineRule<Facts extends object = object>(rule: Rule<Facts>): Rule<Facts> {
  return rule;
}

/** The diagnostic for one finding of a rule. */
export function diagnose<Facts extends object>(rule: Rule<Facts>, finding: Finding<Facts>): Diagnostic {
  return {
    rule: rule.id,
    severity: finding.severity ?? rule.severity,
    message: { zh: rule.say.zh(finding), en: rule.say.en(finding) },
    at: finding.at,
    related: finding.related ?? [],
    ...(finding.fix === undefined ? {} : { fix: finding.fix }),
    ...(finding.edits === undefined ? {} : { edits: finding.edits }),
    docs: `docs/diagnostics.md#${rule.id.replace('/', '-')}`,
  };
}

/** By file, line, column; at one place by rule, then words, so that the order never depends on how they were found. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      byCodeUnit(a.at.file, b.at.file) ||
      a.at.line - b.at.line ||
      a.at.column - b.at.column ||
      byCodeUnit(a.rule, b.rule) ||
      byCodeUnit(a.message.zh, b.message.zh),
  );
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Whether diagnostics keep a site from being written; `strict`: warnings do as well. */
export function isRefused(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return hasErrors(diagnostics) || (strict && diagnostics.some((diagnostic) => diagnostic.severity === 'warning'));
}
