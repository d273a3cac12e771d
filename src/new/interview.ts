/** Asks, one after the other, for what nobody has given. */
import { readDate } from '../build.js';
import type { Language } from '../diagnostics/diagnostic.js';
import type { Report, Site } from '../model/site.js';
import { itemsOf } from '../model/entries.js';
import type { Asker } from './ask.js';
import { choicesOf, entryChoices, officeChoices, sectionChoices, wordsFor } from './choices.js';
import { idProblem, suggestedId } from './entry-file.js';
import { answerOf, FIELDS, type Answers, type EntryKind, type Field } from './fields.js';

export interface Interview {
  kind: EntryKind;
  site: Site;
  report: Report;
  language: Language;
  given: Answers;
  /** Of an earlier round whose file `check` refused: what each question begins with. */
  earlier: Answers;
}

export async function interview(asker: Asker, { given, ...about }: Interview): Promise<Answers> {
  let answers: Answers = given;
  for (const field of FIELDS[about.kind]) {
    if (given[field.key] !== undefined || field.form === 'unasked' || field.form === 'report') continue;
    // One question has to wait for the answer before.
    // oxlint-disable-next-line eslint/no-await-in-loop
    const words = await ask(asker, field, { ...about, given: answers });
    if (words !== undefined) answers = { ...answers, [field.key]: words.filter((one) => one !== '') };
  }
  return answers;
}

/** `undefined` where there is nothing to ask. */
async function ask(asker: Asker, field: Field, about: Interview): Promise<string[] | undefined> {
  const { kind, site, report, language, given, earlier } = about;
  const { key, form, isRequired } = field;
  const label = field.label[language];
  const initial = answerOf(earlier, key);
  const text = { label, isRequired, initial: initial ?? '' };
  const many = async (choices: { value: string; label: string }[]): Promise<string[] | undefined> =>
    choices.length === 0 ? undefined : asker.chooseMany(label, choices, earlier[key] ?? []);
  switch (form) {
    case 'line':
      return [await asker.line(text)];
    case 'date':
      return [await asker.line({ ...text, objectTo: (words) => dateObjection(words, report.year, language) })];
    case 'prose':
      return [onePerParagraph(await asker.prose({ ...text, initial: text.initial.replaceAll('\n\n', '\n') }))];
    case 'choice':
      return [await asker.choose(label, choicesOf(key, language), initial)];
    case 'part':
      if (answerOf(given, 'section') !== undefined) return undefined;
      return [await asker.choose(label, choicesOf(key, language), initial)];
    case 'section':
      return [
        await asker.choose(label, sectionsToChoose(kind, report, language), initial ?? usualSection(kind, report)),
      ];
    case 'offices': {
      const section = report.sections.find((one) => one.id === answerOf(given, 'section'));
      return many(officeChoices(site.offices, wordsFor(answerOf(given, 'text') ?? '', section)));
    }
    case 'entries':
      return many(entryChoices(key, report));
    case 'id':
      return [
        await asker.line({
          label,
          isRequired: true,
          initial: initial ?? suggestedId(kind, given, report),
          objectTo: (words) => idProblem(kind, words, given, report)?.[language],
        }),
      ];
    case 'report':
    case 'unasked':
      return undefined;
  }
}

/** Every line typed at the terminal is a paragraph: nobody types a blank line between. */
export function onePerParagraph(words: string): string {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n');
}

function sectionsToChoose(kind: EntryKind, report: Report, language: Language) {
  const top = { value: '', label: language === 'zh' ? '没有上级：本身是报告的一个部分' : 'none: a part of the report' };
  return [...(kind === 'section' ? [top] : []), ...sectionChoices(report)];
}

/** Where the last of the kind stands. */
function usualSection(kind: EntryKind, report: Report): string | undefined {
  return itemsOf(report).findLast((item) => item.kind === kind)?.section.target?.id;
}

function dateObjection(words: string, year: number, language: Language): string | undefined {
  if ('date' in readDate(words, year)) return undefined;
  return {
    zh: '看不懂这个日期。请写成 6月26日、6月初、年初 或 2022-06-26 这样的形式。',
    en: 'Cannot read this date. Write it like 6月26日, 6月初, 年初 or 2022-06-26.',
  }[language];
}
