/** `punctuation/dash`: a dash between Chinese words is one line of two cells. */
import { spanIn } from '../../model/passage.js';
import { mendIn } from '../mend.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

const HAN = '[\\p{Script=Han}，、。；：！？“”‘’（）《》]';
const DASH = new RegExp(`(?<=${HAN})(?:-{2,}|－{2,})(?=${HAN})`, 'gu');

export const punctuationDash = defineWordsRule<{ found: string }>({
  id: 'punctuation/dash',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '破折号是“——”，占两格、中间不断开。连打几个短横排出来是断续的。',
    en: 'A dash is “——”, one unbroken line of two cells; a row of hyphens is not.',
  },
  *findInWords(passage) {
    if (!isProse(passage)) return;
    for (const { 0: found, index } of passage.text.matchAll(DASH)) {
      const edit = mendIn(passage, index, found.length, '——');
      yield { at: spanIn(passage, index, found.length), found, fix: '——', ...(edit && { edits: [edit] }) };
    }
  },
  say: {
    zh: ({ found }) => `破折号请写成“——”，不写“${found}”。`,
    en: ({ found }) => `Write the dash as “——”, not “${found}”.`,
  },
});
