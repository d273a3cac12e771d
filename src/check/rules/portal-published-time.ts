/** `portal/published-time`: the PubDate tag needs the hour and minute, which only the portal knows. */
import { defineRule } from '../rule.js';

export const portalPublishedTime = defineRule({
  id: 'portal/published-time',
  severity: 'warning',
  about: {
    zh: '网页标签 PubDate 要精确到时分，这只有门户知道；不知道时先空着，发布后补上。',
    en: 'The PubDate tag asks for hour and minute, which only the portal knows; they can be added after publication.',
  },
  silence: 'allowed',
  *find(report) {
    const { published } = report;
    const isUnreadable = report.spans['published'] !== undefined && !published;
    if (published?.value.time === undefined && !isUnreadable)
      yield { at: published?.at ?? report.at, found: published?.value.day };
  },
  say: {
    zh: ({ found }) =>
      found === undefined
        ? '没有写发布日期，页面上只能显示报告年度，也不输出 PubDate 标签。请在门户发布后写上，例如 published: 2023-03-21 09:00'
        : `发布日期“${found}”没有时分，暂不输出 PubDate 标签。知道后请写成 ${found} 09:00 的形式。`,
    en: ({ found }) =>
      found === undefined
        ? 'There is no date of publication, so pages show the year only and carry no PubDate tag. Add one like published: 2023-03-21 09:00'
        : `The date of publication “${found}” has no time, so pages carry no PubDate tag. Write it like ${found} 09:00.`,
  },
});
