/** `link/unsafe`: no link or image has an address that runs code or hides where it leads. */
import { bodiesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const linkUnsafe = defineRule({
  id: 'link/unsafe',
  severity: 'error',
  *find(report) {
    for (const { url, at, target } of bodiesOf(report).flatMap((body) => [...body.links, ...body.images])) {
      if (target?.kind === 'unsafe') yield { at, found: url };
    }
  },
  say: {
    zh: ({ found }) => `不能使用地址“${found}”。网址请以 https:// 或 http:// 开头，电话用 tel:，邮箱用 mailto:。`,
    en: ({ found }) => `The address “${found}” cannot be used. Begin it with https:// or http://, tel: or mailto:.`,
  },
});
