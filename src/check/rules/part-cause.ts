/** `part/cause`: the part on shortcomings tells why there are any. */
import { spanOf } from '../../model/site.js';
import { sectionsOf, withSectionsBelow } from '../parts.js';
import { defineRule } from '../rule.js';

const CAUSE =
  /原因|由于|因为|源于|缘于|根源|归因|归咎|起因|成因|症结|所致|导致|致使|造成|受[^，。；]{1,16}(?:影响|限制|制约)|受限于|因(?!此|而|[地人时事]制宜|势利导|材施教|果|公)[^，。；]{1,20}[，,、]/;

export const partCause = defineRule({
  id: 'part/cause',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '年度报告的第二部分要写“不足和原因”，只列不足、不写原因不完整。',
    en: 'The second part of an annual report is on shortcomings and their causes; a list of shortcomings alone is half of it.',
  },
  *find(report) {
    if (!report.isWhole || report.shortcomings.some((shortcoming) => shortcoming.cause)) return;
    const [top, ...others] = sectionsOf(report, 'shortcomings');
    if (!top) return;
    const sections = [top, ...others].flatMap((section) => withSectionsBelow(report, section));
    // The part's own title promises causes at most.
    const words = sections.flatMap((section) => [section.parent ? section.title : '', section.text]);
    // A part still to be written is `text/empty`.
    const isWritten = sections.some((section) => section.text !== '');
    if (isWritten && !words.some((one) => CAUSE.test(one))) yield { at: spanOf(top, 'title'), found: top.title };
  },
  say: {
    zh: ({ found }) =>
      `“${found}”只写了不足，没有写原因。年度报告要写“不足和原因”，请补写，例如“主要原因是……”；若原文确实没有，请与撰写单位核实。`,
    en: ({ found }) =>
      `“${found}” tells of shortcomings and no cause. An annual report tells both: add one, such as “主要原因是……”, or ask its authors.`,
  },
});
