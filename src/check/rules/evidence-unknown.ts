/** `evidence/unknown`: the evidence of a duty is an event or section of the report, or a link that leads somewhere. */
import { meantBy, sayMeant } from '../named-entry.js';
import { defineRule } from '../rule.js';

export const evidenceUnknown = defineRule({
  id: 'evidence/unknown',
  severity: 'error',
  about: {
    zh: '职责的佐证要指向本报告里的活动或章节，或一个有效的链接，这样督察的人能从职责一步走到事实。',
    en: 'The evidence of a duty leads to an event or section of the report, or is a link that works, so that whoever supervises gets from the duty to the fact.',
  },
  *find(report) {
    const entries = [...report.events, ...report.sections];
    for (const { id, at, target, link } of report.duties.flatMap((duty) => duty.evidence)) {
      if (!target && !link?.target) yield { at, found: id, ...meantBy(id, entries) };
    }
  },
  say: {
    zh: ({ found, ...meant }) => `找不到佐证“${found}”，` + sayMeant(meant, OTHERWISE).zh,
    en: ({ found, ...meant }) => `There is no evidence “${found}”. ` + sayMeant(meant, OTHERWISE).en,
  },
});

const OTHERWISE = {
  zh: '请写本报告里活动或章节的文件名（不带序号和扩展名），或写能打开的相对链接。',
  en: 'Write the file name of an event or section of this report, or a relative link that leads somewhere.',
};
