/** `link/outside`: every link that leaves the government's sites is signed off by somebody. */
import { isBeyondGovernment } from '../../model/beyond-government.js';
import { bodiesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const linkOutside = defineRule({
  id: 'link/outside',
  severity: 'warning',
  silence: 'with-reason',
  about: {
    zh: '政府网站对所链接的内容负责，站外域名过期后还可能变成不良网站。每个非 .gov.cn 的链接都要有人看过，用写明理由的备注确认。',
    en: 'A government site answers for what it links to, and lapsed domains fall into bad hands. A silence with a reason signs a link off.',
  },
  *find(report) {
    const evidence = report.duties.flatMap((duty) => duty.evidence.flatMap((one) => one.link ?? []));
    for (const { url, at, target } of [...bodiesOf(report).flatMap((body) => body.links), ...evidence]) {
      if (target?.kind !== 'outside' || !isBeyondGovernment(target.url)) continue;
      yield { at, found: url };
    }
  },
  say: {
    zh: ({ found }) =>
      `链接“${found}”不是政府网站（.gov.cn）。请核对内容是否可靠；确需保留的，在这一段写 <!-- 忽略 link/outside：理由 -->。`,
    en: ({ found }) =>
      `The link “${found}” leaves the government's sites (.gov.cn). Check what it leads to; to keep it, write <!-- silence link/outside: reason --> in this paragraph.`,
  },
});
