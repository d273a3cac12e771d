/** `ordinal/level`: ordinals inside a section are below its own: 一、 then （一） then 1. then （1）. */
import { entriesOf } from '../../model/entries.js';
import { spanIn } from '../../model/passage.js';
import type { Report, Section } from '../../model/site.js';
import type { AnyEntry } from '../../model/site.js';
import { ordinalsAtLineStarts } from '../ordinals.js';
import { defineRule } from '../rule.js';

const NAMES = ['一、', '（一）', '1.', '（1）'];

export const ordinalLevel = defineRule<{ found: string; above: string; own: string; below: string }>({
  id: 'ordinal/level',
  severity: 'error',
  silence: 'allowed',
  about: {
    zh: '公文序号的次序是“一、”“（一）”“1.”“（1）”，里层要比外层低，不能在“（一）”下面又从“一、”写起，否则和章的序号混在一起。可以越过一级往下写。',
    en: 'Official documents number 一、 then （一） then 1. then （1）. What stands inside （一） is never 一、 again, which readers take for a chapter; a level may be left out on the way down.',
  },
  *find(report) {
    for (const entry of entriesOf(report)) {
      const section = sectionOf(entry, report);
      if (!section) continue;
      let highest = Infinity;
      /** What the next lines stand in: the section, then the last line of the highest level below it. */
      let inside = { level: section.level, name: `${section.number}${section.title}` };
      for (const passage of entry.body.passages) {
        for (const { level, start, words } of ordinalsAtLineStarts(passage.text)) {
          const own = NAMES[level - 1] ?? '';
          const at = spanIn(passage, start, words.length);
          if (level <= section.level) {
            yield { at, found: words, above: inside.name, own, below: NAMES[inside.level] ?? '（1）' };
            continue;
          }
          if (level < highest && highest !== Infinity) {
            yield { at, found: words, above: NAMES[highest - 1] ?? '', own, below: '' };
          }
          if (level <= highest) inside = { level, name: lineAt(passage.text, start) };
          highest = Math.min(highest, level);
        }
      }
    }
  },
  say: {
    zh: ({ found, above, own, below }) =>
      below === ''
        ? `“${own}”比“${above}”高一级，前面已从“${above}”写起，“${found}”就成了它的下级。请调整序号的层次。`
        : `“${found}”写在“${above}”里面，应比它低一级：请改用“${below}”，或在 sections 文件夹为这一段新建文件，序号会自动编排。`,
    en: ({ found, above, own, below }) =>
      below === ''
        ? `“${own}” is above “${above}”, which the text began with, so “${found}” would stand below it. Set the levels right.`
        : `“${found}” stands inside “${above}” and is to be below it: use “${below}”, or create a file for it in the sections folder; numbers come by themselves.`,
  },
});

function sectionOf(entry: AnyEntry, report: Report): Section | undefined {
  return entry.kind === 'section' ? entry : report.sections.find((one) => one.id === entry.section.target?.id);
}

function lineAt(text: string, start: number): string {
  const line = text.slice(start).split('\n', 1)[0]?.trimEnd() ?? '';
  return line.length > 16 ? `${line.slice(0, 16)}…` : line;
}
