/** `office/none`: a report says who answers for what it tells of. */
import { entriesOf } from '../../model/entries.js';
import { spanOf, type Report, type Section } from '../../model/site.js';
import { withSectionsBelow } from '../parts.js';
import { defineRule } from '../rule.js';

export const officeNone = defineRule({
  id: 'office/none',
  severity: 'warning',
  silence: 'allowed',
  about: {
    zh: '读者和督察人员要知道每件事由谁负责；一处责任单位也没有，“责任单位”页面就是空的。',
    en: 'Readers and supervisors look for who answers for what; without any office, the page of offices is empty.',
  },
  *find(report) {
    const entries = entriesOf(report);
    // While texts are still to be written, `text/empty` says so.
    const isWritten = report.lead.text !== '' && report.sections.every((section) => hasText(report, section));
    if (!report.isWhole || entries.length === 0 || !isWritten) return;
    if ([report, ...entries].every((one) => one.offices.length === 0)) yield { at: spanOf(report, 'organ') };
  },
  say: {
    zh: () =>
      '这份报告没有写任何责任单位。请在活动、职责或章节文件里加上 office，例如 office: 司法所；原文没有写明的不必补。',
    en: () =>
      'This report names no responsible office. Add “office” to events, duties or sections where the report names one.',
  },
});

function hasText(report: Report, top: Section): boolean {
  return withSectionsBelow(report, top).some((section) => section.text !== '');
}
