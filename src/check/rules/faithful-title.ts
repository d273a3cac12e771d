/** `faithful/title`: titles, topics, laws, causes and labels are made of words of the report. */
import { spanOf, type Report } from '../../model/site.js';
import type { Located, Span } from '../../model/span.js';
import { entriesOf } from '../entries.js';
import { notIn, wordsBehind } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulTitle = defineRule({
  id: 'faithful/title',
  severity: 'error',
  *find(report) {
    for (const { value, at, text } of namesOf(report)) {
      const missing = notIn(text, value);
      if (missing.length > 0) yield { at, found: value, missing };
    }
  },
  say: {
    zh: ({ found, missing }) =>
      `“${found}”里的“${missing.join('”“')}”在正文里找不到。请改用报告原文里的词，或核对是否写错字。`,
    en: ({ found, missing }) =>
      `“${missing.join('”, “')}” of “${found}” does not stand in the text. Use the report's own words, or check the spelling.`,
  },
});

function namesOf(report: Report): { value: string; at: Span; text: string }[] {
  return entriesOf(report).flatMap((entry) => {
    const text = wordsBehind(entry, report);
    const title = entry.kind === 'section' ? [] : [{ value: entry.title, at: spanOf(entry, 'title') }];
    const topic = 'topic' in entry ? [entry.topic as Located<string>] : [];
    const law = 'law' in entry ? [entry.law as Located<string>] : [];
    const cause = 'cause' in entry ? [entry.cause as Located<string>] : [];
    const labels = entry.figures.map((figure) => ({ value: figure.label, at: figure.at }));
    return [...title, ...topic, ...law, ...cause, ...labels].map((name) => ({ ...name, text }));
  });
}
