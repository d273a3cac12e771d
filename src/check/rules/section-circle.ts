/** `section/circle`: no section stands, over others, under itself. */
import { spanOf, type Section } from '../../model/site.js';
import { defineRule } from '../rule.js';

export const sectionCircle = defineRule({
  id: 'section/circle',
  severity: 'error',
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
