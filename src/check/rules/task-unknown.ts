/** `task/unknown`: the tasks that answer a shortcoming are tasks of the same report. */
import { meantBy, sayMeant } from '../named-entry.js';
import { defineRule } from '../rule.js';

export const taskUnknown = defineRule({
  id: 'task/unknown',
  severity: 'error',
  about: {
    zh: '问题对应的整改任务要是本报告里的任务，读者才能从问题看到打算怎样改。',
    en: 'The tasks that answer a shortcoming are tasks of the same report, so that readers see what is going to be done.',
  },
  *find(report) {
    for (const { id, at, target } of report.shortcomings.flatMap((shortcoming) => shortcoming.tasks)) {
      if (!target) yield { at, found: id, ...meantBy(id, report.tasks) };
    }
  },
  say: {
    zh: ({ found, ...meant }) => `没有整改任务“${found}”，` + sayMeant(meant, OTHERWISE).zh,
    en: ({ found, ...meant }) => `There is no task “${found}”. ` + sayMeant(meant, OTHERWISE).en,
  },
});

const OTHERWISE = {
  zh: '请写 tasks 文件夹里的文件名（不带序号和扩展名）。',
  en: 'Write the name of a file in the tasks folder, without number and extension.',
};
