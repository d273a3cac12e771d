/** `part/title`: a section at the top is the statutory part that its title speaks of. */
import { spanOf } from '../../model/site.js';
import { partsIn } from '../../model/statutory-parts.js';
import { missingParts, PART_NAMES } from '../parts.js';
import { defineRule } from '../rule.js';

export const partTitle = defineRule({
  id: 'part/title',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '页面按 part 把各章归入四个法定部分；标题说的是一部分、part 写的是另一部分，读者和督察人员就会找错地方。',
    en: 'Pages sort the sections into the four statutory parts by “part”; a title that speaks of another part leads readers astray.',
  },
  *find(report) {
    const missing = missingParts(report);
    for (const section of report.sections) {
      const [part, ...more] = partsIn(section.title);
      // A part that is missing is a mistake of its own, which names this section.
      if (section.parent || !section.part || !part || [part, ...more].some((one) => missing.includes(one))) continue;
      if (section.part === 'other' || [part, ...more].some((one) => one === section.part)) continue;
      yield { at: spanOf(section, 'part'), title: section.title, part, fix: part };
    }
  },
  say: {
    zh: ({ title, part, fix }) =>
      `标题“${title}”像是“${PART_NAMES[part].zh}”部分，这里写的却是另一部分。请核对，是否应写 part: ${fix}？`,
    en: ({ title, part, fix }) =>
      `The title “${title}” speaks of ${PART_NAMES[part].en}, but another part is written here. Should it be part: ${fix}?`,
  },
});
