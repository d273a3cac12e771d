/** The statutory parts of a report: what they are called, and which of them it has. */
import { STATUTORY_PARTS, type StatutoryPart } from '../model/statutory-parts.js';
import type { Part, Report, Section } from '../model/site.js';

export const PART_NAMES: Readonly<Record<StatutoryPart, { zh: string; en: string }>> = {
  measures: { zh: '主要举措和成效', en: 'measures and results' },
  shortcomings: { zh: '不足和原因', en: 'shortcomings and causes' },
  duties: { zh: '党政主要负责人履行第一责任人职责情况', en: 'duties of the persons first responsible' },
  plan: { zh: '下一年度主要安排', en: 'plan of the next year' },
};

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
