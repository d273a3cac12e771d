/** What search engines are told, in the terms of schema.org: what the report says, no more exact than it says it. */
import type { Event, Report } from '../model/site.js';
import type { Context } from './context.js';
import { isoDate } from './dates.js';

const SCHEMA = 'https://schema.org';

export function reportStructure(report: Report, url: string | undefined): object {
  const published = report.published?.value;
  return {
    '@context': SCHEMA,
    '@type': 'Report',
    name: report.title,
    inLanguage: 'zh-CN',
    temporalCoverage: String(report.year),
    ...(report.number !== undefined && { reportNumber: report.number }),
    ...(report.adopted && { dateCreated: isoDate(report.adopted.value).start }),
    ...(published && {
      datePublished: published.time === undefined ? published.day : `${published.day}T${published.time}:00+08:00`,
    }),
    ...(report.keywords.length > 0 && { keywords: report.keywords.join(',') }),
    ...(url !== undefined && { url }),
    ...(report.organ !== '' && { publisher: { '@type': 'GovernmentOrganization', name: report.organ } }),
  };
}

/** All events of a page, in one block. */
export function eventStructures(events: Event[], context: Context, url: string | undefined): object[] {
  if (events.length === 0) return [];
  return [{ '@context': SCHEMA, '@graph': events.map((event) => eventStructure(event, context, url)) }];
}

function eventStructure(event: Event, context: Context, url: string | undefined): object {
  const { start, end } = isoDate(event.date.value);
  const offices = context.entries.officeNames(event.offices);
  return {
    '@type': 'Event',
    name: event.title,
    startDate: start,
    ...(end !== undefined && { endDate: end }),
    ...(event.place && { location: { '@type': 'Place', name: event.place.value } }),
    ...(offices.length > 0 && { contributor: offices.map((name) => ({ '@type': 'Organization', name })) }),
    ...(url !== undefined && { url: `${url}#${encodeURIComponent(event.id)}` }),
  };
}
