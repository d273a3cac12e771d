/** `punctuation/wide-digit`: digits and Latin letters are half-width. */
import { spanIn } from '../../model/passage.js';
import { mendIn } from '../mend.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

const WIDE = /[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)*％?/g;

export const punctuationWideDigit = defineWordsRule<{ found: string }>({
  id: 'punctuation/wide-digit',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '数字和字母用半角。全角的“２０２２”占位过宽，在页面里搜索“2022”也找不到。',
    en: 'Digits and Latin letters are half-width: full-width ones stand too far apart, and a search for 2022 misses them.',
  },
  *findInWords(passage) {
    if (!isProse(passage) && passage.key !== 'number' && passage.key !== 'index') return;
    for (const { 0: found, index } of passage.text.matchAll(WIDE)) {
      const fix = found.normalize('NFKC');
      const edit = mendIn(passage, index, found.length, fix);
      yield { at: spanIn(passage, index, found.length), found, fix, ...(edit && { edits: [edit] }) };
    }
  },
  say: {
    zh: ({ found, fix }) => `“${found}”是全角的数字或字母，请改成半角“${fix}”。`,
    en: ({ found, fix }) => `“${found}” is full-width. Write half-width digits and letters: “${fix}”.`,
  },
});
