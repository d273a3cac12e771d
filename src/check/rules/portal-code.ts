/** `portal/code`: a SiteIDCode has ten digits, or `bm` and eight. */
import { defineSettingsRule } from '../rule.js';

export const portalCode = defineSettingsRule({
  id: 'portal/code',
  severity: 'warning',
  about: {
    zh: '网站标识码是十位数字（部委网站是 bm 加八位），检查和采集程序靠它认网站；由门户告知，不能猜。',
    en: 'A SiteIDCode has ten digits (bm and eight for ministries), by which inspections and harvesters know a site; the portal tells it, nobody guesses it.',
  },
  *findInSettings({ portal }) {
    if (portal.code && !/^(?:\d{10}|bm\d{8})$/.test(portal.code.value))
      yield { at: portal.code.at, found: portal.code.value };
  },
  say: {
    zh: ({ found }) => `网站标识码“${found}”通常是 10 位数字，或 bm 加 8 位数字。请核对。`,
    en: ({ found }) => `A SiteIDCode usually has ten digits, or bm and eight; this is “${found}”. Please check it.`,
  },
});
