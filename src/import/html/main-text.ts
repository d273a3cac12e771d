/**
 * The main text of a page: the smallest element that holds its prose.
 *
 * In:  a page's tree.
 * Out: the element. What it leaves out is the page's frame: menus, links, footers.
 */
import { elementsIn, wordsOf, type Element } from './tree.js';

/** The share of the page’s words that its main text holds at least; what it leaves out must be no prose besides. */
const SHARE = 0.5;
/** What portals call the element that holds an article. */
const HOLDER =
  /(?:^|[\s_-])(?:zoom|trs_editor|ucap-content|article-?con(?:tent)?|content-?text|pages_content|news_content|con_text)(?:$|[\s_-])/iu;
/** Words of a page's foot, in sentences or not. */
const FOOT = /主办|承办|备案|版权|Copyright|技术支持|标识码|ICP|浏览器|分辨率|公网安备|访问的链接|联系我们|网站地图/iu;

export function mainText(root: Element): Element {
  const own = [...elementsIn(root)].find(({ attributes }) => attributes['id'] === 'full-text');
  if (own) return own;
  const whole = root.weight;
  for (const element of elementsIn(root)) {
    const { id = '', class: classes = '' } = element.attributes;
    if (HOLDER.test(`${id} ${classes}`) && element.weight >= whole * SHARE && leavesNoProse(element, root))
      return element;
  }
  let main = root;
  for (let next = heaviest(main); next; next = heaviest(main)) {
    if (next.weight < whole * SHARE || !leavesNoProse(next, main)) break;
    main = next;
  }
  // Paragraphs side by side are the text; a single one is not.
  return isBlockOfText(main) && main.above ? main.above : main;
}

function heaviest({ children }: Element): Element | undefined {
  let found: Element | undefined;
  for (const child of children) if (typeof child === 'object' && child.weight > (found?.weight ?? 0)) found = child;
  return found;
}

/** Whether nothing between an element and one above it is a sentence of a report, or its signature. */
function leavesNoProse(element: Element, within: Element): boolean {
  for (let inner = element; inner !== within && inner.above; inner = inner.above) {
    const beside = inner.above.children.filter((child) => child !== inner);
    if (beside.some((child) => isProse(typeof child === 'string' ? child : child.weight === 0 ? '' : wordsOf(child))))
      return false;
  }
  return true;
}

function isProse(words: string): boolean {
  if (words.length < 8 || FOOT.test(words)) return false;
  return (
    /[\p{Script=Han}，、]{12,}[。；]/u.test(words) ||
    /(?:政府|办事处|委员会|党委)\s*(?:[12]\d{3}|二〇)[\d\p{Script=Han}]*年.{1,3}月.{1,3}日/u.test(words)
  );
}

function isBlockOfText({ name }: Element): boolean {
  return ['p', 'span', 'b', 'strong', 'font', 'li', 'td', 'h1', 'h2', 'h3'].includes(name) && name !== 'td';
}
