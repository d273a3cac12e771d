/** `part/missing`: a report has the four parts that the rules on annual reports ask for, in any order. */
import { spanOf, type Section } from '../../model/site.js';
import { partsIn, type StatutoryPart } from '../../model/statutory-parts.js';
import { missingParts, PART_NAMES } from '../parts.js';
import { defineRule } from '../rule.js';

export const partMissing = defineRule({
  id: 'part/missing',
  severity: 'error',
  silence: 'with-reason',
  about: {
    zh: '年度报告应当写明举措和成效、不足和原因、第一责任人履职情况、下一年度安排四个部分，次序不限。',
    en: 'An annual report tells of measures and results, shortcomings and causes, the duties of the persons first responsible and the plan of the next year, in any order.',
  },
  *find(report) {
    for (const part of missingParts(report)) {
      const alike = report.sections.find((section) => looksLike(section, part));
      if (alike) yield { at: spanOf(alike, 'part'), part, title: alike.title, fix: part };
      else yield { at: report.at, part };
    }
  },
  say: {
    zh: ({ part, title }) =>
      `报告缺少“${PART_NAMES[part].zh}”部分。` +
      (title === undefined
        ? `请在 sections 文件夹里写这一章，并注明 part: ${part}。`
        : `章节“${title}”看起来就是这一部分，若是，请写 part: ${part}。`),
    en: ({ part, title }) =>
      `The report lacks its part on ${PART_NAMES[part].en}. ` +
      (title === undefined
        ? `Add a section with part: ${part}.`
        : `Section “${title}” looks like it; if so, write part: ${part}.`),
  },
});

/** A title that speaks of the part, and not of the one that is declared as well: 主要举措、成效及存在的问题. */
function looksLike({ title, part, parent }: Section, wanted: StatutoryPart): boolean {
  const parts = partsIn(title);
  return !parent && parts.includes(wanted) && !parts.some((one) => one === part);
}
