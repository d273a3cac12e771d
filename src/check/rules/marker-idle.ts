/** `marker/idle`: where a section calls its items, there are some. */
import { itemsOf } from '../../model/entries.js';
import { callItems } from '../../model/marker-calls.js';
import { MARKERS } from '../markers.js';
import { defineRule } from '../rule.js';

export const markerIdle = defineRule({
  id: 'marker/idle',
  severity: 'warning',
  about: {
    zh: '章节里写了汇入标记，却没有这一类条目，这里会留下半句话。',
    en: 'A section calls its items in a place where there are none, which leaves half a sentence.',
  },
  *find(report) {
    // An item whose section is misspelt has a mistake of its own; it is not missed here a second time.
    if (!report.isWhole || itemsOf(report).some((item) => !item.section.target)) return;
    for (const section of report.sections) {
      const items = itemsOf(report).filter((item) => item.section.target?.id === section.id);
      const { markers } = section.body;
      const isFirst = (index: number): boolean =>
        !markers.slice(0, index).some(({ value }) => value.kind === markers[index]?.value.kind && !value.ids);
      const { called } = callItems(
        markers.map(({ value }) => value),
        items,
      );
      for (const [index, { value, at }] of markers.entries()) {
        // Those that name items or stand twice have rules of their own.
        if (value.ids || !isFirst(index) || (called[index] ?? []).length > 0) continue;
        yield { at, found: MARKERS[value.kind], section: section.id };
      }
    }
  },
  say: {
    zh: ({ found, section }) =>
      `本章没有要排在 <!-- ${found} --> 处的条目。请在 ${found} 文件夹的文件里写 section: ${section}，或删去这个标记。`,
    en: ({ found, section }) =>
      `No item runs in at <!-- ${found} -->. Write section: ${section} in files of the ${found} folder, or remove the marker.`,
  },
});
