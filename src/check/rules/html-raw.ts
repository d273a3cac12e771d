/** `html/raw`: a text holds no HTML tags: no page shows them, and words could vanish with them. */
import { bodiesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const htmlRaw = defineRule({
  id: 'html/raw',
  severity: 'error',
  about: {
    zh: '正文里不写 HTML 标签：网页不显示它们，夹在标签里的字可能一起消失；多半是从网页粘贴来的。',
    en: 'A text holds no HTML tags: pages do not show them, and words may vanish with them. They mostly come from a web page by pasting.',
  },
  *find(report) {
    for (const { value, at } of bodiesOf(report).flatMap((body) => body.rawHtml)) yield { at, found: value };
  },
  say: {
    zh: ({ found }) =>
      `正文里不能写 HTML 标签“${found}”。请删去标签、保留文字；若尖括号本身就是正文，请改用“〈〉”或写成“\\<”。`,
    en: ({ found }) =>
      `A text holds no HTML tags such as “${found}”. Remove the tag and keep the words; to show a “<”, write “\\<”.`,
  },
});
