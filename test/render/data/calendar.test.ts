/** The calendar, read back by a parser that is not ours. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { line, words } from '../../../src/render/data/calendar-lines.js';
import { BASE, reportOf } from '../../support/content.js';
import type { Files } from '../../support/folder.js';
import { realContent } from '../../support/real-content.js';
import { renderFiles } from '../theme.js';
import { ODD } from './odd-content.js';

const ics = (files: Files): string => renderFiles(files)['2022/data/events.ics'] ?? '';
const calendarOf = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text));
const eventsOf = (files: Files): ICAL.Event[] =>
  calendarOf(ics(files))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

/** The last day of an event, which the standard does not name but the day after it. */
function lastDay(event: ICAL.Event): string {
  const day = event.endDate.clone();
  day.adjust(-1, 0, 0, 0);
  return day.toString();
}

const SITES = { 'the real content': realContent(), 'a site of oddities': ODD };

describe.each(Object.entries(SITES))('events.ics of %s', (_, content) => {
  test('has every event in order, on the days and in the words of the model', () => {
    const { events } = reportOf(content);
    expect(
      eventsOf(content).map((event) => ({
        days: [event.startDate.toString(), lastDay(event)],
        areWhole: event.startDate.isDate && event.endDate.isDate,
        place: event.location,
        text: event.description.slice(event.description.indexOf('\n\n') + 2, event.description.lastIndexOf('\n\n')),
      })),
    ).toEqual(
      events.map(({ date: { value: date }, place, body }) => ({
        days: [date.start, date.end],
        areWhole: true,
        place: place?.value ?? null,
        text: body.text,
      })),
    );
  });

  test('has no line of more than 75 octets, and none that ends in half a character', () => {
    const text = ics(content);
    expect(text.endsWith('\r\n')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines.filter((one) => Buffer.byteLength(one) > 75)).toEqual([]);
    expect(lines.filter((one) => /[\r\n\ufffd]|[\ud800-\udbff]$|^ ?[\udc00-\udfff]/.test(one))).toEqual([]);
  });
});

test('a title carries the report’s words where they name no day, and stands alone where they do', () => {
  expect(eventsOf(ODD).map((event) => event.summary.slice(0, 20))).toMatchInlineSnapshot(`
    [
      "动员会（年初）",
      "常年普法（2022年）",
      "=1+1",
      "讲“法”, "安全"; 一\\二",
      "民法典周",
      "𠮷田👨‍👩‍👧与🇨🇳",
      "防范养老诈骗（6月初）",
      "国际禁毒日宣传",
      "两段话（7月）",
      "宣传宣传宣传宣传宣传宣传宣传宣传宣传宣传",
    ]
  `);
});

test('6月初 is ten days that say they are not the report’s', () => {
  const elder = eventsOf(realContent()).find((event) => event.summary.includes('6月初'));
  expect(elder?.description.split('\n')).toMatchInlineSnapshot(`
    [
      "时间：6月初。报告没有写明是哪一天，日历只能标出2022年6月1日至2022年6月10日这段时间，不表示活动持续了这么久。",
      "主题：整治养老诈骗",
      "数据：悬挂宣传横幅：三处",
      "",
      "6月初在均川镇范围内开展整治养老诈骗的宣传活动，悬挂宣传横幅三处：政府门口、派出所门口、朝阳街中段；在各金融银行显示屏处进行养老诈骗宣传知识滚动播放；下村走访中对防诈骗、防溺水、防拐卖等安全知识进行宣传，指导村民下载安装国家反诈中心APP，提高自我防范意识。",
      "",
      "摘自均川镇党委政府《均川镇法治政府建设年度报告（2022年度）》",
    ]
  `);
});

test('whoever keeps the calendar stays free: an event of last year is no appointment', () => {
  const calendar = calendarOf(ics(realContent()));
  expect(calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('transp'))).toEqual(
    reportOf(realContent()).events.map(() => 'TRANSPARENT'),
  );
});

