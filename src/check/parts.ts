/** The statutory parts of a report: what they are called, and which of them a title speaks of. */
import type { Part, Report, Section } from '../model/site.js';

/** The parts that every report has. */
export const STATUTORY_PARTS = ['measures', 'shortcomings', 'duties', 'plan'] as const satisfies Part[];
export type StatutoryPart = (typeof STATUTORY_PARTS)[number];

export const PART_NAMES: Readonly<Record<StatutoryPart, { zh: string; en: string }>> = {
  measures: { zh: '主要举措和成效', en: 'measures and results' },
  shortcomings: { zh: '不足和原因', en: 'shortcomings and causes' },
  duties: { zh: '党政主要负责人履行第一责任人职责情况', en: 'duties of the persons first responsible' },
  plan: { zh: '下一年度主要安排', en: 'plan of the next year' },
};

const SYNONYMS: readonly (readonly [StatutoryPart, RegExp])[] = [
  ['duties', /第一责任人|述法|主要负责人.*(?:履|职责|情况)/],
  ['plan', /安排|打算|计划|下[一]?步|下一?年|来年|明年|努力方向|工作思路/],
  ['shortcomings', /不足|问题|短板|薄弱|差距|困难/],
  ['measures', /举措|做法|成效|成绩|工作(?:开展|推进)?情况/],
];
/** Words in which a synonym means something else. */
const OTHER_SENSE =
  /问题导向|(?:解决|化解|整改|处理|热点|难点|突出)[^，。、和及]{0,6}问题|问题[^，。、和及]{0,4}整改|工作计划[^，。、和及]{0,4}(?:落实|完成)/g;
/** A heading that says what was done: 压实第一责任人职责, 补齐短板. */
const SLOGAN =
  /^(?:压实|强化|落实|加强|坚持|夯实|健全|完善|提升|深化|持续|全面|聚焦|突出|注重|优化|紧盯|补齐|破解|解决|化解|扎实|严格|规范|抓)/;

/** The parts that a title speaks of; none when it tells nothing of the kind. */
export function partsIn(title: string): StatutoryPart[] {
  if (SLOGAN.test(title)) return [];
  const words = title.replace(OTHER_SENSE, '');
  return SYNONYMS.filter(([, synonyms]) => synonyms.test(words)).map(([part]) => part);
}

/** The sections at the top that declare a part. */
export function sectionsOf(report: Report, part: Part): Section[] {
  return report.sections.filter((section) => section.part === part && section.parent === undefined);
}

/** The statutory parts that no section declares; none while a part is misspelt or a file unreadable. */
export function missingParts(report: Report): StatutoryPart[] {
  const isMisspelt = report.sections.some((section) => section.spans['part'] && !section.part);
  if (!report.isWhole || isMisspelt) return [];
  return STATUTORY_PARTS.filter((part) => !report.sections.some((section) => section.part === part));
}

/** A section and all sections below it. */
export function withSectionsBelow(report: Report, top: Section): Section[] {
  const below = new Set([top.id]);
  // Parents stand before their children.
  for (const { id, parent } of report.sections) if (parent?.target && below.has(parent.target.id)) below.add(id);
  return report.sections.filter((section) => below.has(section.id));
}
