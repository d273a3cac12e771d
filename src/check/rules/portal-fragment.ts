/** `portal/fragment`: the portal's own HTML fetches nothing from elsewhere and runs no code in the page. */
import { FRAGMENT_PLACES } from '../../model/site.js';
import type { Span } from '../../model/span.js';
import { fragmentFaults, type FragmentFault } from '../fragment-faults.js';
import { defineSettingsRule } from '../rule.js';

export const portalFragment = defineSettingsRule<{ found: string; fault: FragmentFault }>({
  id: 'portal/fragment',
  severity: 'error',
  about: {
    zh: '门户的页头、页脚（portal/header.html、portal/footer.html）原样放进每一页：不能向别处请求，不能在页内写脚本和样式，资源地址写成以 / 开头，标签要成对。',
    en: "The portal's header and footer (portal/header.html, portal/footer.html) are placed in every page as they are: they fetch nothing from elsewhere, have no code or style in the page, name files from the root, and close what they open.",
  },
  *findInSettings({ portal }) {
    for (const place of FRAGMENT_PLACES) {
      const fragment = portal.fragments[place];
      if (!fragment) continue;
      for (const { fault, found, start, end } of fragmentFaults(fragment.value))
        yield { at: spanOf(fragment.at.file, fragment.value, start, end), found, fault };
    }
  },
  say: {
    zh: ({ found, fault }) => ZH[fault](found),
    en: ({ found, fault }) => EN[fault](found),
  },
});

const ZH: Readonly<Record<FragmentFault, (found: string) => string>> = {
  code: (found) =>
    `“${found}”是写在页内的脚本，页面的安全策略不允许。请移到门户自己的 .js 文件，用 <script src="/…"> 引用，或删去。`,
  outside: (found) => `“${found}”会向别处请求，页面不能这样做。请换成门户自己的文件，地址以 / 开头。`,
  relative: (found) => `“${found}”在不同页面指向不同的地方。请写成以 / 开头的地址，例如 /images/logo.png。`,
  embedded: (found) =>
    `“${found}”是嵌在页内的文件，页面的安全策略不允许。请存为门户自己的文件，地址以 / 开头，例如 /images/logo.png。`,
  forbidden: (found) => `页头、页脚里不能有 ${found}。请只留文字、链接、图片和普通的块。`,
  style: (found) =>
    `页内的样式“${found}”不起作用，页面的安全策略不允许。请写进门户自己的 .css 文件，用 <link rel="stylesheet" href="/…"> 引用。`,
  unclosed: (found) => `${found} 没有结束标签，后面的页面会被它包进去。请补上结束标签。`,
  unopened: (found) => `${found} 没有对应的开始标签，会提前结束页面的一部分。请删去。`,
};

const EN: Readonly<Record<FragmentFault, (found: string) => string>> = {
  code: (found) =>
    `“${found}” is code in the page, which its policy forbids. Move it to a .js file of the portal (<script src="/…">), or remove it.`,
  outside: (found) =>
    `“${found}” would be fetched from elsewhere. Use a file of the portal, with an address that begins with /.`,
  relative: (found) =>
    `“${found}” leads elsewhere on every page. Write an address that begins with /, such as /images/logo.png.`,
  embedded: (found) =>
    `“${found}” is a file within the page, which its policy forbids. Make it a file of the portal, with an address that begins with /, such as /images/logo.png.`,
  forbidden: (found) => `A header or footer has no ${found}. Keep to text, links, images and plain blocks.`,
  style: (found) =>
    `“${found}” in the page does nothing, since its policy forbids it. Use a .css file of the portal (<link rel="stylesheet" href="/…">).`,
  unclosed: (found) => `${found} is never closed and would swallow the page. Close it.`,
  unopened: (found) => `${found} closes nothing of its own and would end a part of the page. Remove it.`,
};

function spanOf(file: string, text: string, start: number, end: number): Span {
  const before = (offset: number): [line: number, column: number] => {
    const lines = text.slice(0, offset).split('\n');
    return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
  };
  const [[line, column], [endLine, endColumn]] = [before(start), before(end)];
  return { file, line, column, endLine, endColumn };
}
