import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/build.js';
import { findEvents, type EventDraft } from '../../../src/import/events/find-events.js';
import { OfficeNames } from '../../../src/import/events/offices.js';
import { folded } from '../../../src/model/folded.js';
import type { Part } from '../../../src/model/site.js';

/** The lines of the report as it was published, half-width marks included, under their parts. */
const LINES = readFileSync('test/source/junchuan-2022.txt', 'utf8').trim().split('\n');
const PARTS: readonly [RegExp, Part][] = [
  [/^二、存在/, 'shortcomings'],
  [/^三、党政/, 'duties'],
  [/^四、2023/, 'plan'],
];
const { site } = check('content');
const known = site.offices.flatMap(({ name, aliases }) => [name, ...aliases]);

interface Told extends EventDraft {
  text: string;
}

function eventsOfReport(offices: OfficeNames): { events: Told[]; passedOver: string[] } {
  let part: Part = 'measures';
  const events: Told[] = [];
  const passedOver: string[] = [];
  for (const line of LINES) {
    part = PARTS.find(([heading]) => heading.test(line))?.[1] ?? part;
    const found = findEvents(line, { year: 2022, part, headings: [], offices });
    events.push(...found.events.map((event) => ({ ...event, text: line.slice(event.start, event.end) })));
    passedOver.push(...found.passedOver.map(({ date, reason }) => `${date.text}：${reason.zh}`));
  }
  return { events: events.toSorted((a, b) => (a.date.start < b.date.start ? -1 : 1)), passedOver };
}

describe('the report of Junchuan', () => {
  const { events, passedOver } = eventsOfReport(new OfficeNames(known));
  const written = site.reports[0]?.events ?? [];

  test('has the eight dated events that were written by hand, each with the same words', () => {
    expect(events.map(({ text }) => folded(text))).toEqual(written.map(({ body }) => folded(body.text)));
  });

  test('each on the same date, exactly as exact', () => {
    const days = ({ start, end, precision }: EventDraft['date']): string => `${start}/${end} ${precision}`;
    expect(events.map(({ date }) => days(date))).toEqual(written.map(({ date }) => days(date.value)));
    expect(events.map(({ dateWords }) => dateWords)).toEqual([
      '今年年初',
      '4月15日',
      '5月24日',
      '5月31日',
      '6月初',
      '6月26日',
      '10月12日',
      '12月4日',
    ]);
  });

  test('under the same titles and of the same kinds', () => {
    expect(events.map(({ title }) => folded(title))).toEqual(written.map(({ title }) => folded(title)));
    expect(events.map(({ kind }) => kind)).toEqual(written.map(({ eventKind }) => eventKind));
  });

  test('by the same offices; a committee that is only met is none of them', () => {
    const byHand = written.map(({ offices }) => offices.map(({ name }) => name));
    expect(byHand[6]).toEqual(['均川镇', '社区矫正委员会']);
    expect(events.map(({ offices }) => offices)).toEqual(byHand.with(6, ['均川镇']));
  });

  test('in the same places', () => {
    expect(events.map(({ place }) => place)).toEqual(written.map(({ place }) => place?.value));
  });

  test('on the same topics, and about the same laws', () => {
    const topics = written.map(({ topic }) => topic?.value);
    expect(topics[6]).toBe('社区矫正');
    expect(events.map(({ topic }) => topic)).toEqual(topics.with(6, '社区矫正委员会及安置帮教工作'));
    expect(events.map(({ law }) => law)).toEqual(written.map(({ law }) => law?.value));
  });

  test('with the same figures', () => {
    expect(events.map(({ figures }) => figures)).toEqual(
      written.map(({ figures }) => figures.map(({ label, value, unit }) => ({ label, value, unit }))),
    );
  });

  test('and nothing in it is doubtful', () => {
    expect(events.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  test('whose years alone are neither events nor worth a word', () => {
    expect(passedOver).toEqual([]);
  });

  test('gives the same without a list of offices', () => {
    expect(eventsOfReport(new OfficeNames()).events).toEqual(events);
  });
});
