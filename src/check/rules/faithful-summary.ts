/** `faithful/summary`: the numbers of a summary are numbers of the report. */
import { spanOf } from '../../model/site.js';
import { numbersIn } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulSummary = defineRule({
  id: 'faithful/summary',
  severity: 'error',
  silence: 'with-reason',
  *find(report) {
    if (report.summary === undefined || !report.isWhole) return;
    const whole = [report.lead.text, ...report.sections.flatMap((section) => [section.title, section.text])].join('\n');
    const known = new Set([String(report.year), ...numbersIn(whole)]);
    for (const number of numbersIn(report.summary))
      if (!known.has(number)) yield { at: spanOf(report, 'summary'), number };
  },
  say: {
    zh: ({ number }) => `摘要里的数字“${number}”在报告里找不到。请与报告原文核对。`,
    en: ({ number }) => `The summary's number “${number}” does not stand in the report. Check it against the text.`,
  },
});
