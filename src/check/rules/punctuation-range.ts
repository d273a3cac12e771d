/** `punctuation/range`: two years that make a period have a dash between them. */
import { spanIn } from '../../model/passage.js';
import { mendIn } from '../mend.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

const YEARS = /(?<![\d.])((?:19|20)\d\d)(-{2,}|－{2,})?((?:19|20)\d\d)(?=年)/g;
/** A plan or a law's period; what is further apart is some other number. */
const LONGEST = 50;

export const punctuationRange = defineWordsRule<{ found: string; isLost: boolean }>({
  id: 'punctuation/range',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '起止年份之间要有连接号。从网页或 PDF 复制时，“2021—2025年”的横线常会丢失，成了“20212025年”。',
    en: 'Two years of a period have a dash between them. Copied from a web page or PDF, 2021—2025年 often loses it.',
  },
  *findInWords(passage) {
    if (!isProse(passage)) return;
    for (const { 0: found, 1: from = '', 2: mark, 3: to = '', index } of passage.text.matchAll(YEARS)) {
      if (Number(from) >= Number(to) || Number(to) - Number(from) > LONGEST) continue;
      const edit = mark === undefined ? undefined : mendIn(passage, index + from.length, mark.length, '—');
      yield {
        at: spanIn(passage, index, found.length),
        found,
        isLost: mark === undefined,
        fix: `${from}—${to}`,
        ...(edit && { edits: [edit] }),
      };
    }
  },
  say: {
    zh: ({ found, fix, isLost }) =>
      isLost
        ? `“${found}”像是两个年份之间丢了连接号，是否应为“${fix}”？`
        : `起止年份之间用一个连接号，请把“${found}”写成“${fix}”。`,
    en: ({ found, fix, isLost }) =>
      isLost
        ? `“${found}” looks like two years that lost the dash between them. Should it be “${fix}”?`
        : `Write “${fix}” with one dash, not “${found}”.`,
  },
});
