/** `link/broken`: a link inside the site leads to a page, entry or attachment that is there. */
import { bodiesOf } from '../../model/entries.js';
import { isEmptyLink } from '../empty-link.js';
import { defineRule } from '../rule.js';

export const linkBroken = defineRule({
  id: 'link/broken',
  severity: 'error',
  about: {
    zh: '站内链接要指向确实存在的页面、条目或附件；打不开的链接是政府网站检查中的常见问题。',
    en: 'A link inside the site leads to a page, entry or attachment that is there; dead links are what inspections of government sites find first.',
  },
  *find(report) {
    for (const link of bodiesOf(report).flatMap((body) => body.links)) {
      if (!link.target && !isEmptyLink(link)) yield { at: link.at, found: link.url };
    }
  },
  say: {
    zh: ({ found }) =>
      `链接“${found}”打不开：内容文件夹里没有这个文件，也没有这个页面或锚点。请写相对于本文件的路径，或写 #文件名 指向本报告的条目。`,
    en: ({ found }) =>
      `The link “${found}” leads nowhere: there is no such file, page or anchor. Write a path relative to this file, or #name for an entry of this report.`,
  },
});
