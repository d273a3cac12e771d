/** `marker/item-unknown`: a marker names items of its own section. */
import { nearest } from '../../diagnostics/nearest.js';
import { itemsOf } from '../../model/entries.js';
import { MARKERS } from '../markers.js';
import { defineRule } from '../rule.js';

export const markerItemUnknown = defineRule<{ found: string; kind: string; section: string }>({
  id: 'marker/item-unknown',
  severity: 'error',
  about: {
    zh: '汇入标记里写了条目的代号，那个条目就要在本章里；写错了，它会排到章末，文字次序就乱了。',
    en: 'A marker that names items names those of its section; a misspelt one would follow the text instead, out of its order.',
  },
  *find(report) {
    if (!report.isWhole) return;
    for (const section of report.sections) {
      for (const { value, at } of section.body.markers) {
        const ids = itemsOf(report).flatMap((item) =>
          item.kind === value.kind && item.section.target?.id === section.id ? [item.id] : [],
        );
        for (const found of (value.ids ?? []).filter((id) => !ids.includes(id))) {
          yield { at, found, kind: MARKERS[value.kind], section: section.id, fix: nearest(found, ids) };
        }
      }
    }
  },
  say: {
    zh: ({ found, kind, section, fix }) =>
      `本章没有代号为“${found}”的条目` +
      (fix
        ? `，是否指“${fix}”？`
        : `。代号是 ${kind} 文件夹里的文件名（不带序号和扩展名），文件里要写 section: ${section}。`),
    en: ({ found, kind, section, fix }) =>
      `This section has no item “${found}”.` +
      (fix
        ? ` Did you mean “${fix}”?`
        : ` An id is the name of a file in ${kind} without its number and extension; the file says section: ${section}.`),
  },
});
