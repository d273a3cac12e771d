/** `portal/placeholder`: a fact about the portal is a real one; a stand-in is never published. */
import { defineSettingsRule } from '../rule.js';

const STAND_IN =
  /^[\s.…/—\-、。]*$|^[xX×*＊_\-—?？…]{2,}|[xX×]{3,}|^0{4,}|1234567890|待(?:填|补|定|确认|补充)|某某|占位|示例|暂无|todo|tbd|example|placeholder/i;

export const portalPlaceholder = defineSettingsRule({
  id: 'portal/placeholder',
  severity: 'error',
  about: {
    zh: '“待填”“XXXX”之类的占位文字一旦发布就成了假信息，不知道就删去这一项。',
    en: 'A stand-in such as XXXX or “to be filled in” is false information once published; leave out what is not known.',
  },
  *findInSettings({ portal }) {
    const { column, footer } = portal;
    const values = [
      ...[
        portal.name,
        portal.domain,
        portal.url,
        portal.code,
        column.name,
        column.url,
        column.description,
        column.type,
      ],
      ...column.keywords,
      ...Object.values(footer).map(({ value, at }) => ({
        value: typeof value === 'string' ? value : `${value.text} ${value.url ?? ''}`.trim(),
        at,
      })),
    ];
    for (const value of values) if (value && STAND_IN.test(value.value)) yield { at: value.at, found: value.value };
  },
  say: {
    zh: ({ found }) => `“${found}”像是占位的内容，不能当作真实信息公开。请填写真实内容；还不知道就删去这一行。`,
    en: ({ found }) =>
      `“${found}” looks like a placeholder and cannot be published as a fact. Write the real one, or remove the line.`,
  },
});
