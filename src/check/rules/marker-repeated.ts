/** `marker/repeated`: a section calls its items of one kind in one place. */
import type { Span } from '../../model/span.js';
import { MARKERS } from '../markers.js';
import { defineRule } from '../rule.js';

export const markerRepeated = defineRule({
  id: 'marker/repeated',
  severity: 'error',
  about: {
    zh: '同一类条目在一个章节里只汇入一次，写两次，报告里就会重复。',
    en: 'A section runs in its items of one kind once; twice would print them twice.',
  },
  *find(report) {
    for (const { body } of report.sections) {
      const first = new Map<string, Span>();
      for (const { value, at } of body.markers) {
        const other = first.get(value);
        if (!other) first.set(value, at);
        else yield { at, found: MARKERS[value], related: [{ message: FIRST, at: other }] };
      }
    }
  },
  say: {
    zh: ({ found }) => `<!-- ${found} --> 在本章写了两次，条目只会排在第一处。请删去一处。`,
    en: ({ found }) => `<!-- ${found} --> stands twice in this section; the items run in at the first. Remove one.`,
  },
});

const FIRST = { zh: '第一处在这里。', en: 'The first one is here.' };
