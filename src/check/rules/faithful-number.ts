/** `faithful/number`: a number in a title or place is a number of the report, whole. */
import { spanOf } from '../../model/site.js';
import type { Located } from '../../model/span.js';
import { itemsOf } from '../entries.js';
import { numbersIn, wordsBehind } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulNumber = defineRule({
  id: 'faithful/number',
  severity: 'error',
  *find(report) {
    for (const item of itemsOf(report)) {
      const known = new Set(numbersIn(wordsBehind(item, report)));
      const named = [
        { value: item.title, at: spanOf(item, 'title') },
        ...('place' in item ? [item.place as Located<string>] : []),
      ];
      for (const { value, at } of named) {
        for (const number of numbersIn(value)) if (!known.has(number)) yield { at, found: value, number };
      }
    }
  },
  say: {
    zh: ({ found, number }) => `“${found}”里的数字“${number}”在正文里找不到。请与报告原文核对。`,
    en: ({ found, number }) =>
      `The number “${number}” of “${found}” does not stand in the text. Check it against the report.`,
  },
});
