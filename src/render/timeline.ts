/** The timeline: events in order, by the month they were held in, or by the report's own words for a longer time. */
import type { TimelineEvent, TimelineProps } from '../../templates/timeline.js';
import type { Fact } from '../../templates/facts.js';
import { KIND_WORDS } from '../model/choice-words.js';
import { EVENT_KINDS, type Event, type Report } from '../model/site.js';
import type { Context } from './context.js';
import { dateFacts, datetimeOf } from './dates.js';
import { sentenceUrl } from './entries.js';
import { linkTo } from './link-to.js';
import { officeMonths } from './office-months.js';
import { blocks } from './prose.js';
import { quote } from './quote.js';

export function timeline(report: Report, context: Context, url: string): TimelineProps {
  const { events } = report;
  const groups = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    const name = groupName(event);
    groups.set(name, [...(groups.get(name) ?? []), entry(event, report, context, url)]);
  }
  const offices = context.offices.filter((office) =>
    events.some((event) => event.offices.some((reference) => reference.office === office.id)),
  );
  const kinds = EVENT_KINDS.filter((kind) => events.some((event) => event.eventKind === kind));
  return {
    lede:
      events.length > 0
        ? `${report.year}年度报告写明时间的${events.length}项活动，文字全部出自报告原文。`
        : `${report.year}年度报告没有写明时间的活动。`,
    facts: dateFacts(report),
    filters: {
      unit: '项活动',
      total: events.length,
      choices: [
        { name: 'office', label: '单位', options: offices.map(({ id, name }) => ({ value: id, label: name })) },
        { name: 'kind', label: '类型', options: kinds.map((kind) => ({ value: kind, label: KIND_WORDS[kind] })) },
      ],
    },
    groups: [...groups].map(([name, members]) => ({ name, events: members })),
    ...(events.length > 0 && { offices: officeMonths(report, context.entries, url) }),
  };
}

/** A time inside one month belongs to that month; a longer one goes by its own name. */
function groupName({ date: { value: date } }: Event): string {
  const month = date.start.slice(0, 7);
  return month === date.end.slice(0, 7) ? `${Number(month.slice(5))}月` : date.text;
}

function entry(event: Event, report: Report, context: Context, url: string): TimelineEvent {
  const datetime = datetimeOf(event.date.value);
  return {
    id: event.id,
    date: event.date.value.text,
    ...(datetime !== undefined && { datetime }),
    isPoint: event.date.value.precision === 'day',
    title: event.title,
    facts: facts(event, context),
    text: blocks(quote(event.body.tree.children), context.notes.placeOn(url)),
    sentence: linkTo(url, sentenceUrl({ kind: 'entry', report: report.path, id: event.id })),
    kind: event.eventKind,
    offices: [...new Set(event.offices.flatMap(({ office }) => office ?? []))].join(' '),
  };
}

function facts(event: Event, context: Context): Fact[] {
  const offices = context.entries.officeNames(event.offices);
  return [
    ...(offices.length > 0 ? [{ label: '单位', value: offices.join('、') }] : []),
    ...(event.law ? [{ label: '法律', value: event.law.value }] : []),
    ...(event.place ? [{ label: '地点', value: event.place.value }] : []),
    { label: '类型', value: KIND_WORDS[event.eventKind] },
    ...event.figures.map((figure) => ({ label: figure.label, value: figure.value + figure.unit })),
  ];
}
