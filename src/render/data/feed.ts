/**
 * `feed.xml` (Atom, RFC 4287): for whoever wants to know when the next report is out.
 *
 * One entry a report. Events have none: they are a year old when the report with them is published, all at once, and
 * would bury the one piece of news there is.
 *
 * In:  the digests of the site's towns.
 * Out: the feed, the latest first; `undefined` when no report says when it was published: nothing else may tell a time.
 */
import type { ReportDigest, TownDigest } from '../../model/digest.js';
import type { Portal } from '../../model/site.js';
import { folderOf } from '../entries.js';
import { escapeXml } from '../escape-xml.js';
import { linkTo } from '../link-to.js';
import { absolute } from './addresses.js';
import { columnName, lastingId } from './lasting-id.js';

export const FEED = 'feed.xml';
/** A reader asks for the feed every hour; who comes new needs no more than these. */
const MAX_ENTRIES = 50;

export function feed(towns: readonly TownDigest[], portal: Portal): string | undefined {
  const reports = towns.flatMap((town) => town.reports);
  const dated = reports
    .flatMap((report) => {
      const updated = updatedOf(report);
      return updated === undefined ? [] : [{ report, updated }];
    })
    .toSorted((one, other) => Date.parse(other.updated) - Date.parse(one.updated));
  const [latest] = dated;
  if (!latest) return undefined;
  const { column } = portal;
  // The first of the site, not the latest: it stays the same when a report is added.
  const organ = reports[0]?.organ ?? '';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n',
    ...element('  ', 'id', idOf('', portal, organ)),
    ...element('  ', 'title', column.name?.value ?? '法治政府建设年度报告'),
    ...(column.description ? element('  ', 'subtitle', column.description.value) : []),
    ...element('  ', 'updated', latest.updated),
    `  <author><name>${escapeXml(portal.name?.value ?? organ)}</name></author>\n`,
    link('self', addressFor(FEED, portal), 'application/atom+xml'),
    link('alternate', addressFor('', portal), 'text/html'),
    ...dated
      .slice(0, MAX_ENTRIES)
      .map(({ report, updated }) =>
        [
          '  <entry>\n',
          ...element('    ', 'id', idOf(folderOf(report.path), portal, report.organ)),
          ...element('    ', 'title', report.name),
          ...element('    ', 'published', updated),
          ...element('    ', 'updated', updated),
          ...(report.organ === '' ? [] : [`    <author><name>${escapeXml(report.organ)}</name></author>\n`]),
          `  ${link('alternate', addressFor(folderOf(report.path), portal), 'text/html')}`,
          ...element('    ', 'summary', report.summary),
          '  </entry>\n',
        ].join(''),
      ),
    '</feed>\n',
  ].join('');
}

function element(indent: string, name: string, text: string): string[] {
  return [`${indent}<${name}>${escapeXml(text)}</${name}>\n`];
}

function link(rel: string, href: string, type: string): string {
  return `  <link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>\n`;
}

/** Without an address of the column, the way from the feed: readers know where they got it. */
function addressFor(url: string, portal: Portal): string {
  return absolute(url, portal) ?? linkTo(FEED, url);
}

function idOf(url: string, portal: Portal, organ: string): string {
  return absolute(url, portal) ?? `urn:uuid:${lastingId(columnName(portal, organ), url)}`;
}

/** Beijing's time; a report whose time of day nobody has told is published as its day begins. */
function updatedOf({ published }: ReportDigest): string | undefined {
  return published && `${published.day}T${published.time ?? '00:00'}:00+08:00`;
}
