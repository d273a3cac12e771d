/** Which year a date without one belongs to, by the words around it. */
import type { Passage } from '../model/passage.js';
import type { Report } from '../model/site.js';
import { certainYear } from './report-year.js';
import { sectionsOf, withSectionsBelow } from './parts.js';

/** Another year that a sentence may speak of: 2021年, 去年, 次年; a later one wins. */
const OTHER_YEAR =
  /(?<digits>[12]\d{3})年|(?<word>去年|上年|上一年|前年|次年|翌年|明年|来年|下一年|今年|本年|每年|历年|往年)/g;
const OFFSETS: Readonly<Record<string, number>> = {
  去年: -1,
  上年: -1,
  上一年: -1,
  前年: -2,
  次年: 1,
  翌年: 1,
  明年: 1,
  来年: 1,
  下一年: 1,
  今年: 0,
  本年: 0,
};

/**
 * The years that a date at `index` may belong to; none when nothing tells.
 *
 * A year named earlier in the sentence counts; else the report's year, for a task the next one, and in the part on the
 * plan either of them.
 */
export function yearsAt(passage: Passage, index: number, report: Report | undefined): number[] {
  const before = passage.text.slice(Math.max(0, index - 200), index).replace(/^.*[。；\n]/s, '');
  const own = report && certainYear(report);
  const named = [...before.matchAll(OTHER_YEAR)].at(-1)?.groups;
  if (named?.['digits'] !== undefined) return [Number(named['digits'])];
  if (own === undefined || report === undefined) return [];
  const offset = named?.['word'] === undefined ? undefined : (OFFSETS[named['word']] ?? Number.NaN);
  if (offset !== undefined) return Number.isNaN(offset) ? [] : [own + offset];
  if (report.tasks.some((task) => task.at.file === passage.at.file)) return [own + 1];
  const plans = sectionsOf(report, 'plan').flatMap((section) => withSectionsBelow(report, section));
  return plans.some((section) => section.at.file === passage.at.file) ? [own, own + 1] : [own];
}
