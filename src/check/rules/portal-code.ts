/** `portal/code`: a SiteIDCode has ten digits, or `bm` and eight. */
import { defineSiteRule } from '../rule.js';

export const portalCode = defineSiteRule({
  id: 'portal/code',
  severity: 'warning',
  *findInSite({ portal }) {
    if (portal.code && !/^(?:\d{10}|bm\d{8})$/.test(portal.code.value))
      yield { at: portal.code.at, found: portal.code.value };
  },
  say: {
    zh: ({ found }) => `网站标识码“${found}”通常是 10 位数字，或 bm 加 8 位数字。请核对。`,
    en: ({ found }) => `A SiteIDCode usually has ten digits, or bm and eight; this is “${found}”. Please check it.`,
  },
});
