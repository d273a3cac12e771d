/** `faithful/title`: titles, topics, laws, causes and labels are made of words of the report. */
import { entriesWithWords, namesOf, notIn, wordsBehind } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulTitle = defineRule({
  id: 'faithful/title',
  severity: 'error',
  about: {
    zh: '标题、主题、法律、原因和数据名称要用报告里的原词，网页不添加报告没有的说法。',
    en: 'Titles, topics, laws, causes and labels use the words of the report, so that no page says what it does not.',
  },
  silence: 'with-reason',
  *find(report) {
    for (const entry of entriesWithWords(report)) {
      const text = wordsBehind(entry, report);
      for (const { value, at } of namesOf(entry)) {
        const missing = notIn(text, value);
        if (missing.length > 0) yield { at, found: value, missing };
      }
    }
  },
  say: {
    zh: ({ found, missing }) =>
      `“${found}”里的“${missing.join('”“')}”在正文里找不到。请改用报告原文里的词，或核对是否写错字。`,
    en: ({ found, missing }) =>
      `“${missing.join('”, “')}” of “${found}” does not stand in the text. Use the report's own words, or check the spelling.`,
  },
});
