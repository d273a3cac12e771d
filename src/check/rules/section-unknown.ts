/** `section/unknown`: the section an entry belongs to is a section of the same report. */
import { entriesOf } from '../../model/entries.js';
import { meantBy, sayMeant } from '../named-entry.js';
import { defineRule } from '../rule.js';

export const sectionUnknown = defineRule({
  id: 'section/unknown',
  severity: 'error',
  about: {
    zh: '条目要归到本报告里的一个章节，写错了就不知道排在哪里。',
    en: 'An entry belongs to a section of its report; with a wrong id it has no place.',
  },
  *find(report) {
    for (const entry of entriesOf(report)) {
      const reference = entry.kind === 'section' ? entry.parent : entry.section;
      if (!reference || reference.id === '' || reference.target) continue;
      yield { at: reference.at, found: reference.id, ...meantBy(reference.id, report.sections) };
    }
  },
  say: {
    zh: ({ found, ...meant }) => `没有章节“${found}”，` + sayMeant(meant, OTHERWISE).zh,
    en: ({ found, ...meant }) => `There is no section “${found}”. ` + sayMeant(meant, OTHERWISE).en,
  },
});

const OTHERWISE = {
  zh: '请写 sections 文件夹里的文件名（不带序号和扩展名）。',
  en: 'Write the name of a file in the sections folder, without number and extension.',
};
