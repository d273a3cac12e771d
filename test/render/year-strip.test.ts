import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateSpan, Precision } from '../../src/model/site.js';
import { yearMonths, yearStrip, type StripEvent } from '../../src/render/year-strip.js';
import { widthEm } from '../../src/render/text-width.js';
import type { StripGeometry, StripMark } from '../../templates/year-strip.js';

const day = (date: string, title = '国际禁毒日'): StripEvent => {
  const text = `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
  return { date: { start: date, end: date, precision: 'day', text }, title, href: '#' };
};
const span = (start: string, end: string, precision: Precision, text: string): StripEvent => ({
  date: { start, end, precision, text },
  title: text,
  href: '#',
});

describe('a date', () => {
  test('of one day is a point in the middle of that day', () => {
    const { axis, marks } = yearStrip([day('2022-07-02')], 2022);
    // The 183rd of 365 days has as much of the year before it as after.
    expect(marks[0]).toMatchObject({ x: axis.x + axis.width / 2 });
    expect(marks[0]).not.toHaveProperty('span');
  });

  test('that says 年初 is a span over three months', () => {
    const { ticks, marks } = yearStrip([span('2022-01-01', '2022-03-31', 'part-of-year', '年初')], 2022);
    expect(marks[0]?.span).toEqual({ x: ticks[0], width: (ticks[3] ?? 0) - (ticks[0] ?? 0) });
  });

  test('that says 6月初 is a span of ten days that begins with the month', () => {
    const { axis, ticks, marks } = yearStrip([span('2022-06-01', '2022-06-10', 'part-of-month', '6月初')], 2022);
    expect(marks[0]?.span).toMatchObject({ x: ticks[5] });
    expect(marks[0]?.span?.width).toBeCloseTo((axis.width * 10) / 365, 0);
  });

  test('that says several days is a span, however short', () => {
    const { marks } = yearStrip([span('2022-05-24', '2022-05-26', 'range', '5月24日至26日')], 2022);
    expect(marks[0]?.span).toMatchObject({ width: 14 });
  });
});

test('months have their own lengths, a leap year its own February', () => {
  const february = (year: number): number => {
    const { ticks, axis } = yearStrip([], year);
    return (((ticks[2] ?? 0) - (ticks[1] ?? 0)) * (year === 2024 ? 366 : 365)) / axis.width;
  };
  expect(february(2022)).toBeCloseTo(28, 0);
  expect(february(2024)).toBeCloseTo(29, 0);
});

test('a title too long for the strip is shortened, and kept whole for whoever points at it', () => {
  const title = '社区矫正委员会及安置帮教工作联席会';
  const [mark] = yearStrip([day('2022-10-12', title)], 2022).marks;
  expect(mark).toMatchObject({ flag: { title: '社区矫正委员会及安置帮教工…' }, fullTitle: title });
});

test('an event of the last days keeps its label inside the drawing', () => {
  const geometry = yearStrip([day('2022-12-31', '国家宪法日和宪法宣传周的活动')], 2022);
  for (const box of geometry.marks.flatMap(boxOf)) expect(box.right).toBeLessThanOrEqual(geometry.width);
});

test('no label covers another or is cut by a pole, whatever the year holds', () => {
  const dates: fc.Arbitrary<DateSpan> = fc
    .tuple(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 100 }))
    .map(([first, length]) => {
      const start = dayOf(first);
      const end = dayOf(Math.min(364, first + (length > 60 ? length : 0)));
      return { start, end, precision: start === end ? 'day' : 'range', text: start.slice(5) };
    });
  const titles = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'国家安全《民法典》A1禁毒日') });
  const events = fc.array(fc.record({ date: dates, title: titles, href: fc.constant('#') }), { maxLength: 16 });

  fc.assert(
    fc.property(events, (list) => {
      const geometry = yearStrip(list, 2022);
      expect(geometry.marks).toHaveLength(list.length);
      expect(collisions(geometry)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('a year too full for flags keeps every mark, and the drawing stays low', () => {
  const events = Array.from({ length: 40 }, (_, index) => day(dayOf(index * 9), '民法典进校园宣传活动'));
  const { marks, height } = yearStrip(events, 2022);
  expect(marks).toHaveLength(40);
  expect(marks.every(({ flag }) => flag === undefined)).toBe(true);
  expect(height).toBeLessThan(100);
});

test('the list for narrow screens has every event once, under the month it begins in', () => {
  const events = [
    span('2022-01-01', '2022-03-31', 'part-of-year', '年初'),
    day('2022-05-24'),
    day('2022-05-31'),
    span('2022-06-01', '2022-06-10', 'part-of-month', '6月初'),
    day('2022-12-04'),
  ];
  const months = yearMonths(events, 2022);
  expect(months.map(({ events: list }) => list.map(({ date }) => date).join(' '))).toEqual([
    '年初',
    '',
    '',
    '',
    '5月24日 5月31日',
    '6月初',
    '',
    '',
    '',
    '',
    '',
    '12月4日',
  ]);
  expect(months.map(({ isCovered }) => isCovered).indexOf(false)).toBe(3);
  expect(months[5]?.isCovered).toBe(false);
});

function dayOf(index: number): string {
  return new Date(Date.UTC(2022, 0, 1 + index)).toISOString().slice(0, 10);
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What the words of a mark cover, by the widths that the layout reckons with. */
function boxOf({ flag, date }: StripMark): Box[] {
  if (!flag) return [];
  const width = Math.max(widthEm(date) * 13, widthEm(flag.title) * 15);
  const left = flag.fliesLeft ? flag.x - width : flag.x;
  return [{ left, right: left + width, top: flag.dateY - 13, bottom: flag.titleY + 4 }];
}

function collisions({ marks, axis, width }: StripGeometry): string[] {
  return marks.flatMap((mark, index) => {
    const pole = { left: mark.x, right: mark.x, top: mark.flag?.top ?? axis.y, bottom: axis.y };
    return boxOf(mark).flatMap((own) => {
      const hits = marks.flatMap((other, position) =>
        boxOf(other).flatMap((box) => {
          if (position > index && overlap(own, box)) return [`${index} covers ${position}`];
          return position !== index && overlap(pole, box) ? [`the pole of ${index} cuts ${position}`] : [];
        }),
      );
      return own.left < 0 || own.right > width || own.top < 0 ? [...hits, `${index} is outside`] : hits;
    });
  });
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
