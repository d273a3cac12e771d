/** `punctuation/pairs`: quotation marks, book title marks and brackets come in pairs, and quotation marks are curved. */
import type { Passage } from '../../model/passage.js';
import { spanIn } from '../../model/passage.js';
import type { Finding } from '../../diagnostics/diagnostic.js';
import { mendIn } from '../mend.js';
import { lonelyMarks, type LonelyMark } from '../pairs.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

interface Facts {
  found: string;
  other: string;
  problem: LonelyMark['problem'] | 'straight';
}

/** Straight quotation marks around words in Chinese. */
const STRAIGHT = /"([^"\n]{0,200}\p{Script=Han}[^"\n]{0,200})"|(?<=\p{Script=Han})"(?=\p{Script=Han})/gu;

export const punctuationPairs = defineWordsRule<Facts>({
  id: 'punctuation/pairs',
  severity: 'error',
  silence: 'allowed',
  about: {
    zh: '引号、书名号、括号要成对，左右不能写反。少了一半，读者看不出引到哪里为止，书名也会认错。',
    en: 'Quotation marks, book title marks and brackets come in pairs, left before right: with one half lost, nobody can tell where the words end.',
  },
  *findInWords(passage) {
    if (!isProse(passage)) return;
    for (const { start, mark, other, problem } of lonelyMarks(passage.text))
      yield { at: spanIn(passage, start, 1), found: mark, other, problem };
    yield* straightQuotes(passage);
  },
  say: {
    zh: ({ found, other, problem }) =>
      ({
        unclosed: `这个 ${found} 后面没有与它成对的 ${other} 。请补上，或删去多余的一个。`,
        unopened: `这个 ${found} 前面没有与它成对的 ${other} 。请补上，或删去多余的一个。`,
        swapped: `引号左右写反了：这里应为 ${other} ，后面一个应为 ${found} 。`,
        same: `这里应为 ${other} ，写成了 ${found} 。`,
        straight: `汉字的引号请用 “ ” ，不用直引号 ${found} 。`,
      })[problem],
    en: ({ found, other, problem }) =>
      ({
        unclosed: `No ${other} closes this ${found} . Add it, or remove the one too many.`,
        unopened: `No ${other} opens what this ${found} closes. Add it, or remove the one too many.`,
        swapped: `The quotation marks are exchanged: write ${other} here and ${found} behind.`,
        same: `This is to be ${other} , not ${found} .`,
        straight: `Quote Chinese words with “ and ”, not with the straight mark ${found}.`,
      })[problem],
  },
});

function* straightQuotes(passage: Passage): Iterable<Finding<Facts>> {
  for (const { 0: found, 1: words, index } of passage.text.matchAll(STRAIGHT)) {
    const at = spanIn(passage, index, found.length);
    if (words === undefined) {
      yield { at, found: '"', other: '', problem: 'straight' };
      continue;
    }
    const edits = [mendIn(passage, index, 1, '“'), mendIn(passage, index + found.length - 1, 1, '”')];
    const isCertain = edits.every((edit) => edit !== undefined);
    // All is there that a reader needs; only its form is wrong.
    yield {
      at,
      severity: 'warning',
      found: '"',
      other: '',
      problem: 'straight',
      fix: `“${words}”`,
      ...(isCertain && { edits }),
    };
  }
}
