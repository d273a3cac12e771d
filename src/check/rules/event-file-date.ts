/** `event/file-date`: the date that an event's file is named by is the event's. */
import { certainYear } from '../report-year.js';
import { defineRule } from '../rule.js';

export const eventFileDate = defineRule({
  id: 'event/file-date',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '活动的文件名以日期开头，也是网页上的锚点；与 date 不一致，必有一处写错了。',
    en: "An event's file begins with its date, which becomes its anchor; when it differs from “date”, one of them is wrong.",
  },
  *find(report) {
    const year = certainYear(report);
    if (year === undefined) return;
    for (const { date, at, body } of report.events) {
      const named = daysOf(at.file.slice(at.file.lastIndexOf('/') + 1));
      const { start, end, text } = date.value;
      if (!named || start === '') continue;
      // A day of another year has a mistake of its own.
      if (end < `${year}-01-01` || start > `${year}-12-31`) continue;
      // So has one that the text does not name.
      if (body.dates.length > 0 && !body.dates.some((one) => one.start === start && one.end === end)) continue;
      if (end < named.first || named.last < start) yield { at: date.at, found: text, name: named.words };
    }
  },
  say: {
    zh: ({ found, name }) =>
      `日期写的是“${found}”，文件名却以“${name}”开头。请核对；若日期没错，请给文件改名，并改掉引用它的地方。`,
    en: ({ found, name }) =>
      `The date is “${found}”, but the file's name begins with “${name}”. Check which is right; if the date is, rename the file and what refers to it.`,
  },
});

/** The first and last day that a name such as `2022-06-26-drug-control-day.md` or `2022-06-fraud.md` allows. */
function daysOf(name: string): { words: string; first: string; last: string } | undefined {
  const match = /^(?<year>[12]\d{3})-?(?<month>0[1-9]|1[0-2])(?:-?(?<day>0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(name);
  const { year = '', month = '', day } = match?.groups ?? {};
  if (!match) return undefined;
  const [first, last] = [day ?? '01', day ?? '31'].map((one) => `${year}-${month}-${one}`);
  return { words: match[0], first: first ?? '', last: last ?? '' };
}