test('the calendar has the name of the report', () => {
  expect(calendarOf(ics(BASE)).getFirstPropertyValue('x-wr-calname')).toBe(
    '均川镇法治政府建设年度报告（2022年度）：普法宣传大事记',
  );
});

describe('an entry is known again', () => {
  const uids = (files: Files): string[] => eventsOf(files).map(({ uid }) => uid);
  const change = (from: string, to: string): Files => ({
    ...BASE,
    'site.yaml': BASE['site.yaml']?.replace(from, to),
  });

  test('by the same id after another build, a new title and the portal’s move to https', () => {
    expect(uids(BASE)).toMatchInlineSnapshot(`
      [
        "ec6805f4-2f36-8594-a6ef-64b9f92b545c",
      ]
    `);
    expect(
      uids(change('url: http://www.zgsuixian.gov.cn/fzzfjsndbg/', 'url: https://www.zgsuixian.gov.cn/fzzfjsndbg')),
    ).toEqual(uids(BASE));
  });

  test('by another one in another column, or of another organ where no address is known', () => {
    const elsewhere = uids(change('cn/fzzfjsndbg/', 'cn/another/'));
    const without = change('    url: http://www.zgsuixian.gov.cn/fzzfjsndbg/\n', '');
    const another = {
      ...without,
      '2022/report.md': BASE['2022/report.md']?.replace('均川镇党委政府', '万和镇党委政府'),
    };
    const all = [uids(BASE), elsewhere, uids(without), uids(another)].flat();
    expect(new Set(all).size).toBe(4);
  });

  test('each by its own', () => {
    expect(new Set(uids(ODD)).size).toBe(reportOf(ODD).events.length);
  });
});

describe('the stamp is the time of publication, never of the build', () => {
  const stamp = (published: string): unknown => {
    const report = BASE['2022/report.md']?.replace('published: 2023-03-21 09:00', published);
    const event = calendarOf(ics({ ...BASE, '2022/report.md': report })).getFirstSubcomponent('vevent');
    return event?.getFirstPropertyValue('dtstamp')?.toString();
  };

  test.each([
    ['published: 2023-03-21 09:00', '2023-03-21T01:00:00Z'],
    ['published: 2023-03-21', '2023-03-21T00:00:00Z'],
    ['adopted: 2023-01-10', '2023-01-10T00:00:00Z'],
    ['', '2022-12-31T00:00:00Z'],
  ])('%s', (published, expected) => {
    expect(stamp(published)).toBe(expected);
  });
});

test('a report without events has no calendar, since the standard knows no empty one', () => {
  const { '2022/events/2022-06-26-drug-control-day.md': _, ...rest } = BASE;
  expect(Object.keys(renderFiles(rest))).not.toContain('2022/data/events.ics');
});

describe('a line', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('法', '𠮷', '👨‍👩‍👧', ',', ';', '\\', '\n', ':', '"', ' '),
      fc.string({ unit: 'grapheme' }),
    ),
    maxLength: 200,
  });

  test('is never longer than 75 octets, tears no character apart, and gives back its words', () => {
    fc.assert(
      fc.property(text, (value) => {
        // Control characters are left out: the standard has no place for them.
        const kept = value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
        const folded = words('DESCRIPTION', value);
        const lines = folded.split('\r\n');
        expect(lines.pop()).toBe('');
        for (const one of lines) {
          expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
          expect(Buffer.from(one).toString()).toBe(one);
        }
        const calendar = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${folded}END:VEVENT\r\nEND:VCALENDAR\r\n`;
        const [event] = calendarOf(calendar).getAllSubcomponents('vevent');
        expect(event?.getFirstPropertyValue('description')).toBe(kept);
      }),
    );
  });

  test('of 75 octets is not folded; the next octet goes to a line of its own', () => {
    expect(line('X', 'a'.repeat(73))).toBe(`X:${'a'.repeat(73)}\r\n`);
    expect(line('X', 'a'.repeat(74))).toBe(`X:${'a'.repeat(73)}\r\n a\r\n`);
    expect(line('X', `${'a'.repeat(71)}法`)).toBe(`X:${'a'.repeat(71)}\r\n 法\r\n`);
  });
});
