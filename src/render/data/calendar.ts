/**
 * `events.ics`: the year's events for a calendar.
 *
 * Every event takes whole days and leaves the reader free. One whose day the report does not name stands there as the
 * time it may have been, because a calendar has no other way to show it; so that nobody takes 6月初 for ten days of
 * work or for the first of June, its title ends with the report's own words, and its description begins with them.
 *
 * In:  a report; its day of publication, or the day it was signed, is when these entries were made.
 * Out: the calendar; `undefined` without events, since a calendar with nothing in it is none by the standard.
 */
import { KIND_WORDS } from '../../model/choice-words.js';
import type { DateSpan, Event, Report } from '../../model/site.js';
import type { Context } from '../context.js';
import { chineseDay, dayOf } from '../dates.js';
import { listedAddress } from './addresses.js';
import { BETWEEN, figuresCell } from './cells.js';
import { line, words } from './calendar-lines.js';
import { columnName, lastingId } from './lasting-id.js';

export function calendar(context: Context): string | undefined {
  const { report, name } = context;
  if (report.events.length === 0) return undefined;
  const title = `${name}：普法宣传大事记`;
  const stamp = stampOf(report);
  return [
    line('BEGIN', 'VCALENDAR'),
    line('VERSION', '2.0'),
    line('PRODID', '-//fazhi//fazhi//ZH-CN'),
    line('CALSCALE', 'GREGORIAN'),
    // The first is the standard's, the second what most calendars read.
    words('NAME', title),
    words('X-WR-CALNAME', title),
    ...report.events.map((event) => entry(event, context, stamp)),
    line('END', 'VCALENDAR'),
  ].join('');
}

function entry(event: Event, context: Context, stamp: string): string {
  const { report, portal } = context;
  const date = event.date.value;
  const address = listedAddress(event, report.path, portal);
  return [
    line('BEGIN', 'VEVENT'),
    line('UID', lastingId(columnName(portal, report.organ), report.path, event.id)),
    line('DTSTAMP', stamp),
    line('DTSTART;VALUE=DATE', compact(date.start)),
    line('DTEND;VALUE=DATE', compact(dayAfter(date.end))),
    words('SUMMARY', isExact(date) ? event.title : `${event.title}（${date.text}）`),
    words('DESCRIPTION', description(event, context)),
    ...(event.place ? [words('LOCATION', event.place.value)] : []),
    words('CATEGORIES', KIND_WORDS[event.eventKind]),
    ...(address === undefined ? [] : [line('URL', address)]),
    line('TRANSP', 'TRANSPARENT'),
    line('END', 'VEVENT'),
  ].join('');
}

function description(event: Event, { report, name, entries }: Context): string {
  const offices = entries.officeNames(event.offices).join(BETWEEN);
  return [
    `时间：${timeWords(event.date.value)}`,
    ...(offices === '' ? [] : [`单位：${offices}`]),
    ...(event.topic ? [`主题：${event.topic.value}`] : []),
    ...(event.law ? [`法律：${event.law.value}`] : []),
    ...(event.figures.length === 0 ? [] : [`数据：${figuresCell(event.figures)}`]),
    '',
    event.body.text,
    '',
    `摘自${report.organ}《${name}》`,
  ].join('\n');
}

function timeWords(date: DateSpan): string {
  if (isExact(date)) return date.text;
  const span = `${chineseDay(date.start)}至${chineseDay(date.end)}`;
  return `${date.text}。报告没有写明是哪一天，日历只能标出${span}这段时间，不表示活动持续了这么久。`;
}

function isExact({ precision }: DateSpan): boolean {
  return precision === 'day' || precision === 'range';
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** The end that iCalendar asks for is the first day that no longer belongs to it. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/**
 * When the entries were made, as the standard demands it, in UTC. A day without a time is its eight o'clock in Beijing,
 * which is that day in UTC as well.
 */
function stampOf(report: Report): string {
  const time = report.published?.value.time ?? '08:00';
  return new Date(`${dayOf(report)}T${time}:00+08:00`).toISOString().replace(/[-:]|\.\d+/g, '');
}
