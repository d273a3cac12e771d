/** `faithful/number`: a number in a title, topic or label is a number of the report, whole. */
import { entriesWithWords, namesOf, numbersIn, wordsBehind } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulNumber = defineRule({
  id: 'faithful/number',
  severity: 'error',
  about: {
    zh: '标题、主题和数据名称里的数字要与报告里的一致，差一位就是另一件事。',
    en: "A number in a title, topic or label is one of the report's own, whole: one digit less is another fact.",
  },
  silence: 'with-reason',
  *find(report) {
    for (const entry of entriesWithWords(report)) {
      const named = namesOf(entry).flatMap(({ value, at }) =>
        numbersIn(value).map((number) => ({ value, at, number })),
      );
      if (named.length === 0) continue;
      const known = new Set(numbersIn(wordsBehind(entry, report)));
      for (const { value, at, number } of named) if (!known.has(number)) yield { at, found: value, number };
    }
  },
  say: {
    zh: ({ found, number }) => `“${found}”里的数字“${number}”在正文里找不到。请与报告原文核对。`,
    en: ({ found, number }) =>
      `The number “${number}” of “${found}” does not stand in the text. Check it against the report.`,
  },
});
