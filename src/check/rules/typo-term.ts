/** `typo/term`: words of the house list, which `terms.yaml` adds to. */
import { passagesOf } from '../../model/entries.js';
import { spanIn, type Passage } from '../../model/passage.js';
import type { Severity, Words } from '../../diagnostics/diagnostic.js';
import { isProse } from '../prose.js';
import { defineRule } from '../rule.js';
import { termsFor } from '../terms.js';

export const typoTerm = defineRule<{ found: string; reason: Words }>({
  id: 'typo/term',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '按用词表提示容易写错的词。程序自带几条有依据的，content/terms.yaml 可以增加、改写或关闭。引用别处原文时照原文写，用备注说明理由。',
    en: 'Words of a list that are easily wrong. A few well-founded ones come with the program; content/terms.yaml adds to them, changes them or takes them out.',
  },
  *find(report, site) {
    const terms = termsFor(report, site);
    for (const passage of passagesOf(report).filter(isProse)) {
      for (const { wrong, right, severity, reason, near } of terms) {
        if (near.length > 0 && !near.some((words) => passage.text.includes(words))) continue;
        for (const start of placesOf(wrong, right, passage)) {
          yield {
            at: spanIn(passage, start, wrong.length),
            severity: severity as Severity,
            found: wrong,
            reason,
            ...(right !== undefined && { fix: right }),
          };
        }
      }
    }
  },
  say: {
    zh: ({ found, fix, reason }) =>
      `${fix === undefined ? `请核对“${found}”` : `“${found}”是否应为“${fix}”？`}${fix === undefined ? '：' : ''}${bare(reason.zh)}。`,
    en: ({ found, fix, reason }) =>
      `${fix === undefined ? `Check “${found}”: ` : `Should “${found}” be “${fix}”? `}${bare(reason.en)}.`,
  },
});

/** Where a wrong word stands, unless it is part of the right one: 宪法周 in 宪法宣传周. */
function* placesOf(wrong: string, right: string | undefined, { text }: Passage): Iterable<number> {
  const inside = right?.indexOf(wrong) ?? -1;
  for (let start = text.indexOf(wrong); start >= 0; start = text.indexOf(wrong, start + wrong.length)) {
    if (right !== undefined && inside >= 0 && text.startsWith(right, start - inside)) continue;
    yield start;
  }
}

/** A clerk may or may not end a reason with a mark. */
function bare(reason: string): string {
  return reason.replace(/[。.\s]+$/, '');
}
