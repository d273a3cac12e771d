/** `portal/missing`: what only the portal knows and nobody has told yet is named, and never made up. */
import { defineSettingsRule } from '../rule.js';

const FIELDS = [
  ['name', '网站名称', 'portal.name'],
  ['domain', '网站域名', 'portal.domain'],
  ['url', '门户首页地址', 'portal.url'],
  ['code', '网站标识码', 'portal.code'],
] as const;
const COLUMN = [
  ['name', '栏目名称', 'portal.column.name'],
  ['url', '栏目地址', 'portal.column.url'],
  ['description', '栏目说明', 'portal.column.description'],
  ['type', '栏目类别', 'portal.column.type'],
] as const;
const FOOTER = [
  ['sponsor', '主办单位', 'portal.footer.sponsor'],
  ['contact', '联系方式', 'portal.footer.contact'],
  ['icp', 'ICP备案号', 'portal.footer.icp'],
  ['police', '公安机关备案号', 'portal.footer.police'],
  ['badge', '党政机关标识', 'portal.footer.badge'],
  ['complaint', '我为政府网站找错', 'portal.footer.complaint'],
  ['sitemap', '网站地图', 'portal.footer.sitemap'],
] as const;

export const portalMissing = defineSettingsRule({
  id: 'portal/missing',
  severity: 'warning',
  about: {
    zh: '网页标签和页脚里有些内容只有门户知道；没有告知的不写、不编造，只在这里提醒。',
    en: 'Some facts of page tags and footer only the portal knows; what nobody has told yet is left out, never made up, and named here.',
  },
  silence: 'allowed',
  *findInSettings({ portal }) {
    if (!portal.isWhole) return;
    const missing = [
      ...FIELDS.filter(([key]) => !portal[key]),
      ...COLUMN.filter(([key]) => !portal.column[key]),
      ...(portal.column.keywords.length === 0 ? [['keywords', '栏目关键词', 'portal.column.keywords'] as const] : []),
      ...(portal.breadcrumb.length === 0
        ? [['breadcrumb', '从门户首页到本栏目的路径', 'portal.breadcrumb'] as const]
        : []),
      ...FOOTER.filter(([key]) => !portal.footer[key]),
    ];
    if (missing.length > 0) yield { at: portal.at, missing };
  },
  say: {
    zh: ({ missing }) =>
      `门户信息还缺 ${missing.length} 项，页面上先空着：${missing.map(([, name, key]) => `${name}（${key}）`).join('、')}。请向门户管理单位问明后填写；页脚由门户模板提供的，写“由门户模板提供”。`,
    en: ({ missing }) =>
      `${missing.length} facts about the portal are missing and left out of the pages: ${missing.map(([, , key]) => key).join(', ')}. Ask the portal's operator; write “portal” for a footer field that the portal's template prints.`,
  },
});
