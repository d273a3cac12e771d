/** `faithful/figure`: a figure, value and unit together, stands in the text. */
import { folded } from '../../model/folded.js';
import { entriesWithWords, wordsBehind } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulFigure = defineRule({
  id: 'faithful/figure',
  severity: 'error',
  silence: 'with-reason',
  *find(report) {
    const whole = [report.lead.text, ...report.sections.map((section) => section.text)].join('\n');
    const figures = [
      ...report.figures.map((figure) => ({ figure, text: whole })),
      ...entriesWithWords(report).flatMap((entry) =>
        entry.figures.map((figure) => ({ figure, text: wordsBehind(entry, report) })),
      ),
    ];
    for (const { figure, text } of figures) {
      const words = figure.value + figure.unit;
      if (!stands(folded(text), folded(words))) yield { at: figure.at, found: words };
    }
  },
  say: {
    zh: ({ found }) => `正文里没有“${found}”。数值和单位连起来要与报告原文一字不差，请核对。`,
    en: ({ found }) =>
      `“${found}” does not stand in the text. Value and unit together must be as the report writes them.`,
  },
});

/** The words stand in the text, and not inside a longer number. */
function stands(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + words.length] ?? '';
    const isCut = (/^\d/.test(words) && /[\d.]/.test(before)) || (/\d$/.test(words) && /\d/.test(after));
    if (!isCut) return true;
  }
  return false;
}
