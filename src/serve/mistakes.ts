/**
 * Mistakes: diagnostics as the panel in the page shows them.
 *
 * In:  the diagnostics of one check, in order of place.
 * Out: errors, then warnings, then hints; in one language, each with its line cut around the words that are meant.
 */
import { resolve } from 'node:path';
import type { CheckResult } from '../build.js';
import { SEVERITIES, type Language, type Severity } from '../diagnostics/diagnostic.js';
import { graphemes } from '../diagnostics/display-width.js';
import { visible } from '../diagnostics/visible.js';
import { linkInEditor, type Editor } from './editor.js';
import type { Mistake, SourceLine } from './live-state.js';

export interface MistakeOptions {
  content: string;
  /** Goes before the files of spans: `content/`. */
  root: string;
  language: Language;
  editor: Editor;
}

/** Nobody reads more at once, and each save sends them again. */
const MAX_MISTAKES = 100;

/** Characters of the source line that are shown: before the mark, in it, after it. */
const BEFORE = 24;
const MARKED = 60;
const AFTER = 24;
/** UTF-16 units on each side of the mark that are looked at: a line may have a million. */
const LOOKED_AT = 400;

export function mistakesOf(
  { diagnostics, lineOf }: Pick<CheckResult, 'diagnostics' | 'lineOf'>,
  { content, root, language, editor }: MistakeOptions,
): Mistake[] {
  const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);
  const first = diagnostics.toSorted((a, b) => rank(a.severity) - rank(b.severity)).slice(0, MAX_MISTAKES);
  return first.map(({ rule, severity, message, at }) => {
    const source = sourceLine(lineOf(at.file, at.line), at);
    const href = linkInEditor(editor, resolve(content, at.file), at);
    return {
      rule,
      severity,
      file: root + at.file,
      line: at.line,
      column: at.column,
      message: message[language],
      ...(source && { source }),
      ...(href !== undefined && { href }),
    };
  });
}

export function countBySeverity(diagnostics: CheckResult['diagnostics']): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity] += 1;
  return counts;
}

type Extent = { line: number; column: number; endLine: number; endColumn: number };

/** A span of several lines is marked to the end of the first, as in the terminal. */
function sourceLine(line: string | undefined, at: Extent): SourceLine | undefined {
  if (line === undefined || line.trim() === '') return undefined;
  const start = Math.min(at.column - 1, line.length);
  const end = at.endLine > at.line ? line.trimEnd().length : Math.min(at.endColumn - 1, line.length);
  const before = graphemes(visible(line.slice(Math.max(0, start - LOOKED_AT), start)).trimStart());
  const marked = graphemes(visible(line.slice(start, Math.min(Math.max(start, end), start + LOOKED_AT))));
  const after = graphemes(visible(line.slice(Math.max(start, end), Math.max(start, end) + LOOKED_AT)).trimEnd());
  return {
    before: before.length > BEFORE ? `…${before.slice(-BEFORE).join('')}` : before.join(''),
    marked: marked.length > MARKED ? `${marked.slice(0, MARKED).join('')}…` : marked.join(''),
    after: after.length > AFTER ? `${after.slice(0, AFTER).join('')}…` : after.join(''),
  };
}
