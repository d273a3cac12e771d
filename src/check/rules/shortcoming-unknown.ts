/** `shortcoming/unknown`: what a task addresses are shortcomings of the same report. */
import { nearest } from '../../diagnostics/nearest.js';
import { defineRule } from '../rule.js';

export const shortcomingUnknown = defineRule({
  id: 'shortcoming/unknown',
  severity: 'error',
  *find(report) {
    const ids = report.shortcomings.map((shortcoming) => shortcoming.id);
    for (const { id, at, target } of report.tasks.flatMap((task) => task.addresses)) {
      if (!target) yield { at, found: id, fix: nearest(id, ids) };
    }
  },
  say: {
    zh: ({ found, fix }) =>
      `没有问题“${found}”，` + (fix ? `是否指“${fix}”？` : '请写 shortcomings 文件夹里的文件名（不带序号和扩展名）。'),
    en: ({ found, fix }) =>
      `There is no shortcoming “${found}”. ` +
      (fix
        ? `Did you mean “${fix}”?`
        : 'Write the name of a file in the shortcomings folder, without number and extension.'),
  },
});
