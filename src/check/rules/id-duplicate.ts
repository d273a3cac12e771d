/** `id/duplicate`: an id names one entry of a report, whatever its kind: all ids are anchors of one page. */
import type { Span } from '../../model/span.js';
import { entriesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const idDuplicate = defineRule({
  id: 'id/duplicate',
  severity: 'error',
  about: {
    zh: '代号是条目在全文里的锚点，一份报告里不能重复，否则链接会指到另一处去。',
    en: 'An id is an anchor of the full text; if two entries had one, links would lead to the wrong place.',
  },
  *find(report) {
    const first = new Map<string, Span>();
    for (const { id, at } of entriesOf(report).toSorted((a, b) => (a.at.file < b.at.file ? -1 : 1))) {
      const other = first.get(id);
      if (!other) first.set(id, at);
      else yield { at, found: id, other: other.file, related: [{ message: FIRST, at: other }] };
    }
  },
  say: {
    zh: ({ found, other }) =>
      `文件名里的“${found}”与 ${other} 相同（序号不算），页面上无法区分。请给其中一个文件改名。`,
    en: ({ found, other }) =>
      `“${found}” in the file name is the same as in ${other} (numbers do not count). Rename one of the files.`,
  },
});

const FIRST = { zh: '相同的名字在这里。', en: 'The same name stands here.' };
