/** `faithful/place`: the place of an event stands in its text. */
import { contains } from '../../model/folded.js';
import { wordsBehind } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulPlace = defineRule({
  id: 'faithful/place',
  severity: 'error',
  about: {
    zh: '活动地点要在正文里出现，网页上不出现报告没有说过的地点。',
    en: 'The place of an event stands in its text: no page names a place that the report does not.',
  },
  silence: 'with-reason',
  *find(report) {
    for (const event of report.events) {
      if (!event.place || event.body.text === '') continue;
      const text = wordsBehind(event, report);
      const missing = event.place.value.split('、').filter((part) => !contains(text, part));
      if (missing.length > 0) yield { at: event.place.at, found: missing.join('、') };
    }
  },
  say: {
    zh: ({ found }) => `正文里没有地点“${found}”。请用报告原文里的写法。`,
    en: ({ found }) => `The text does not name the place “${found}”. Write it as the report does.`,
  },
});
