/** `shortcoming/unknown`: what a task addresses are shortcomings of the same report. */
import { meantBy, sayMeant } from '../named-entry.js';
import { defineRule } from '../rule.js';

export const shortcomingUnknown = defineRule({
  id: 'shortcoming/unknown',
  severity: 'error',
  about: {
    zh: '任务对应的问题要是本报告里的问题，读者才能从问题看到整改。',
    en: 'What a task addresses is a shortcoming of the same report, so that readers get from one to the other.',
  },
  *find(report) {
    for (const { id, at, target } of report.tasks.flatMap((task) => task.addresses)) {
      if (!target) yield { at, found: id, ...meantBy(id, report.shortcomings) };
    }
  },
  say: {
    zh: ({ found, ...meant }) => `没有问题“${found}”，` + sayMeant(meant, OTHERWISE).zh,
    en: ({ found, ...meant }) => `There is no shortcoming “${found}”. ` + sayMeant(meant, OTHERWISE).en,
  },
});

const OTHERWISE = {
  zh: '请写 shortcomings 文件夹里的文件名（不带序号和扩展名）。',
  en: 'Write the name of a file in the shortcomings folder, without number and extension.',
};
