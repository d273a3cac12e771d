/** `text/empty`: every item has a text, and so has a section or what stands under it. */
import { itemsOf } from '../../model/entries.js';
import type { Body } from '../../model/site.js';
import { defineRule } from '../rule.js';

export const textEmpty = defineRule({
  id: 'text/empty',
  severity: 'error',
  about: {
    zh: '每个条目都要有正文，网页只显示报告说过的话；没有正文的条目没有依据。',
    en: 'Every item has a text: pages show what the report says, and an item without words has nothing to stand on.',
  },
  *find(report) {
    const found = (body: Body, title: string, isSection: boolean) => ({
      at: body.at,
      found: title,
      isSection,
      isUnwritten: body.hasRemarks,
      // A note says that the text is still to come: a report may be looked at while it is being written.
      severity: body.hasRemarks ? ('warning' as const) : undefined,
    });
    if (report.isWhole && report.lead.text === '') yield found(report.lead, report.title, false);
    for (const { body, title } of itemsOf(report)) {
      if (body.text === '' && body.images.length === 0) yield found(body, title, false);
    }
    for (const section of report.sections) {
      const isParent = report.sections.some((one) => one.parent?.target?.id === section.id);
      const hasText = section.text !== '' || section.body.images.length > 0;
      if (report.isWhole && !hasText && !isParent) yield found(section.body, section.title, true);
    }
  },
  say: {
    zh: ({ found, isSection, isUnwritten }) =>
      isUnwritten
        ? `“${found}”的正文还没有写，只有备注；写好以前，网页上是空的。请把正文写在第二个 --- 下面。`
        : isSection
          ? `章节“${found}”没有内容，也没有下级章节或条目。请写上正文，或删去这个文件。`
          : `“${found}”没有正文。请把报告里的原句写在第二个 --- 下面。`,
    en: ({ found, isSection, isUnwritten }) =>
      isUnwritten
        ? `The text of “${found}” is still to be written: there is only a note, and the page would be empty. Write it below the second ---.`
        : isSection
          ? `Section “${found}” has no text and nothing under it. Write its text or remove the file.`
          : `“${found}” has no text. Write the report's own sentence below the second ---.`,
  },
});
