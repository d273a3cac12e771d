/** `text/twice`: no paragraph is pasted twice. */
import { passagesOf } from '../../model/entries.js';
import { folded } from '../../model/folded.js';
import type { Span } from '../../model/span.js';
import { defineRule } from '../rule.js';

/** Characters. Shorter ones, such as 具体情况如下：, may well come again. */
const MIN_LENGTH = 15;

export const textTwice = defineRule({
  id: 'text/twice',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '同一段话在报告里出现两遍，多半是粘贴时多贴了一次。',
    en: 'A paragraph that stands in the report twice was most likely pasted once too often.',
  },
  *find(report) {
    const first = new Map<string, Span>();
    for (const { key, text, at } of passagesOf(report)) {
      if (key !== undefined) continue;
      const words = folded(text);
      if (words.length < MIN_LENGTH) continue;
      const other = first.get(words);
      // A copied file has a rule of its own, which names the file.
      if (!other) first.set(words, at);
      else if (other.file === at.file) yield { at, related: [{ message: FIRST, at: other }] };
    }
  },
  say: {
    zh: () => '这一段与前面的一段完全相同。若是重复粘贴，请删去一段。',
    en: () => 'This paragraph is the same as an earlier one. If it was pasted twice, delete one of them.',
  },
});

const FIRST = { zh: '相同的一段在这里。', en: 'The same paragraph stands here.' };
