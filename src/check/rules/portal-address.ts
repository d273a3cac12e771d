/** `portal/address`: addresses of the portal are absolute, beginning with http:// or https://. */
import { defineSettingsRule } from '../rule.js';

export const portalAddress = defineSettingsRule({
  id: 'portal/address',
  severity: 'error',
  about: {
    zh: '门户的地址要写完整，以 http:// 或 https:// 开头，否则链接会指到本站里面去。',
    en: 'Addresses of the portal are whole, beginning with http:// or https://; otherwise they lead into this site.',
  },
  *findInSettings({ portal }) {
    const addresses = [
      ...(portal.url ? [portal.url] : []),
      ...(portal.column.url ? [portal.column.url] : []),
      ...portal.breadcrumb.flatMap(({ url, at }) => (url === undefined ? [] : [{ value: url, at }])),
      ...Object.values(portal.footer).flatMap(({ value, at }) =>
        typeof value === 'string' || value.url === undefined ? [] : [{ value: value.url, at }],
      ),
    ];
    for (const { value, at } of addresses)
      if (!/^https?:\/\/[^\s/]+(?:\/\S*)?$/.test(value)) yield { at, found: value };
  },
  say: {
    zh: ({ found }) => `“${found}”不是完整网址。请以 http:// 或 https:// 开头写全。`,
    en: ({ found }) => `“${found}” is not a whole address. Begin it with http:// or https://.`,
  },
});
