/** `link/broken`: a link inside the site leads to a page, entry or attachment that is there. */
import { bodiesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const linkBroken = defineRule({
  id: 'link/broken',
  severity: 'error',
  *find(report) {
    for (const { url, at, target } of bodiesOf(report).flatMap((body) => body.links)) {
      if (!target) yield { at, found: url };
    }
  },
  say: {
    zh: ({ found }) =>
      found.trim() === ''
        ? '链接没有写地址。请在圆括号里写上地址，或去掉方括号和圆括号。'
        : `链接“${found}”打不开：内容文件夹里没有这个文件，也没有这个页面或锚点。请写相对于本文件的路径，或写 #文件名 指向本报告的条目。`,
    en: ({ found }) =>
      found.trim() === ''
        ? 'The link has no address. Write one between the parentheses, or remove the brackets.'
        : `The link “${found}” leads nowhere: there is no such file, page or anchor. Write a path relative to this file, or #name for an entry of this report.`,
  },
});
