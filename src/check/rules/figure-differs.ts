/** `figure/differs`: a figure that stands in two places of the keys has one value. */
import { entriesOf } from '../../model/entries.js';
import { folded } from '../../model/folded.js';
import type { Figure, Report } from '../../model/site.js';
import { textOf } from '../faithful.js';
import { partsOf, standsIn } from '../figures.js';
import { defineRule } from '../rule.js';

export const figureDiffers = defineRule({
  id: 'figure/differs',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '同一个数据在概览和条目里写得不一样，读者不知道信哪一个。',
    en: 'A figure that differs between the overview and an entry leaves readers with the question which is true.',
  },
  *find(report) {
    for (const [figure, other] of pairsOf(report)) {
      yield {
        at: figure.at,
        label: figure.label,
        found: figure.value + figure.unit,
        other: other.value + other.unit,
        file: other.at.file,
        related: [{ message: OTHER, at: other.at }],
      };
    }
  },
  say: {
    zh: ({ label, found, other, file }) =>
      `“${label}”这里写“${found}”，${file} 里写“${other}”。请核对，同一个数据要一致；若所指不同，请把 label 写得有区别。`,
    en: ({ label, found, other, file }) =>
      `“${label}” is “${found}” here and “${other}” in ${file}. Make them agree, or tell them apart by their labels.`,
  },
});

const OTHER = { zh: '另一处在这里。', en: 'The other place is here.' };

/**
 * Figures that contradict each other: in one file, or a key figure of the report and the only entry that has it. A value
 * that the text lacks has a mistake of its own.
 */
function pairsOf(report: Report): [Figure, Figure][] {
  const whole = textOf(report);
  const entries = entriesOf(report)
    .filter((entry) => entry.figures.length > 0)
    .map(({ kind, figures }) => ({ kind, figures: figures.filter((figure) => standsIn(whole, figure)) }));
  const ofReport = report.figures.filter((figure) => standsIn(whole, figure));
  const inOneFile = [ofReport, ...entries.map((entry) => entry.figures)].flatMap((figures) =>
    figures.flatMap((figure, index): [Figure, Figure][] => {
      const first = figures.slice(0, index).find((one) => isAlike(one, figure));
      return first && !isEqual(first, figure) ? [[figure, first]] : [];
    }),
  );
  const inTwoFiles = ofReport.flatMap((figure): [Figure, Figure][] => {
    const [owner, ...others] = entries.flatMap(({ kind, figures }) =>
      figures.filter((one) => isAlike(one, figure)).map((one) => ({ figure: one, kind })),
    );
    if (!owner || others.length > 0 || isEqual(owner.figure, figure)) return [];
    // A year's total may be more than what one occasion gave.
    const isTotal = owner.kind === 'event' && !(numberOf(figure) < numberOf(owner.figure));
    return isTotal ? [] : [[figure, owner.figure]];
  });
  return [...inOneFile, ...inTwoFiles];
}

function isAlike(a: Figure, b: Figure): boolean {
  return folded(a.label) === folded(b.label) && partsOf(a).unit === partsOf(b).unit;
}

function isEqual(a: Figure, b: Figure): boolean {
  return partsOf(a).number === partsOf(b).number;
}

function numberOf(figure: Figure): number {
  return Number(partsOf(figure).number);
}
