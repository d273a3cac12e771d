/** What each office answers for, gathered from every entry that names it. */
import type { OfficeEntry, OfficesProps } from '../../templates/offices.js';
import type { AnyEntry, Entry, Office, Report, Section } from '../model/site.js';
import { contains } from '../model/folded.js';
import type { Context } from './context.js';
import { dateFacts } from './dates.js';
import { folderOf, listedUrl, sectionPath } from './entries.js';
import { linkTo } from './link-to.js';

export function offices(report: Report, context: Context, url: string): OfficesProps {
  const assigned = context.offices.map((office) => ({ office, lists: listsOf(office, report, url) }));
  const words = wordsOf(report);
  const busy = assigned.filter(({ lists }) => lists.length > 0);
  return {
    lede: `${report.year}年度报告写明由谁负责的工作。单位名称以登记的全称为准，报告里的简称一并归入。`,
    facts: [{ label: '发布机构', value: report.organ }, ...dateFacts(report)],
    offices: busy.map(({ office, lists }): OfficeEntry => ({ id: office.id, name: office.name, lists })),
    mentioned: assigned
      .filter(({ office, lists }) => lists.length === 0 && isMentioned(office, words))
      .map(({ office: { id, name } }) => ({ id, name })),
  };
}

function wordsOf({ lead, sections }: Report): string {
  return [lead.text, ...sections.flatMap(({ title, text }) => [title, text])].join('\n');
}

/** Whether a report's words speak of an office, under its name or an alias. */
function isMentioned(office: Office, words: string): boolean {
  return [office.name, ...office.aliases].some((name) => contains(words, name));
}

/** Whether an entry names an office, by whichever of its names. */
export function names(entry: Entry, office: Office): boolean {
  return entry.offices.some((reference) => reference.office === office.id);
}

/** Where a section stands, and when what it tells of was, if its clerk said so. */
function sectionMark(section: Section, report: Report): string {
  const path = sectionPath(section, report);
  return section.date ? `${path} ${section.date.value.text}` : path;
}

function listsOf(office: Office, report: Report, url: string): OfficeEntry['lists'] {
  const href = (entry: AnyEntry): string => linkTo(url, folderOf(report.path) + listedUrl(entry));
  const lists = [
    {
      name: '活动',
      items: report.events
        .filter((event) => names(event, office))
        .map((event) => ({ mark: event.date.value.text, title: event.title, href: href(event) })),
    },
    {
      name: '职责',
      items: report.duties
        .filter((duty) => names(duty, office))
        .map((duty) => ({ title: duty.title, href: href(duty) })),
    },
    {
      name: '不足',
      items: report.shortcomings
        .filter((shortcoming) => names(shortcoming, office))
        .map((shortcoming) => ({ title: shortcoming.title, href: href(shortcoming) })),
    },
    {
      name: '报告章节',
      items: report.sections
        .filter((section) => names(section, office))
        .map((section) => ({ mark: sectionMark(section, report), title: section.title, href: href(section) })),
    },
    {
      name: `${report.year + 1}年任务`,
      items: report.tasks
        .filter((task) => names(task, office))
        .map((task) => ({ title: task.title, href: href(task) })),
    },
  ];
  return lists.filter(({ items }) => items.length > 0);
}
