/** `text/empty`: every item has a text, and so has a section or what stands under it. */
import { itemsOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const textEmpty = defineRule({
  id: 'text/empty',
  severity: 'error',
  *find(report) {
    if (report.isWhole && report.lead.text === '') yield { at: report.lead.at, found: report.title, isSection: false };
    for (const item of itemsOf(report)) {
      if (item.body.text === '' && item.body.images.length === 0)
        yield { at: item.body.at, found: item.title, isSection: false };
    }
    for (const section of report.sections) {
      const isParent = report.sections.some((one) => one.parent?.target?.id === section.id);
      const hasText = section.text !== '' || section.body.images.length > 0;
      if (report.isWhole && !hasText && !isParent) yield { at: section.body.at, found: section.title, isSection: true };
    }
  },
  say: {
    zh: ({ found, isSection }) =>
      isSection
        ? `章节“${found}”没有内容，也没有下级章节或条目。请写上正文，或删去这个文件。`
        : `“${found}”没有正文。请把报告里的原句写在第二个 --- 下面。`,
    en: ({ found, isSection }) =>
      isSection
        ? `Section “${found}” has no text and nothing under it. Write its text or remove the file.`
        : `“${found}” has no text. Write the report's own sentence below the second ---.`,
  },
});
