/** `term/unusable`: an entry of `terms.yaml` names a word, and another one to write for it. */
import type { Span } from '../../model/span.js';
import { defineSettingsRule } from '../rule.js';
import { isUsable, LONGEST_TERM } from '../terms.js';

export const termUnusable = defineSettingsRule<{ found: string; problem: 'same' | 'long' | 'repeated' }>({
  id: 'term/unusable',
  severity: 'error',
  about: {
    zh: '用词表的每一条写一个词，和应当改成的另一个词。写成整句、两个词相同或同一个词写了两条，都不起作用。',
    en: 'Every entry of the word list names one word and another one to write for it. A whole sentence, the same word twice, or two entries for one word do nothing.',
  },
  *findInSettings({ terms }) {
    const first = new Map<string, Span>();
    for (const { wrong, right, at } of terms) {
      const other = first.get(wrong);
      if (!isUsable({ wrong, ...(right !== undefined && { right }) })) {
        yield { at, found: wrong, problem: wrong === right ? 'same' : 'long' };
      } else if (other) {
        yield { at, found: wrong, problem: 'repeated', related: [{ message: FIRST, at: other }] };
      } else first.set(wrong, at);
    }
  },
  say: {
    zh: ({ found, problem }) =>
      ({
        same: `“${found}”的 wrong 和 right 相同，这一条不起作用。请在 right 写正确的词；若只想关闭提示，写 severity: off。`,
        long: `wrong 最多 ${LONGEST_TERM} 个字，只写容易写错的那个词，不写整句。`,
        repeated: `“${found}”已经写过一条。请合并成一条。`,
      })[problem],
    en: ({ found, problem }) =>
      ({
        same: `“${found}” is both wrong and right, so the entry does nothing. Write the right word; to hear nothing of it, write severity: off.`,
        long: `“wrong” holds up to ${LONGEST_TERM} characters: the word that is easily wrong, not a sentence.`,
        repeated: `“${found}” has an entry already. Make them one.`,
      })[problem],
  },
});

const FIRST = { zh: '第一条在这里。', en: 'The first entry stands here.' };
