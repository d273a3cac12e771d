/** `link/unsafe`: no link or image has an address that runs code or hides where it leads. */
import { bodiesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const linkUnsafe = defineRule({
  id: 'link/unsafe',
  severity: 'error',
  *find(report) {
    for (const { url, at, target } of bodiesOf(report).flatMap((body) => [...body.links, ...body.images])) {
      const isProgram =
        target?.kind === 'asset' && /\.(?:html?|xhtml|svg|m?js|exe|bat|cmd|vbs|scr|hta)$/i.test(target.path);
      if (target?.kind === 'unsafe' || isProgram) yield { at, found: url, isProgram };
    }
  },
  say: {
    zh: ({ found, isProgram }) =>
      isProgram
        ? `附件“${found}”可能带有程序，不能放在政府网站上。请改用 PDF、Word、Excel 或图片。`
        : `不能使用地址“${found}”。网址请以 https:// 或 http:// 开头，电话用 tel:，邮箱用 mailto:。`,
    en: ({ found, isProgram }) =>
      isProgram
        ? `The attachment “${found}” could run code on the portal. Use PDF, Word, Excel or a picture.`
        : `The address “${found}” cannot be used. Begin it with https:// or http://, tel: or mailto:.`,
  },
});
