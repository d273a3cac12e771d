/** `text/repeated`: no two items of a kind, or sections, say the same: a copy left in the folder would print twice. */
import { byCodeUnit } from '../../model/by-code-unit.js';
import { entriesOf } from '../../model/entries.js';
import type { AnyEntry } from '../../model/site.js';
import type { Span } from '../../model/span.js';
import { folded } from '../../model/folded.js';

import { defineRule } from '../rule.js';

export const textRepeated = defineRule({
  id: 'text/repeated',
  severity: 'error',
  about: {
    zh: '两个文件标题和正文都一样，多半是留在文件夹里的副本，报告里会出现两遍。',
    en: 'Two files with one title and text are mostly a copy left in the folder, and the report would say it twice.',
  },
  silence: 'allowed',
  *find(report) {
    const first = new Map<string, Span>();
    for (const { kind, title, body, at } of entriesOf(report).toSorted(byName)) {
      if (body.text === '') continue;
      const words = [kind, folded(title), folded(body.text)].join('\n');
      const other = first.get(words);
      if (!other) first.set(words, at);
      else yield { at, other: other.file, related: [{ message: FIRST, at: other }] };
    }
  },
  say: {
    zh: ({ other }) => `这个文件与 ${other} 的标题和正文相同，报告里会出现两遍。若是副本，请移出内容文件夹。`,
    en: ({ other }) =>
      `This file has the title and text of ${other}, so the report would say it twice. Move a copy out of the content folder.`,
  },
});

const FIRST = { zh: '相同的内容在这里。', en: 'The same text stands here.' };

/** A copy has the longer name: `… - 副本.md`. */
function byName(a: AnyEntry, b: AnyEntry): number {
  return a.at.file.length - b.at.file.length || byCodeUnit(a.at.file, b.at.file);
}
