/** `faithful/figure`: a figure, value and unit together, stands in the text. */
import { saidInstead, standsIn } from '../figures.js';
import { entriesWithWords, textOf, wordsBehind } from '../faithful.js';
import { defineRule } from '../rule.js';

export const faithfulFigure = defineRule({
  id: 'faithful/figure',
  severity: 'error',
  about: {
    zh: '每个数据连同单位都要是正文里的原数，网页上不出现报告没有说过的数字。',
    en: 'A figure with its unit stands in the text: no page shows a number that the report does not give.',
  },
  silence: 'with-reason',
  *find(report) {
    const whole = textOf(report);
    const figures = [
      ...report.figures.map((figure) => ({ figure, text: whole })),
      ...entriesWithWords(report).flatMap((entry) =>
        entry.figures.map((figure) => ({ figure, text: wordsBehind(entry, report) })),
      ),
    ];
    for (const { figure, text } of figures) {
      const words = figure.value + figure.unit;
      if (!standsIn(text, figure)) yield { at: figure.at, found: words, said: saidInstead(figure, text) };
    }
  },
  say: {
    zh: ({ found, said }) =>
      `正文里没有“${found}”。${said === undefined ? '' : `正文写的是“${said}”。`}数值和单位连起来要与报告原文一字不差，请核对。`,
    en: ({ found, said }) =>
      `“${found}” does not stand in the text. ${said === undefined ? '' : `The text says “${said}”. `}Value and unit together must be as the report writes them.`,
  },
});
