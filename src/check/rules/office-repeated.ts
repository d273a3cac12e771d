/** `office/repeated`: an id, name or alias stands for one office only. */
import type { Office } from '../../model/site.js';
import { defineSettingsRule } from '../rule.js';

export const officeRepeated = defineSettingsRule({
  id: 'office/repeated',
  severity: 'error',
  about: {
    zh: '一个名称、简称或代号只能指一个单位，否则不知道该算在谁名下。',
    en: 'A name, alias or id stands for one office only; otherwise nobody knows whose an item is.',
  },
  *findInSettings(site) {
    const owners = new Map<string, Office>();
    for (const office of site.offices) {
      for (const word of new Set([office.id, office.name, ...office.aliases])) {
        const owner = owners.get(word);
        if (!owner) owners.set(word, office);
        else
          yield {
            at: office.wordsAt[word] ?? office.at,
            found: word,
            other: owner.name,
            related: [{ message: FIRST, at: owner.wordsAt[word] ?? owner.at }],
          };
      }
    }
  },
  say: {
    zh: ({ found, other }) => `“${found}”已经登记在“${other}”名下。一个代号、全称或别名只能指一个单位，请改名或合并。`,
    en: ({ found, other }) =>
      `“${found}” already stands for “${other}”. An id, name or alias stands for one office only.`,
  },
});

const FIRST = { zh: '先写在这里。', en: 'It was first written here.' };
