/** `title/ordinal`: a section's title has no number of its own, since the pages number it. */
import { spanIn } from '../../model/passage.js';
import { ordinalAt } from '../ordinals.js';
import { defineRule } from '../rule.js';

export const titleOrdinal = defineRule<{ found: string; shown: string }>({
  id: 'title/ordinal',
  severity: 'error',
  silence: 'allowed',
  about: {
    zh: '章节的序号由程序按次序编排，标题里再写一遍，页面上就有两个序号。次序由文件名前面的数字决定。',
    en: 'Sections are numbered by their order; a number in the title would be shown beside it. The order is that of the numbers in front of the file names.',
  },
  *find(report) {
    for (const section of report.sections) {
      const title = section.values.find((passage) => passage.key === 'title');
      const ordinal = title && ordinalAt(title.text, 0);
      if (!title || !ordinal) continue;
      const [found = ''] = /^[、．.，\s\u3000]*/.exec(title.text.slice(ordinal.words.length)) ?? [];
      const words = ordinal.words + found;
      const rest = title.text.slice(words.length);
      yield {
        at: spanIn(title, 0, words.length),
        found: words.trimEnd(),
        shown: section.number,
        fix: rest,
      };
    }
  },
  say: {
    zh: ({ found, shown, fix = '' }) =>
      `标题自带序号“${found}”，页面上会显示成“${shown}${found}${shorten(fix)}”。序号由程序编排，请从标题里删去；次序由文件名前面的数字决定。`,
    en: ({ found, shown, fix = '' }) =>
      `The title brings its own number, so the page would show “${shown}${found}${shorten(fix)}”. Remove “${found}”; the order is that of the numbers in front of the file names.`,
  },
});

function shorten(words: string): string {
  return words.length > 8 ? `${words.slice(0, 6)}…` : words;
}
