import { EnvironmentError } from '../diagnostics/environment-error.js';
import type { Report } from '../model/site.js';
import { answerOf, FIELDS, type Answers, type EntryKind, type Field } from './fields.js';

/** What a new file cannot do without and nobody has given. */
export function missingFields(kind: EntryKind, given: Answers, reports: readonly Report[]): Field[] {
  const isGiven = (key: string): boolean => answerOf(given, key) !== undefined;
  return FIELDS[kind].filter(({ key, isRequired }) => {
    if (key === 'report') return !isGiven(key) && reports.length > 1;
    // A section stands either at the top, as one of the parts, or below another.
    if (key === 'part') return !isGiven('part') && !isGiven('section');
    return isRequired && !isGiven(key);
  });
}

/** The refusal of a call from a script; it names all that is missing at once. */
export function missingOptions(kind: string, fields: readonly Pick<Field, 'key' | 'label'>[]): EnvironmentError {
  const named = (key: string, or: string): string =>
    key === 'text'
      ? `--text ${or} --text-file`
      : kind === 'section' && key === 'part'
        ? `--part ${or} --section`
        : `--${key}`;
  const zh = fields.map(({ key, label }) => `  ${named(key, '或')}  ${label.zh}`);
  const en = fields.map(({ key, label }) => `  ${named(key, 'or')}  ${label.en}`);
  return new EnvironmentError({
    zh: `还要写明：\n${zh.join('\n')}\n在终端里运行 fazhi new ${kind}，会逐项询问。`,
    en: `Still to be given:\n${en.join('\n')}\nRun at a terminal, fazhi new ${kind} asks for each.`,
  });
}
