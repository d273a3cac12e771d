/** `marker/repeated`: a section calls each of its items in one place. */
import type { Span } from '../../model/span.js';
import { wordsOf } from '../markers.js';
import { defineRule } from '../rule.js';

export const markerRepeated = defineRule({
  id: 'marker/repeated',
  severity: 'error',
  about: {
    zh: '同一条目在一个章节里只汇入一次，写两次，报告里就会重复。',
    en: 'A section runs in each item once; twice would print it twice.',
  },
  *find(report) {
    for (const { body } of report.sections) {
      const first = new Map<string, Span>();
      for (const { value, at } of body.markers) {
        for (const call of value.ids?.map((id) => ({ ...value, ids: [id] })) ?? [value]) {
          const found = wordsOf(call);
          const other = first.get(found);
          if (!other) first.set(found, at);
          else yield { at, found, related: [{ message: FIRST, at: other }] };
        }
      }
    }
  },
  say: {
    zh: ({ found }) => `<!-- ${found} --> 在本章写了两次，条目只会排在第一处。请删去一处。`,
    en: ({ found }) => `<!-- ${found} --> stands twice in this section; the items run in at the first. Remove one.`,
  },
});

const FIRST = { zh: '第一处在这里。', en: 'The first one is here.' };
