/** `faithful/summary`: the numbers of a summary are numbers of the report, of the same things: 15起 is not 4月15日. */
import { folded } from '../../model/folded.js';
import { spanOf } from '../../model/site.js';
import { defineRule } from '../rule.js';

export const faithfulSummary = defineRule({
  id: 'faithful/summary',
  severity: 'error',
  about: {
    zh: '摘要里的数字要是报告里的原数：摘要会出现在网页标签和检索结果里，最容易在改稿后忘记更新。',
    en: 'The numbers of a summary are those of the report: it goes into page tags and search results, and is the first thing forgotten when the text changes.',
  },
  silence: 'with-reason',
  *find(report) {
    if (report.summary === undefined || !report.isWhole) return;
    const whole = [report.lead.text, ...report.sections.flatMap((section) => [section.title, section.text])].join('\n');
    const known = new Set([`${report.year}年`, ...countsIn(whole)]);
    for (const number of countsIn(report.summary))
      if (!known.has(number)) yield { at: spanOf(report, 'summary'), number };
  },
  say: {
    zh: ({ number }) => `摘要里的“${number}”在报告里找不到。请与报告原文核对。`,
    en: ({ number }) => `The summary's “${number}” does not stand in the report. Check it against the text.`,
  },
});

/** Numbers in digits, each with the word that it counts by, as far as one character tells: `12起`, `8000余`. */
function countsIn(words: string): string[] {
  return folded(words).match(/\d+(?:\.\d+)?[\p{Script=Han}%‰]?/gu) ?? [];
}
