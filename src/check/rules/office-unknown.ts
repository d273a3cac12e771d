/** `office/unknown`: whoever an entry holds responsible is an office that `site.yaml` lists. */
import { nearest } from '../../diagnostics/nearest.js';
import { entriesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

export const officeUnknown = defineRule({
  id: 'office/unknown',
  severity: 'error',
  *find(report, site) {
    const names = site.offices.flatMap((office) => [office.name, ...office.aliases]);
    for (const { name, at, office } of [...report.offices, ...entriesOf(report).flatMap((entry) => entry.offices)]) {
      if (office === undefined) yield { at, found: name, fix: nearest(name, names) };
    }
  },
  say: {
    zh: ({ found, fix }) =>
      `未登记的责任单位“${found}”，` + (fix ? `是否指“${fix}”？` : '请先登记到 site.yaml 的 offices。'),
    en: ({ found, fix }) =>
      `Unknown office “${found}”. ` + (fix ? `Did you mean “${fix}”?` : 'List it in site.yaml under offices.'),
  },
});
