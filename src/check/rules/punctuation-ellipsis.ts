/** `punctuation/ellipsis`: an ellipsis is six dots, two characters wide. */
import { spanIn } from '../../model/passage.js';
import { mendIn } from '../mend.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

const ELLIPSIS = /(?<=[\p{Script=Han}，、。；：！？”’）》])(?:\.{3,}|．{3,})(?![\w/.．])|。{3,}|…+/gu;

export const punctuationEllipsis = defineWordsRule<{ found: string }>({
  id: 'punctuation/ellipsis',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '省略号是“……”，六个点占两格。三个点、三个句号排出来高低不一，还会在行末断开。',
    en: 'An ellipsis is “……”, six dots on two cells. Three dots or full stops are set unevenly and break at line ends.',
  },
  *findInWords(passage) {
    if (!isProse(passage)) return;
    for (const { 0: found, index } of passage.text.matchAll(ELLIPSIS)) {
      if (/^…+$/.test(found) && found.length % 2 === 0) continue;
      const edit = mendIn(passage, index, found.length, '……');
      yield { at: spanIn(passage, index, found.length), found, fix: '……', ...(edit && { edits: [edit] }) };
    }
  },
  say: {
    zh: ({ found }) => `省略号请写成“……”，不写“${found}”。`,
    en: ({ found }) => `Write the ellipsis as “……”, not “${found}”.`,
  },
});
