/** `part/missing`: a report has the four parts that the rules on annual reports ask for, in any order. */
import { defineRule } from '../rule.js';

const NAMES = {
  measures: { zh: '主要举措和成效', en: 'measures and results' },
  shortcomings: { zh: '不足和原因', en: 'shortcomings and causes' },
  duties: { zh: '党政主要负责人履行第一责任人职责情况', en: 'duties of the persons first responsible' },
  plan: { zh: '下一年度主要安排', en: 'plan of the next year' },
} as const;

export const partMissing = defineRule({
  id: 'part/missing',
  severity: 'error',
  silence: 'with-reason',
  *find(report) {
    // A part that is misspelt has a mistake of its own.
    const isMisspelt = report.sections.some((section) => section.spans['part'] && !section.part);
    if (!report.isWhole || isMisspelt) return;
    for (const part of ['measures', 'shortcomings', 'duties', 'plan'] as const) {
      if (!report.sections.some((section) => section.part === part)) yield { at: report.at, part };
    }
  },
  say: {
    zh: ({ part }) => `报告缺少“${NAMES[part].zh}”部分。请在 sections 文件夹里写这一章，并注明 part: ${part}。`,
    en: ({ part }) => `The report lacks its part on ${NAMES[part].en}. Add a section with part: ${part}.`,
  },
});
