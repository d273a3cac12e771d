/**
 * New: a report that follows last year's.
 *
 * In:  the content folder, the year or folder of the new report, the words that the clerk already has.
 * Out: `report.md` and the four statutory parts under last year's headings, years moved on; offices and keywords; what
 *      last year left open (`carry-over.ts`); and what `check` says because of them.
 *
 * A paragraph that nobody has given stays unwritten: its file holds a remark, and `check` says `text/empty` until there
 * are words. Last year's paragraphs are not taken along, since they would be claims about a year they were not written
 * of; nor is a date of publication.
 */
import { check } from '../build.js';
import type { Diagnostic, Language } from '../diagnostics/diagnostic.js';
import { EnvironmentError } from '../diagnostics/environment-error.js';
import { isFilePath } from '../model/paths.js';
import type { Site } from '../model/site.js';
import type { Asker } from './ask.js';
import { openEntries } from './carry-over.js';
import { answerOf, REPORT_FIELDS, type Answers, type Field } from './fields.js';
import { findReport } from './find-report.js';
import { onePerParagraph } from './interview.js';
import { missingOptions } from './missing.js';
import { moveYears } from './move-years.js';
import { unaskedOf, untilSound, type NewOptions } from './new-entry.js';
import { reportFiles, type Plan } from './report-files.js';
import { tryOut, type NewFile, type Trial } from './trial.js';

/** A text that is still to be written: the one mistake that a new report may have. */
export function isUnwritten({ rule, at }: Diagnostic, files: readonly NewFile[]): boolean {
  return rule === 'text/empty' && files.some(({ path }) => path === at.file);
}

/** Errors: `EnvironmentError` for a call that lacks something or names no report; `Cancelled` from the terminal. */
export async function newReport(words: string | undefined, options: NewOptions): Promise<Trial> {
  const { content, given, asker, language } = options;
  const before = check(content);
  const named = words ?? (await askForYear(before.site, options));
  const plan = planFor(before.site, named, answerOf(given, 'from'));
  if (before.site.reports.some(({ path }) => path === plan.path))
    throw new EnvironmentError({
      zh: `已有报告“${plan.path}”，没有改动它。往里面添内容，请用 fazhi new event 等命令。`,
      en: `There is a report “${plan.path}” already; it was left as it is. To add to it, use fazhi new event and the like.`,
    });
  const known = withDefaults(given, plan);
  const missing = REPORT_FIELDS.filter(
    ({ key }) => (key === 'title' || key === 'organ') && answerOf(known, key) === undefined,
  );
  if (!asker && missing.length > 0) throw missingOptions('report', missing);
  const tryAnswers = (answers: Answers): Trial => tryOut(content, before, reportFiles(answers, plan, before.lineOf));
  if (!asker || REPORT_FIELDS.every(({ key, form }) => form === 'unasked' || given[key] !== undefined))
    return tryAnswers(known);

  return untilSound(
    options,
    async (earlier) => {
      const fixed = earlier ? unaskedOf(REPORT_FIELDS, earlier) : given;
      const answers = await interview(asker, fixed, earlier ?? known, plan, language);
      return { answers, trial: tryAnswers(answers) };
    },
    isUnwritten,
  );
}

async function askForYear(site: Site, { asker, language }: NewOptions): Promise<string> {
  const label = { zh: '哪一年的报告（或文件夹，如 junchuan/2023）', en: 'year of the report, or its folder' };
  if (!asker)
    throw new EnvironmentError({
      zh: '还要写明是哪一年的报告，例如 fazhi new report 2023。',
      en: 'Say which year the report is on, such as fazhi new report 2023.',
    });
  const latest = site.reports.at(-1);
  const initial = latest ? [latest.town, latest.year + 1].filter((one) => one !== '').join('/') : '';
  return asker.line({ label: label[language], initial, isRequired: true });
}

/** Where the new report goes and what it follows: the town's latest before it, unless `from` names another. */
function planFor(site: Site, words: string, fromWords: string | undefined): Plan {
  const named = words.trim().replaceAll('\\', '/').replace(/\/+$/, '').replace(/年$/, '');
  const year = Number(/(?:^|\/)([12]\d{3})$/.exec(named)?.[1]);
  if (!isFilePath(named) || Number.isNaN(year))
    throw new EnvironmentError({
      zh: `“${words}”不是报告的年度。请写四位年份，例如 fazhi new report 2023，或带文件夹：junchuan/2023。`,
      en: `“${words}” is not the year of a report. Write four digits, such as fazhi new report 2023, or a folder: junchuan/2023.`,
    });
  const given = fromWords === undefined ? undefined : findReport(site, fromWords, '--from');
  if (given && given.year >= year)
    throw new EnvironmentError({
      zh: `${year} 年度的报告不能接着 ${given.year} 年度的写。请核对 --from。`,
      en: `The report on ${year} cannot follow that on ${given.year}. Check --from.`,
    });
  const folder = named.slice(0, Math.max(0, named.lastIndexOf('/')));
  const towns = [...new Set(site.reports.map(({ town }) => town))];
  const [onlyTown = ''] = towns;
  if (folder === '' && !given && towns.length > 1 && !towns.includes(''))
    throw new EnvironmentError({
      zh: `内容里有几个镇的报告，请写明是哪一个：${towns.map((town) => `${town}/${year}`).join('、')}。`,
      en: `There are reports of several towns. Say which: ${towns.map((town) => `${town}/${year}`).join(', ')}.`,
    });
  const town = folder !== '' ? folder : given ? given.town : towns.length === 1 ? onlyTown : '';
  const from =
    given ?? site.reports.findLast((report) => report.town === town && report.year < year && report.year > 0);
  return { path: town === '' ? String(year) : `${town}/${year}`, year, from };
}

function withDefaults(given: Answers, { from, year }: Plan): Answers {
  if (!from) return given;
  return { title: [moveYears(from.title, from.year, year)], organ: [from.organ], ...given };
}

async function interview(
  asker: Asker,
  given: Answers,
  initial: Answers,
  plan: Plan,
  language: Language,
): Promise<Answers> {
  let answers = given;
  for (const field of REPORT_FIELDS) {
    if (field.form === 'unasked' || given[field.key] !== undefined) continue;
    // oxlint-disable-next-line eslint/no-await-in-loop
    const words = await ask(asker, field, initial, plan, language);
    if (words) answers = { ...answers, [field.key]: words };
  }
  return answers;
}

async function ask(asker: Asker, { key, form, label }: Field, initial: Answers, { from }: Plan, language: Language) {
  const text = { label: label[language], initial: answerOf(initial, key) ?? '', isRequired: form === 'line' };
  if (form === 'line') return [await asker.line(text)];
  if (form === 'prose')
    return [onePerParagraph(await asker.prose({ ...text, initial: text.initial.replaceAll('\n\n', '\n') }))];
  const open = from ? openEntries(from) : [];
  if (open.length === 0) return undefined;
  const choices = open.map(({ id, kind, title }) => ({
    value: id,
    label: `${{ shortcoming: { zh: '问题', en: 'shortcoming' }, task: { zh: '任务', en: 'task' } }[kind][language]}：${title}`,
  }));
  const chosen = initial[key] ?? [];
  return asker.chooseMany(label[language], choices, chosen.includes('all') ? open.map(({ id }) => id) : chosen);
}
