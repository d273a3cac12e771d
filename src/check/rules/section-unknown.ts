/** `section/unknown`: the section an entry belongs to is a section of the same report. */
import { nearest } from '../../diagnostics/nearest.js';
import { entriesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const sectionUnknown = defineRule({
  id: 'section/unknown',
  severity: 'error',
  *find(report) {
    const ids = report.sections.map((section) => section.id);
    for (const entry of entriesOf(report)) {
      const reference = entry.kind === 'section' ? entry.parent : entry.section;
      if (!reference || reference.id === '' || reference.target) continue;
      yield { at: reference.at, found: reference.id, fix: nearest(reference.id, ids) };
    }
  },
  say: {
    zh: ({ found, fix }) =>
      `没有章节“${found}”，` + (fix ? `是否指“${fix}”？` : '请写 sections 文件夹里的文件名（不带序号和扩展名）。'),
    en: ({ found, fix }) =>
      `There is no section “${found}”. ` +
      (fix
        ? `Did you mean “${fix}”?`
        : 'Write the name of a file in the sections folder, without number and extension.'),
  },
});
