/** `faithful/date`: the text names the date of an entry, exactly as exact. */
import type { DateSpan } from '../../model/site.js';
import { entriesWithWords } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulDate = defineRule({
  id: 'faithful/date',
  severity: 'error',
  about: {
    zh: '条目的日期要在正文里找得到，写得一样准确：正文写“6月初”，网页就不能说成6月1日。',
    en: 'The date of an entry stands in its text, exactly as exact: where the text says 6月初, no page may say 1 June.',
  },
  silence: 'with-reason',
  *find(report) {
    if (report.year === 0) return;
    for (const entry of entriesWithWords(report)) {
      const section =
        entry.kind === 'section' ? undefined : report.sections.find((one) => one.id === entry.section.target?.id);
      const named = [...entry.body.dates, ...(section?.body.dates ?? [])];
      for (const date of [entry.date, entry.kind === 'duty' || entry.kind === 'task' ? entry.due : undefined]) {
        const isOutside = date && (date.value.end < `${report.year}` || date.value.start > `${report.year}-12-31`);
        // A day of another year has a mistake of its own, except where something is due later.
        if (
          !date ||
          date.value.start === '' ||
          (isOutside && date === entry.date) ||
          named.some((one) => isSame(one, date.value))
        )
          continue;
        const near =
          named.find((one) => one.start <= date.value.end && one.end >= date.value.start) ?? entry.body.dates[0];
        yield { at: date.at, found: date.value.text, fix: near?.text };
      }
    }
  },
  say: {
    zh: ({ found, fix }) =>
      `正文里没有日期“${found}”。` + (fix ? `正文写的是“${fix}”，请照原文写，不多写也不少写。` : '请与报告原文核对。'),
    en: ({ found, fix }) =>
      `The text does not name the date “${found}”. ` +
      (fix ? `It says “${fix}”: write that, no more and no less exact.` : 'Check it against the report.'),
  },
});

function isSame(a: DateSpan, b: DateSpan): boolean {
  return a.start === b.start && a.end === b.end && a.precision === b.precision;
}
