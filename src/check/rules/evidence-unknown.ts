/** `evidence/unknown`: the evidence of a duty is an event or section of the report, or a link that leads somewhere. */
import { meantBy } from '../named-entry.js';
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
    zh: ({ found, fix, isTitle }) =>
      `找不到佐证“${found}”，` +
      (isTitle
        ? `这是标题，请写它的文件名“${fix}”（不带序号和扩展名）。`
        : fix
          ? `是否指“${fix}”？`
          : '请写本报告里活动或章节的文件名（不带序号和扩展名），或写能打开的相对链接。'),
    en: ({ found, fix, isTitle }) =>
      `There is no evidence “${found}”. ` +
      (isTitle
        ? `That is a title; write the file's name “${fix}”.`
        : fix
          ? `Did you mean “${fix}”?`
          : 'Write the file name of an event or section of this report, or a relative link that leads somewhere.'),
  },
});
