/** What a portal's pages have around a text: buttons, counters, notices. */

/** Words of buttons and links; a line of nothing else, one of them from the first list, is chrome. */
const BUTTONS =
  /^(?:打印本页|打印此页|关闭窗口|关闭本页|关闭此页|返回顶部|返回列表|返回首页|分享到|收藏本页|上一篇|下一篇|上一条|下一条|字体大小|字号|浏览次数|阅读次数|点击次数|浏览量|无障碍浏览|无障碍阅读|无障碍|关怀版|长者模式|长者助手|适老化|继续访问|扫一扫在手机(?:上)?打开(?:当前页|本页)?|当前位置|您(?:现在|当前)?的位置)$/;
const COMPANIONS =
  /^(?:大|中|小|大中小|打印|关闭|收藏|分享|放弃|首页|微信|微博|新浪微博|QQ空间|繁体|简体|次|[\d-]+次?)$/;
const BETWEEN = /[\s\u3000|｜/:：·>＞【】[\]（）()“”，。]+/;

/** Forms that no report has, wherever they stand in a line. */
export const PORTAL_CHROME =
  /您访问的链接即将离开[^\n。]{0,60}(?:是否继续[?？]?|网站)|^[ \t\u3000]*(?:当前位置|您(?:现在|当前)?(?:所在)?的位置)[ \t\u3000]*[：:>][^\n]{0,80}|^[ \t\u3000]*(?:上一篇|下一篇|上一条|下一条)[ \t\u3000]*[：:][^\n]{0,80}|(?:浏览|阅读|点击)(?:次数|数|量)[ \t\u3000]*[：:][ \t\u3000]*[\d-]*[ \t\u3000]*次?|(?:字体大小|字体|字号)[ \t\u3000]*[：:][ \t\u3000]*[【[]?[ \t\u3000]*[大A][ \t\u3000]*[】\]]?[ \t\u3000]*[【[]?[ \t\u3000]*[中A]?[ \t\u3000]*[】\]]?[ \t\u3000]*[【[]?[ \t\u3000]*[小A]?[ \t\u3000]*[】\]]?|扫一扫在?手机(?:上)?打开(?:当前页|本页)|^[ \t\u3000]*分享到[ \t\u3000]*[：:][^\n]{0,40}/gm;

/** Whether a line is nothing but buttons. */
export function isChromeLine(line: string): boolean {
  if (line === '' || line.length > 80) return false;
  const words = line.split(BETWEEN).filter((word) => word !== '');
  return words.some((word) => BUTTONS.test(word)) && words.every((word) => BUTTONS.test(word) || COMPANIONS.test(word));
}
