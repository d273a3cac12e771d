/** `section/circle`: no section stands, over others, under itself. */
import { spanOf, type Section } from '../../model/site.js';
import { defineRule } from '../rule.js';

export const sectionCircle = defineRule({
  id: 'section/circle',
  severity: 'error',
  about: {
    zh: '章节的上级不能绕回自己，否则它没有位置，全文里找不到它。',
    en: 'No section stands under itself, over others: it would have no place in the text.',
  },
  *find(report) {
    for (const section of report.sections) {
      let above: Section | undefined = section;
      const passed = new Set<Section>();
      while (above && !passed.has(above)) {
        passed.add(above);
        const id: string | undefined = above.parent?.target?.id;
        above = report.sections.find((one) => one.id === id);
      }
      if (above === section) yield { at: spanOf(section, 'section'), found: section.title };
    }
  },
  say: {
    zh: ({ found }) => `“${found}”的上级章节绕了一圈又回到它自己。请改写 section。`,
    en: ({ found }) => `The sections above “${found}” lead back to itself. Change its section.`,
  },
});
