/** `section/part`: a section at the top says which statutory part it is; a section below does not. */
import { spanOf } from '../../model/site.js';
import { defineRule } from '../rule.js';

export const sectionPart = defineRule({
  id: 'section/part',
  severity: 'error',
  about: {
    zh: '最上一级的章节要写明属于哪一部分，下级章节不写：四个部分齐不齐，靠它来判断。',
    en: 'A section at the top says which part of the report it is, one below does not: by this it is known whether all parts are there.',
  },
  *find(report) {
    for (const section of report.sections) {
      const isTop = section.parent === undefined;
      const isWritten = section.spans['part'] !== undefined;
      if (isTop === isWritten) continue;
      yield { at: isTop ? section.at : spanOf(section, 'part'), found: section.title, isTop };
    }
  },
  say: {
    zh: ({ found, isTop }) =>
      isTop
        ? `“${found}”没有写属于报告的哪一部分。请加一行 part: measures（举措）、shortcomings（不足）、duties（职责）、plan（安排）或 other（其他）；若有上级章节，请写 section。`
        : `“${found}”已有上级章节，不再写 part（部分）。请删去这一行。`,
    en: ({ found, isTop }) =>
      isTop
        ? `“${found}” does not say which part of the report it is. Add part: measures, shortcomings, duties, plan or other; or the section above it.`
        : `“${found}” has a section above it and takes no part. Remove this line.`,
  },
});
