/** The overview of one report, from wherever it is shown: its own folder, or the site's front page. */
import { entriesOf } from '../model/entries.js';
import type { OverviewProps } from '../../templates/overview.js';
import type { Figure, Report, Section } from '../model/site.js';
import { checklistState } from './checklist-state.js';
import type { Context } from './context.js';
import { folderOf, sentenceUrl } from './entries.js';
import { linkTo } from './link-to.js';
import { blocks } from './prose.js';
import { yearMonths, yearStrip } from './year-strip.js';

/** A report by its name among others. */
export interface NamedReport {
  path: string;
  name: string;
}

/** What an overview tells of other reports. */
export interface OtherReports {
  /** Of the town, this one among them. */
  years: readonly NamedReport[];
  /** Whether the site has a directory of several towns. */
  hasDirectory: boolean;
}

/** Enough to show how the list reads. */
const EXCERPT = 4;

export function overview(
  report: Report,
  context: Context,
  { years, hasDirectory }: OtherReports,
  url: string,
): OverviewProps {
  const to = (page: string): string => linkTo(url, folderOf(report.path) + page);
  const { events, duties, shortcomings } = report;
  const stripEvents = events.map((event) => ({
    date: event.date.value,
    title: event.topic?.value ?? event.title,
    href: to(`timeline/#${event.id}`),
  }));
  return {
    lead: lead(report, context, url),
    fullText: to('report/'),
    ...(events.length > 0 && {
      year: {
        year: report.year,
        strip: yearStrip(stripEvents, report.year),
        months: yearMonths(stripEvents, report.year),
        href: to('timeline/'),
      },
    }),
    figures: figuresInTextOrder(report).map(({ figure, id }) => ({
      value: figure.value,
      unit: figure.unit,
      label: figure.label,
      href: id === undefined ? to('report/') : linkTo(url, sentenceUrl({ kind: 'entry', report: report.path, id })),
    })),
    parts: report.sections
      .filter((section) => section.level === 1)
      .map((section) => ({
        numeral: section.number.replace(/[、.]$/, ''),
        title: section.title,
        href: to(`report/#${section.id}`),
        topics: topics(section, report),
      })),
    ...(duties.length > 0 && {
      checklist: {
        state: checklistState(duties),
        duties: duties.slice(0, EXCERPT).map((duty) => ({ ...duty, href: to(`checklist/#${duty.id}`) })),
        caption: excerptCaption(duties.length),
        href: to('checklist/'),
      },
    }),
    ...(shortcomings.length > 0 && {
      followUp: {
        shortcomings: shortcomings.map((shortcoming) => ({
          title: shortcoming.title,
          href: to(`follow-up/#${shortcoming.id}`),
          tasks: shortcoming.tasks.flatMap(({ target }) => {
            const task = target && context.entries.find(target);
            return task ? [{ title: task.title, href: to(`follow-up/#${task.id}`) }] : [];
          }),
        })),
        href: to('follow-up/'),
      },
    }),
    others: years
      .filter(({ path }) => path !== report.path)
      .toReversed()
      .map(({ path, name }) => ({ name, href: linkTo(url, folderOf(path)) })),
    ...(hasDirectory && { directory: linkTo(url, '') }),
  };
}

/** Whoever has the page on paper cannot open the whole list, and is told that there is more of it. */
function excerptCaption(total: number): string {
  return total > EXCERPT ? `责任清单节选（前${EXCERPT}项，共${total}项）` : `责任清单（共${total}项）`;
}

function lead(report: Report, context: Context, url: string): OverviewProps['lead'] {
  const place = context.notes.placeOn(url);
  if (report.summary === undefined) return blocks(report.lead.tree.children, place);
  return blocks([{ type: 'paragraph', children: [{ type: 'text', value: report.summary }] }], place);
}

/** What a part of the report holds: its headings, or how many items it lists. */
function topics(section: Section, report: Report): string[] {
  const children = report.sections.filter((one) => one.parent?.target?.id === section.id);
  if (children.length > 0) return children.map((one) => one.title);
  const counts = [
    { items: report.events, unit: '项活动' },
    { items: report.duties, unit: '项职责' },
    { items: report.shortcomings, unit: '项不足' },
    { items: report.tasks, unit: '项任务' },
  ].map(({ items, unit }) => ({ unit, count: items.filter((item) => item.section.target?.id === section.id).length }));
  return counts.filter(({ count }) => count > 0).map(({ count, unit }) => `${count}${unit}`);
}

/** Every number of the report, as the text comes to it. */
function figuresInTextOrder(report: Report): { figure: Figure; id?: string }[] {
  const items = entriesOf(report).filter((entry) => entry.kind !== 'section');
  const own = report.figures.map((figure) => ({ figure }));
  const ofSections = report.sections.flatMap((section) =>
    [section, ...items.filter((item) => item.section.target?.id === section.id)].flatMap((entry) =>
      entry.figures.map((figure) => ({ figure, id: entry.id })),
    ),
  );
  return [...own, ...ofSections];
}
