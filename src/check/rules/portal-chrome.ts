/** `portal/chrome`: what a portal's pages have around a text is not part of the report. */
import { spanIn } from '../../model/passage.js';
import { isProse } from '../prose.js';
import { defineWordsRule } from '../rule.js';

/** Words of buttons and links; a line of nothing else, one of them from the first list, is chrome. */
const BUTTONS =
  /^(?:打印本页|打印此页|关闭窗口|关闭本页|关闭此页|返回顶部|返回列表|返回首页|分享到|收藏本页|上一篇|下一篇|上一条|下一条|字体大小|字号|浏览次数|阅读次数|点击次数|浏览量|无障碍浏览|无障碍阅读|无障碍|关怀版|长者模式|长者助手|适老化|继续访问|扫一扫在手机(?:上)?打开(?:当前页|本页)?|当前位置|您(?:现在|当前)?的位置)$/;
const COMPANIONS =
  /^(?:大|中|小|大中小|打印|关闭|收藏|分享|放弃|首页|微信|微博|新浪微博|QQ空间|繁体|简体|次|[\d-]+次?)$/;
const BETWEEN = /[\s\u3000|｜/:：·>＞【】[\]（）()“”，。]+/;

/** Forms that no report has, wherever they stand in a line. */
const FORMS =
  /您访问的链接即将离开[^\n。]{0,60}(?:是否继续[?？]?|网站)|^[ \t\u3000]*(?:当前位置|您(?:现在|当前)?(?:所在)?的位置)[ \t\u3000]*[：:>][^\n]{0,80}|^[ \t\u3000]*(?:上一篇|下一篇|上一条|下一条)[ \t\u3000]*[：:][^\n]{0,80}|(?:浏览|阅读|点击)(?:次数|数|量)[ \t\u3000]*[：:][ \t\u3000]*[\d-]*[ \t\u3000]*次?|(?:字体大小|字体|字号)[ \t\u3000]*[：:][ \t\u3000]*[【[]?[ \t\u3000]*[大A][ \t\u3000]*[】\]]?[ \t\u3000]*[【[]?[ \t\u3000]*[中A]?[ \t\u3000]*[】\]]?[ \t\u3000]*[【[]?[ \t\u3000]*[小A]?[ \t\u3000]*[】\]]?|扫一扫在?手机(?:上)?打开(?:当前页|本页)|^[ \t\u3000]*分享到[ \t\u3000]*[：:][^\n]{0,40}/gm;

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
      if (isChrome(words)) yield { at: spanIn(passage, start, words.length), found: words };
      else
        for (const { 0: match, index } of line.matchAll(FORMS)) {
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

function isChrome(line: string): boolean {
  if (line === '' || line.length > 80) return false;
  const words = line.split(BETWEEN).filter((word) => word !== '');
  return words.some((word) => BUTTONS.test(word)) && words.every((word) => BUTTONS.test(word) || COMPANIONS.test(word));
}
