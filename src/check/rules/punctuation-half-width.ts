/** `punctuation/half-width`: marks between Chinese characters are full-width. */
import { spanIn } from '../../model/passage.js';
import { mendIn } from '../mend.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

export const punctuationHalfWidth = defineWordsRule<{ found: string; expected: string; count: number }>({
  id: 'punctuation/half-width',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '汉字之间用全角标点，半角的逗号、括号排出来过窄，还会把行断在不该断的地方。页面上已显示成全角，这里请原文也改过来，复制到别处才一致。一段提示一次。',
    en: 'Marks between Chinese characters are full-width: half-width ones are set too tight and break lines in wrong places. Pages show them full-width already; the text is to agree, wherever it is copied to. Said once a paragraph.',
  },
  *findInWords(passage) {
    const [first] = passage.widened;
    if (!first || !isProse(passage)) return;
    const edits = passage.widened.flatMap(({ start, shown }) => mendIn(passage, start, 1, shown) ?? []);
    yield {
      at: spanIn(passage, first.start, 1),
      found: passage.text[first.start] ?? '',
      expected: first.shown,
      count: passage.widened.length,
      fix: first.shown,
      ...(edits.length > 0 && { edits }),
    };
  },
  say: {
    zh: ({ found, expected, count }) =>
      `汉字之间的标点“${found}”是半角，请改成全角“${expected}”。${count > 1 ? `这一段共有 ${count} 处。` : ''}`,
    en: ({ found, expected, count }) =>
      `The mark “${found}” between Chinese characters is half-width. Write “${expected}”.${count > 1 ? ` This paragraph has ${count} of them.` : ''}`,
  },
});
