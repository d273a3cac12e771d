/** `task/unknown`: the tasks that answer a shortcoming are tasks of the same report. */
import { nearest } from '../../diagnostics/nearest.js';
import { defineRule } from '../rule.js';

export const taskUnknown = defineRule({
  id: 'task/unknown',
  severity: 'error',
  *find(report) {
    const ids = report.tasks.map((task) => task.id);
    for (const { id, at, target } of report.shortcomings.flatMap((shortcoming) => shortcoming.tasks)) {
      if (!target) yield { at, found: id, fix: nearest(id, ids) };
    }
  },
  say: {
    zh: ({ found, fix }) =>
      `没有整改任务“${found}”，` + (fix ? `是否指“${fix}”？` : '请写 tasks 文件夹里的文件名（不带序号和扩展名）。'),
    en: ({ found, fix }) =>
      `There is no task “${found}”. ` +
      (fix ? `Did you mean “${fix}”?` : 'Write the name of a file in the tasks folder, without number and extension.'),
  },
});
