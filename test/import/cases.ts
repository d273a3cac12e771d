/**
 * Reports as townships write them, each with what an import is expected to make of it.
 *
 * In:  a folder of cases. A case is a folder with `source.txt`, `.md` or `.html` and `expected.yaml`.
 * Out: `ImportCase[]`, by name.
 * Errors: one `Error` that names every fault of every case. A quotation or title that does not stand in its source is
 *         a slip of the expectation, and would be counted against the import.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { parse } from 'yaml';
import { z } from 'zod';
import { folded } from './score.js';

const words = z.string().min(1);
const day = z.iso.date();
const part = z.enum(['measures', 'shortcomings', 'duties', 'plan', 'other']);

const heading = z.strictObject({
  level: z.int().min(1).max(5),
  /** As written, marks included; empty where the heading has none. */
  number: z.string(),
  /** Without the mark it ends in; of a heading that runs into its paragraph, the heading alone. */
  title: words,
  /** Of a first-level heading; a list where it merges several, or where either is right. */
  part: z.union([part, z.array(part).min(2)]).optional(),
  /** Numbered items that one editor makes headings and another does not. */
  optional: z.literal(true).optional(),
});

const event = z.strictObject({
  /** A day, or `start/end`, both included. */
  date: z.string().regex(/^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/),
  precision: z.enum(['day', 'range', 'part-of-month', 'month', 'part-of-year']),
  quotation: words,
  offices: z.array(words).min(1).optional(),
  place: words.optional(),
  optional: z.literal(true).optional(),
});

const expectation = z.strictObject({
  /** What is odd about this way of writing, in one sentence. */
  manner: words,
  year: z.int().min(2015).max(2030),
  title: words.nullable(),
  organ: words.nullable(),
  adopted: day.nullable(),
  number: words.nullable(),
  published: day.optional(),
  index: words.optional(),
  encoding: z.literal('gb18030').optional(),
  outline: z.array(heading),
  events: z.array(event),
  nonEvents: z.array(z.strictObject({ quotation: words, why: words })),
  shortcomings: z.array(words),
  tasks: z.array(words),
  dropped: z.array(words),
});

export type Expectation = z.infer<typeof expectation>;

export interface ImportCase {
  name: string;
  /** Path of the source. */
  file: string;
  /** The source, decoded, as it is written: with the tags of a web page. */
  text: string;
  expected: Expectation;
}

export function readCases(folder: string): ImportCase[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const cases: ImportCase[] = [];
  const faults: string[] = [];
  for (const name of names) {
    const found = readCase(folder, name);
    if ('expected' in found) cases.push(found);
    const own = 'expected' in found ? slips(found) : found.faults;
    faults.push(...own.map((fault) => `${name}: ${fault}`));
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return cases;
}

function readCase(folder: string, name: string): ImportCase | { faults: string[] } {
  const sources = readdirSync(join(folder, name)).filter((file) => /^source\.(?:txt|md|html)$/.test(file));
  const [source] = sources;
  if (source === undefined || sources.length > 1) return { faults: ['one source.txt, source.md or source.html'] };
  const read = expectation.safeParse(parse(readFileSync(join(folder, name, 'expected.yaml'), 'utf8')));
  if (!read.success) return { faults: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  const file = join(folder, name, source);
  const decoder = new TextDecoder(read.data.encoding ?? 'utf-8', { fatal: true });
  return { name, file, text: decoder.decode(readFileSync(file)), expected: read.data };
}

/** What the expectation says that its source does not. */
export function slips({ file, text, expected }: Pick<ImportCase, 'file' | 'text' | 'expected'>): string[] {
  const visible = file.endsWith('.html') ? textOfPage(text) : text;
  // The date of publication may stand in a `meta` alone, so the page as written counts too.
  const source = `${folded(visible)}\n${folded(text)}`;
  const { outline, events, nonEvents, shortcomings, tasks, dropped } = expected;
  const quoted = [
    ...[expected.title, expected.organ, expected.number, expected.index].filter((value) => typeof value === 'string'),
    ...outline.map(({ number, title }) => number + title),
    ...events.flatMap(({ quotation, offices, place }) => [quotation, ...(offices ?? []), ...(place ? [place] : [])]),
    ...nonEvents.map(({ quotation }) => quotation),
    ...shortcomings,
    ...tasks,
    ...dropped,
  ];
  return [
    ...quoted.filter((quotation) => !source.includes(folded(quotation))).map((one) => `not in the source: ${one}`),
    ...outline
      .filter(({ level, part: statutory }) => (level === 1) !== (statutory !== undefined))
      .map(({ title }) => `a part belongs to the first level, and to it alone: ${title}`),
    ...events.filter((one) => !isOfYear(one, expected.year)).map((one) => `a date that cannot be: ${one.date}`),
    ...outOfOrder(folded(visible), events),
  ];
}

function isOfYear({ date, precision }: Expectation['events'][number], year: number): boolean {
  const ends = date.split('/');
  const [start = '', end = start] = ends;
  const isReal = ends.every((one) => day.safeParse(one).success && one.startsWith(`${year}-`));
  return isReal && (precision === 'day') === (ends.length === 1) && start <= end;
}

/** Events stand in the order of the text, so that a quotation copied to the wrong line is found. */
function outOfOrder(source: string, events: Expectation['events']): string[] {
  let from = 0;
  const late: string[] = [];
  for (const { quotation } of events) {
    const at = source.indexOf(folded(quotation), from);
    if (at < 0) late.push(`not in the order of the text: ${quotation}`);
    else from = at + 1;
  }
  return late;
}

function textOfPage(html: string): string {
  let text = '';
  let hidden = 0;
  const isHidden = (name: string): boolean => name === 'script' || name === 'style';
  const parser = new Parser({
    onopentagname: (name) => void (isHidden(name) && (hidden += 1)),
    onclosetag: (name) => void (isHidden(name) && (hidden -= 1)),
    ontext: (words) => void (hidden === 0 && (text += words)),
  });
  parser.end(html);
  return text;
}
