/** `punctuation/doubled`: one pause has one mark. */
import { spanIn } from '../../model/passage.js';
import { mendIn } from '../mend.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

/** Three full stops in a row are an ellipsis typed wrong. */
const DOUBLED = /(?<!。)(?!。{3})[，、。；：](?:[ \t\u3000]*[，、。；：,;])+|[,;][，、。；：]+/g;
/** Where two marks meet, the stronger one was meant. */
const STRONGEST_FIRST = '。；：，、';

export const punctuationDoubled = defineWordsRule<{ found: string }>({
  id: 'punctuation/doubled',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '一处停顿只用一个标点。“，，”“；。”多半是删改文字时留下的。',
    en: 'One pause has one mark. “，，” or “；。” is mostly what an edit has left behind.',
  },
  *findInWords(passage) {
    if (!isProse(passage)) return;
    for (const { 0: found, index } of passage.text.matchAll(DOUBLED)) {
      const marks = new Set(found.normalize('NFKC').replace(/\s/g, ''));
      const fix = [...STRONGEST_FIRST].find((mark) => found.includes(mark)) ?? found.slice(0, 1);
      // Of two different marks, only the writer knows which to keep.
      const edit = marks.size === 1 ? mendIn(passage, index, found.length, fix) : undefined;
      yield { at: spanIn(passage, index, found.length), found, fix, ...(edit && { edits: [edit] }) };
    }
  },
  say: {
    zh: ({ found, fix }) => `“${found}”标点重复，请只留一个，例如“${fix}”。`,
    en: ({ found, fix }) => `“${found}” is one mark too many. Keep one, such as “${fix}”.`,
  },
});
