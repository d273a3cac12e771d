/** `office/unknown`: whoever an entry holds responsible is an office that `site.yaml` lists. */
import { nearest } from '../../diagnostics/nearest.js';
import { entriesOf } from '../../model/entries.js';
import { defineRule } from '../rule.js';

/** What people put between the offices of a list, and around it. */
const MARKS = /[，、,；;\s【】［］（）「」[\]]+/;

export const officeUnknown = defineRule({
  id: 'office/unknown',
  severity: 'error',
  about: {
    zh: '责任单位要先登记在 site.yaml 里：写错一个字，职责就落到一个不存在的单位头上。',
    en: 'Offices are listed in site.yaml: with one wrong character a duty would be that of an office which does not exist.',
  },
  *find(report, site) {
    // Offices that could not be read are one mistake, in site.yaml.
    if (site.offices.length === 0) return;
    const names = site.offices.flatMap((office) => [office.name, ...office.aliases]);
    for (const { name, at, office } of [...report.offices, ...entriesOf(report).flatMap((entry) => entry.offices)]) {
      if (office !== undefined) continue;
      const parts = name.split(MARKS).filter((part) => part !== '');
      const isList = parts.length > 1 && parts.every((part) => names.includes(part));
      yield { at, found: name, isList, fix: isList ? `[${parts.join(', ')}]` : nearest(parts.join(''), names) };
    }
  },
  say: {
    zh: ({ found, fix, isList }) => {
      if (isList) return `“${found}”是几个责任单位，列表要用英文方括号和英文逗号。请写成 ${fix}`;
      return `未登记的责任单位“${found}”，` + (fix ? `是否指“${fix}”？` : '请先登记到 site.yaml 的 offices。');
    },
    en: ({ found, fix, isList }) => {
      if (isList) return `“${found}” is several offices. Write the list as ${fix}`;
      return `Unknown office “${found}”. ` + (fix ? `Did you mean “${fix}”?` : 'List it in site.yaml under offices.');
    },
  },
});
