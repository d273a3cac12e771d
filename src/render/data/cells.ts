/** What the cells of tables have in common: dates as exact as the report's words, lists, addresses. */
import type { DateSpan, Figure, Precision, Section } from '../../model/site.js';
import type { Context } from '../context.js';
import { sectionPath } from '../entries.js';

/** Between the members of a list in one cell. */
export const BETWEEN = '；';

/** How exact the report's words about a time are. */
export const PRECISION_WORDS: Readonly<Record<Precision, string>> = {
  day: '具体到日',
  range: '起止日期',
  'part-of-month': '月内一段时间',
  month: '只到月份',
  'part-of-year': '年内一段时间',
  year: '只到年份',
};

/** First day, last day, how exact they are, and the words: a first day alone would pass for the day. */
export function dateCells(date: DateSpan | undefined): [start: string, end: string, precision: string, text: string] {
  return date ? [date.start, date.end, PRECISION_WORDS[date.precision], date.text] : ['', '', '', ''];
}

export function figuresCell(figures: readonly Figure[]): string {
  return figures.map(({ label, value, unit }) => `${label}：${value}${unit}`).join(BETWEEN);
}

/** A section by its number and title: 一（二） 普法宣传. */
export function sectionCell(id: string, { report }: Context): string {
  const section: Section | undefined = report.sections.find((one) => one.id === id);
  return section ? `${sectionPath(section, report)} ${section.title}` : '';
}
