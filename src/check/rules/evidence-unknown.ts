/** `evidence/unknown`: the evidence of a duty is an event or section of the report, or a link that leads somewhere. */
import { nearest } from '../../diagnostics/nearest.js';
import { defineRule } from '../rule.js';

export const evidenceUnknown = defineRule({
  id: 'evidence/unknown',
  severity: 'error',
  *find(report) {
    const ids = [...report.events, ...report.sections].map((entry) => entry.id);
    for (const { id, at, target, link } of report.duties.flatMap((duty) => duty.evidence)) {
      if (!target && !link?.target) yield { at, found: id, fix: nearest(id, ids) };
    }
  },
  say: {
    zh: ({ found, fix }) =>
      `找不到佐证“${found}”，` +
      (fix ? `是否指“${fix}”？` : '请写本报告里活动或章节的文件名（不带序号和扩展名），或写能打开的相对链接。'),
    en: ({ found, fix }) =>
      `There is no evidence “${found}”. ` +
      (fix
        ? `Did you mean “${fix}”?`
        : 'Write the file name of an event or section of this report, or a relative link that leads somewhere.'),
  },
});
