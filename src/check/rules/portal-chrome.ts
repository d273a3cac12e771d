/** `portal/chrome`: what a portal's pages have around a text is not part of the report. */
import { spanIn } from '../../model/passage.js';
import { isChromeLine, PORTAL_CHROME } from '../../model/portal-chrome.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

/** Without any of these in it, a text has no chrome. */
const HINTS =
  /打印|关闭|返回|分享|收藏|上一|下一|字体|字号|浏览|阅读|点击|无障碍|关怀|长者|适老|继续访问|扫一扫|位置|即将离开/;

export const portalChrome = defineWordsRule<{ found: string }>({
  id: 'portal/chrome',
  severity: 'error',
  silence: 'with-reason',
  about: {
    zh: '从门户网页复制正文时，容易把“打印本页”“分享到”“您访问的链接即将离开……”这些页面按钮和提示一并带来。它们不是报告的内容。',
    en: 'Text copied from a portal page brings its buttons and notices along (打印本页, 分享到, 您访问的链接即将离开…). They are no part of the report.',
  },
  *findInWords(passage, report) {
    if (!report || !isProse(passage)) return;
    const { text } = passage;
    if (!HINTS.test(text)) return;
    let lineStart = 0;
    for (const line of text.split('\n')) {
      const words = line.trim();
      const start = lineStart + line.indexOf(words);
      if (isChromeLine(words)) yield { at: spanIn(passage, start, words.length), found: words };
      else
        for (const { 0: match, index } of line.matchAll(PORTAL_CHROME)) {
          const found = match.trim();
          yield { at: spanIn(passage, lineStart + index + match.indexOf(found), found.length), found };
        }
      lineStart += line.length + 1;
    }
  },
  say: {
    zh: ({ found }) => `“${found}”是门户网页上的按钮或提示，不是报告的内容，请删去。`,
    en: ({ found }) => `“${found}” is a button or notice of the portal's page, not the report. Remove it.`,
  },
});
