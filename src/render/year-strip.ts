/**
 * The year strip: where the year's events stand on a line of twelve months.
 *
 * In:  the events of a report, by date.
 * Out: numbers for the template `YearStrip`; user units, text 13 (date) and 15 (title) units high.
 *
 * A label is a flag: a pole on the event's place, the words to its right. Flags are set from the year's end to its
 * beginning, each as low as it can be without covering a flag or a pole that is already there; because they fly to the
 * right, there is always room above. One that would have to climb flies to the left instead where nothing stands there.
 * The line is made shorter where the last flags need the space. A year too full for that keeps its marks without flags.
 */
import type { StripGeometry, StripMark, StripMonth } from '../../templates/year-strip.js';
import type { DateSpan } from '../model/site.js';
import { shorten, widthEm } from './text-width.js';
import { monthShares, yearShares } from './year-scale.js';

export interface StripEvent {
  date: DateSpan;
  title: string;
  href: string;
}

const WIDTH = 1040;
/** Room for the first point and for its ring of white. */
const MARGIN = 8;
const DATE_SIZE = 13;
const TITLE_SIZE = 15;
const MAX_TITLE_EM = 14;
const POLE_TO_TEXT = 7;
const GAP = 14;
const LANE_HEIGHT = 46;
/** Above this many flags one over the other, the year is no longer seen at a glance. */
const MAX_LANES = 7;
/** From the line up to the text of the lowest flag. */
const LIFT = 16;
const BELOW_AXIS = 40;
/** A span of a few days must still be told from a point. */
const MIN_SPAN_WIDTH = 14;

interface Flag {
  x: number;
  /** What its words cover. */
  from: number;
  to: number;
  lane: number;
  fliesLeft: boolean;
}

/** With flags while they are few enough to read; a crowded year has its marks alone, and its words in the list. */
export function yearStrip(events: StripEvent[], year: number): StripGeometry {
  const labelled = labelledStrip(events, year);
  const lanes = (labelled.axis.y - LIFT) / LANE_HEIGHT;
  return lanes <= MAX_LANES ? labelled : strip(events, year, WIDTH - 2 * MARGIN);
}

function labelledStrip(events: StripEvent[], year: number): StripGeometry {
  const labels = events
    .toSorted((one, other) => yearShares(one.date, year).middle - yearShares(other.date, year).middle)
    .map((event) => ({ event, title: shorten(event.title, MAX_TITLE_EM) }));
  const axisWidth = Math.min(
    WIDTH - 2 * MARGIN,
    ...labels.map(({ event, title }) => {
      const room = WIDTH - MARGIN - flagWidth(event.date.text, title);
      return room / Math.max(yearShares(event.date, year).middle, 0.01);
    }),
  );
  const bare = strip(
    labels.map(({ event }) => event),
    year,
    axisWidth,
  );
  const flags = setFlags(
    labels.map(({ event, title }, index) => ({
      x: bare.marks[index]?.x ?? 0,
      width: flagWidth(event.date.text, title),
    })),
  );
  const axisY = LIFT + LANE_HEIGHT * (Math.max(0, ...flags.map(({ lane }) => lane)) + 1);
  return {
    ...bare,
    height: axisY + BELOW_AXIS,
    axis: { ...bare.axis, y: axisY },
    marks: bare.marks.map((mark, index) => {
      const { lane = 0, fliesLeft = false } = flags[index] ?? {};
      const top = axisY - LIFT - LANE_HEIGHT * (lane + 1) + 6;
      const x = mark.x + (fliesLeft ? -POLE_TO_TEXT : POLE_TO_TEXT);
      const title = labels[index]?.title ?? mark.fullTitle;
      return { ...mark, flag: { top, x, dateY: top + 10, titleY: top + 30, title, fliesLeft } };
    }),
  };
}

/** The line of the year with its marks. */
function strip(events: StripEvent[], year: number, axisWidth: number): StripGeometry {
  const at = (share: number): number => round(MARGIN + share * axisWidth);
  const months = monthShares(year);
  return {
    width: WIDTH,
    height: LIFT + BELOW_AXIS,
    axis: { x: MARGIN, y: LIFT, width: round(axisWidth) },
    ticks: months.map(at),
    monthNames: months.slice(0, 12).map((start, month) => ({
      x: at((start + (months[month + 1] ?? 1)) / 2),
      text: `${month + 1}月`,
    })),
    marks: events.map(({ date, title, href }): StripMark => {
      const shares = yearShares(date, year);
      const x = at(shares.middle);
      const left = at(shares.start);
      const width = Math.max(at(shares.end) - left, MIN_SPAN_WIDTH);
      return {
        x,
        ...(date.precision !== 'day' && {
          span: { x: Math.min(left, x - MIN_SPAN_WIDTH / 2), width: round(width) },
        }),
        date: date.text,
        fullTitle: title,
        href,
      };
    }),
  };
}

/** The same events by the month they begin in, for screens too narrow for the drawing and for whoever hears the page. */
export function yearMonths(events: StripEvent[], year: number): StripMonth[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const next = month === 11 ? `${year + 1}-01-01` : `${year}-${String(month + 2).padStart(2, '0')}-01`;
    return {
      name: `${month + 1}月`,
      isCovered: events.some(({ date }) => isLong(date) && date.start < next && date.end >= first),
      events: events
        .filter(({ date }) => date.start >= first && date.start < next)
        .map(({ date, title, href }) => ({ date: date.text, title, isPoint: date.precision === 'day', href })),
    };
  });
}

function isLong(date: DateSpan): boolean {
  return date.start.slice(0, 7) !== date.end.slice(0, 7);
}

/** Places in, flags out, both from the year's beginning to its end. */
function setFlags(labels: { x: number; width: number }[]): Flag[] {
  const set: Flag[] = [];
  for (const [index, { x, width }] of [...labels.entries()].toReversed()) {
    const [from, to] = [x, x + width];
    // Whatever is there stands further right. Words go above every flag that they would cover or whose pole would cut
    // through them; higher poles can do neither.
    const inTheWay = set.filter((flag) => flag.from < to + GAP);
    const lane = Math.max(-1, ...inTheWay.map((flag) => flag.lane)) + 1;
    const before = labels[index - 1]?.x ?? 0;
    if (lane > 1 && before < x - width - GAP) set.push({ x, from: x - width, to: x, lane: 0, fliesLeft: true });
    else set.push({ x, from, to, lane, fliesLeft: false });
  }
  return set.toReversed();
}

function flagWidth(date: string, title: string): number {
  return POLE_TO_TEXT + Math.max(widthEm(date) * DATE_SIZE, widthEm(title) * TITLE_SIZE);
}

function round(units: number): number {
  return Math.round(units * 10) / 10;
}
