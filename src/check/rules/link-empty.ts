/** `link/empty`: a link has an address to lead to and words to click. */
import { bodiesOf } from '../../model/entries.js';
import { isEmptyLink } from '../empty-link.js';
import { defineRule } from '../rule.js';

export const linkEmpty = defineRule({
  id: 'link/empty',
  severity: 'error',
  about: {
    zh: '没有地址的链接点了没有反应，没有文字的链接看不见也点不着。',
    en: 'A link without an address does nothing; one without words can be neither seen nor clicked.',
  },
  *find(report) {
    for (const link of bodiesOf(report).flatMap((body) => body.links))
      if (isEmptyLink(link)) yield { at: link.at, found: link.url, hasWords: link.text.trim() !== '' };
  },
  say: {
    zh: ({ found, hasWords }) =>
      hasWords
        ? '链接没有写地址。请在圆括号里写上地址，或去掉方括号和圆括号。'
        : `链接“${found}”没有文字，读者看不到它。请在方括号里写上要点的字，或删去这个链接。`,
    en: ({ found, hasWords }) =>
      hasWords
        ? 'The link has no address. Write one between the parentheses, or remove the brackets.'
        : `The link “${found}” has no words, so nobody can see it. Write some between the brackets, or remove the link.`,
  },
});
