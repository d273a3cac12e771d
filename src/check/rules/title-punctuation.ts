/** `title/punctuation`: a title on a line of its own ends without a mark. */
import { entriesOf } from '../../model/entries.js';
import { spanIn, type Passage } from '../../model/passage.js';
import type { AnyEntry, Report } from '../../model/site.js';
import { mendIn } from '../mend.js';
import { defineRule } from '../rule.js';

const MARKS = /[。，：；、,:;.—-]+[ \t\u3000]*$/;

export const titlePunctuation = defineRule<{ found: string }>({
  id: 'title/punctuation',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '标题独占一行时，末尾不加句号、冒号等标点。章节标题后面直接接正文的（如“动员部署。今年年初……”），标点是句子的一部分，不在此列。',
    en: 'A title on a line of its own ends without a mark. A section title that runs in to its paragraph (动员部署。今年年初…) keeps the mark, which is part of the sentence.',
  },
  *find(report) {
    for (const title of titlesAlone(report)) {
      const match = MARKS.exec(title.text);
      if (!match) continue;
      const found = match[0].trimEnd();
      const edit = mendIn(title, match.index, found.length, '');
      yield {
        at: spanIn(title, match.index, found.length),
        found,
        fix: title.text.slice(0, match.index),
        ...(edit && { edits: [edit] }),
      };
    }
  },
  say: {
    zh: ({ found, fix }) => `标题独占一行，末尾不加标点：请删去“${found}”，写成“${fix}”。`,
    en: ({ found, fix }) => `A title on a line of its own ends without a mark: remove “${found}” and write “${fix}”.`,
  },
});

function titlesAlone(report: Report): Passage[] {
  const alone = [report, ...entriesOf(report).filter((entry) => !runsIn(entry))];
  return alone.flatMap(({ values }) => values.find((passage) => passage.key === 'title') ?? []);
}

/** Whether pages show a title and the paragraph behind it as one. */
function runsIn(entry: AnyEntry): boolean {
  return entry.kind === 'section' && entry.runIn !== '' && entry.composed.children[0]?.type === 'paragraph';
}
