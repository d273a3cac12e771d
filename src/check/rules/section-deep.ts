/** `section/deep`: headings have four levels: 一、 （一） 1. （1）. */
import { spanOf } from '../../model/site.js';
import { defineRule } from '../rule.js';

export const sectionDeep = defineRule({
  id: 'section/deep',
  severity: 'error',
  about: {
    zh: '公文标题只有四级：一、（一）1.（1）；再深就没有序号可用。',
    en: 'Official documents have four levels of headings, 一、 （一） 1. （1）; below these there is no number left.',
  },
  *find(report) {
    for (const section of report.sections) {
      if (section.level === 5) yield { at: spanOf(section, 'section'), found: section.title };
    }
  },
  say: {
    zh: ({ found }) => `“${found}”是第五层标题，公文标题只有四层：一、（一）1.（1）。请改写上级章节，或并入正文。`,
    en: ({ found }) =>
      `“${found}” is a heading of the fifth level; official documents have four. Change its section, or make it part of a text.`,
  },
});
