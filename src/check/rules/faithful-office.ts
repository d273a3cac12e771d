/** `faithful/office`: an office that an entry names stands in its text, under its name or an alias. */
import { contains } from '../../model/folded.js';
import { entriesWithWords, wordsBehind } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulOffice = defineRule({
  id: 'faithful/office',
  severity: 'error',
  about: {
    zh: '条目写的责任单位要在它的正文里出现（全称、简称或别名），免得把没有参加的单位写进去。',
    en: 'An office that an entry names stands in its text, by its name or an alias, so that none is held to what it had no part in.',
  },
  silence: 'with-reason',
  *find(report, site) {
    for (const entry of entriesWithWords(report)) {
      const text = wordsBehind(entry, report);
      for (const { name, at, office: id } of entry.offices) {
        const office = site.offices.find((one) => one.id === id);
        if (office && ![office.name, ...office.aliases].some((one) => contains(text, one))) yield { at, found: name };
      }
    }
  },
  say: {
    zh: ({ found }) =>
      `正文里没有提到“${found}”。责任单位要与报告原文一致，请核对；若原文用了别的叫法，请在 site.yaml 里加为别名（aliases）。`,
    en: ({ found }) =>
      `The text does not mention “${found}”. Check it against the report; if the report calls it otherwise, add that as an alias in site.yaml.`,
  },
});
