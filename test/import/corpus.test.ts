/**
 * Forty reports and fragments in the manners that reports are written in, each with what a careful editor makes of it.
 *
 * `misses.txt` has every heading, part and event that the import sees otherwise; a change of it is a change of the import.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/build.js';
import { importDocument } from '../../src/import/import.js';
import { plan } from '../../src/import/plan.js';
import { readSource } from '../../src/import/read-source.js';
import { readCases, type ImportCase } from './cases.js';
import { rates, score, share, total, type Recognised, type Score } from './score.js';

const CASES = readCases(join(import.meta.dirname, 'cases'));
const MISSES = join(import.meta.dirname, 'misses.txt');

async function recognise({ file, expected }: ImportCase): Promise<Recognised> {
  const { draft, outline, isHeadless } = plan(await readSource(file), { folder: String(expected.year) });
  const partOf = new Map(draft.sections.map(({ title, part }) => [title, part]));
  return {
    outline: isHeadless
      ? []
      : outline.headings.map(({ level, ordinal, title }) => ({
          level,
          number: ordinal,
          title,
          part: level === 1 ? partOf.get(title) : undefined,
        })),
    events: draft.items.flatMap((item) => (item.kind === 'event' ? [{ date: item.when, text: item.text }] : [])),
  };
}

function missesOf(name: string, { missed, surplus }: Score): string {
  const lines = [
    ...missed.headings.map(({ level, number, title }) => `- 标题 ${level} ${number}${title}`),
    ...surplus.headings.map(({ level, number, title }) => `+ 标题 ${level} ${number}${title}`),
    ...missed.parts.map(({ title }) => `- 部分 ${title}`),
    ...missed.events.map(({ date, quotation }) => `- 活动 ${date} ${quotation}`),
    ...surplus.events.map(({ date, text }) => `+ 活动 ${date.start}/${date.end} ${text.slice(0, 40)}`),
  ];
  return lines.length === 0 ? '' : `${name}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

test('headings, statutory parts and events are recognised as an editor would, and every miss is known', async () => {
  const scores = await Promise.all(CASES.map(async (one) => score(one.expected, await recognise(one))));
  const misses = scores.map((one, index) => missesOf(CASES[index]?.name ?? '', one)).join('');
  if (process.env['UPDATE']) writeFileSync(MISSES, misses);
  expect(misses).toBe(readFileSync(MISSES, 'utf8'));
  const { headings, parts, events } = total(scores);
  expect(rates(headings).recall).toBeGreaterThanOrEqual(0.98);
  expect(rates(headings).precision).toBeGreaterThanOrEqual(0.98);
  expect(share(parts.right, parts.expected)).toBeGreaterThanOrEqual(0.95);
  expect(rates(events).f1).toBeGreaterThanOrEqual(0.95);
});

test('whatever names its town builds at once, but for two whose text numbers its lists above its headings', async () => {
  const errors = await Promise.all(
    CASES.map(async ({ name, file, expected }) => {
      const { diagnostics, supplied } = importDocument(await readSource(file), { out: `${expected.year}` });
      // A fragment that no town is named in.
      const isNameless = supplied.some(({ key, value }) => key === 'organ' && value === '');
      return diagnostics
        .filter(({ severity, rule }) => severity === 'error' && !(isNameless && rule === 'key/missing'))
        .map(({ rule }) => `${name} ${rule}`);
    }),
  );
  expect(errors.flat()).toEqual([
    'duplicate-numerals-empty-headings ordinal/level',
    'portal-table-layout ordinal/level',
  ]);
});

describe.each(CASES)('$name', ({ file, expected }) => {
  test('keeps every character of the text', async () => {
    const { fidelity, isPlain } = importDocument(await readSource(file), { out: `${expected.year}` });
    expect(fidelity.difference).toBeUndefined();
    expect(isPlain).toBe(false);
  });

  test('has the title, number, organ and day of its source', async () => {
    const { frame } = plan(await readSource(file), { folder: String(expected.year) });
    const adopted = frame.adopted === undefined ? undefined : readDate(frame.adopted, expected.year);
    expect({
      title: bare(frame.title),
      number: bare(frame.number),
      organ: bare(frame.organ),
      adopted: adopted && 'date' in adopted ? adopted.date.start : undefined,
    }).toEqual({
      title: bare(expected.title),
      number: bare(expected.number),
      organ: bare(expected.organ),
      adopted: expected.adopted ?? undefined,
    });
  });

  test('makes no event of a date that is none', async () => {
    const { draft } = plan(await readSource(file), { folder: String(expected.year) });
    const events = draft.items.flatMap((item) => (item.kind === 'event' ? [item] : []));
    // A date that is told twice, once as an event.
    const isOther = ({ quotation }: { quotation: string }) =>
      !expected.events.some((event) => event.quotation.startsWith(quotation));
    for (const { quotation } of expected.nonEvents.filter(isOther)) {
      expect(
        events.filter(({ text }) => bare(text)?.startsWith(bare(quotation) ?? '')).map(({ text }) => text),
      ).toEqual([]);
    }
  });
});

function bare(words: string | null | undefined): string | undefined {
  return words?.normalize('NFKC').replace(/[\s、]/gu, '');
}
