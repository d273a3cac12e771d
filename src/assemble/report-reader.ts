/** Assembles one report: its entries from their files, its tree of headings, its composed text. */
import { isDeepStrictEqual } from 'node:util';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Keep } from '../keep.js';
import { byCodeUnit } from '../model/by-code-unit.js';
import type {
  Body,
  DateSpan,
  Duty,
  Entry,
  EntryTarget,
  Event,
  Evidence,
  Office,
  OfficeRef,
  Reference,
  Report,
  Section,
  Shortcoming,
  Target,
  Task,
} from '../model/site.js';
import type { TextSource } from '../model/source.js';
import { startOf, type Located, type Span } from '../model/span.js';
import { chineseText } from './chinese.js';
import { compose } from './compose.js';
import { readDate, readPublished } from './date.js';
import { guessDate, guessPublished } from './date-guess.js';
import { readKeys, type FileKind, type Keys } from './keys.js';
import { findEntry, folderOf, type EntryPlace, type ReportPlace } from './layout.js';
import { resolveAddress } from './links.js';
import { parseBody } from './markdown.js';
import { headingNumber } from './ordinals.js';
import type { Outside } from './outside.js';
import { passagesOfValues } from './passages.js';
import { plainText } from './plain-text.js';
import * as rules from './rules.js';
import { wideDigitsIn } from './wide-digits.js';

interface EntrySource extends EntryPlace {
  source: TextSource;
}

/** The files of one report with what they say. */
export interface ReportSource extends ReportPlace {
  source: TextSource;
  entries: EntrySource[];
}

/** By which words an office goes. */
export type OfficeWords = Pick<Office, 'id' | 'name' | 'aliases'>;

/** Reads one report; the reader holds what all of its files have in common. */
export class ReportReader {
  readonly #source: ReportSource;
  readonly #outside: Outside;
  readonly #offices: readonly OfficeWords[];
  readonly #diagnostics: Diagnostic[];
  readonly #keep: Keep;
  #year = 0;

  constructor(
    source: ReportSource,
    outside: Outside,
    offices: readonly OfficeWords[],
    diagnostics: Diagnostic[],
    keep: Keep,
  ) {
    this.#source = source;
    this.#outside = outside;
    this.#offices = offices;
    this.#diagnostics = diagnostics;
    this.#keep = keep;
  }

  read(): Report {
    const { source, path } = this.#source;
    const keys = this.#keys('report', source);
    const { values } = keys;
    this.#year = this.#readYear(keys);
    const events = this.#all('event', (entry) => this.#event(entry)).toSorted(byDate);
    const duties = this.#all('duty', (entry) => this.#duty(entry));
    const shortcomings = this.#all('shortcoming', (entry) => this.#shortcoming(entry));
    const tasks = this.#all('task', (entry) => this.#task(entry));
    joinBothWays(shortcomings, tasks, path);
    const sections = inTextOrder(this.#all('section', (entry) => this.#section(entry)));
    for (const section of sections) {
      const items = [...events, ...duties, ...shortcomings, ...tasks].filter(
        (item) => item.section.target?.id === section.id,
      );
      section.composed = compose(section.body.tree, items);
      section.text = plainText(section.composed);
    }
    return {
      path,
      town: folderOf(path),
      year: this.#year,
      title: titleOf(values.title, path),
      organ: chineseText(values.organ ?? ''),
      ...optional('adopted', this.#adopted(keys)),
      ...optional('published', this.#published(keys)),
      ...optional('index', values.index),
      ...optional('number', values.number),
      ...optional('summary', values.summary && chineseText(values.summary)),
      keywords: values.keywords ?? [],
      ...optional('author', values.author),
      offices: this.#officeRefs(keys, values.office),
      figures: figuresOf(keys, values.figures),
      lead: this.#body(source, false),
      sections,
      events,
      duties,
      shortcomings,
      tasks,
      isWhole: !source.broken && this.#source.entries.every((entry) => !entry.source.broken),
      at: startOf(source.path),
      spans: spansOf(keys),
      values: passagesOfValues(source.data),
    };
  }

  /** The entries of one kind; a file that cannot be read keeps its id, so that nobody is told it does not exist. */
  #all<T>(kind: EntrySource['kind'], read: (entry: EntrySource) => T): T[] {
    return this.#source.entries.filter((entry) => entry.kind === kind && !entry.source.broken).map(read);
  }

  #keys<Kind extends FileKind>(kind: Kind, source: TextSource): Keys<Kind> {
    const keys = readKeys(kind, source.path, source.data);
    if (!source.broken) this.#diagnostics.push(...keys.diagnostics, ...wideDigitsIn(source));
    return keys;
  }

  #readYear(keys: Keys<'report'>): number {
    const words = keys.values.year;
    const year = readYear(words);
    if (words !== undefined && year === undefined) {
      this.#diagnostics.push(diagnose(rules.yearUnreadable, { at: keys.at('year'), found: words }));
    }
    return year ?? 0;
  }

  #section(source: EntrySource): Section {
    const keys = this.#keys('section', source.source);
    const { part, section, title = source.id } = keys.values;
    const runIn = /[。，：；、]$/.exec(chineseText(title))?.[0] ?? '';
    const body = this.#body(source.source, true);
    return {
      kind: 'section',
      ...this.#entry(source, keys, body),
      title: runIn ? chineseText(title).slice(0, -1) : chineseText(title),
      ...optional('part', part),
      ...optional(
        'parent',
        section === undefined ? undefined : this.#reference(section, keys.at('section'), 'section'),
      ),
      level: 1,
      number: '',
      runIn,
      composed: body.tree,
      text: '',
    };
  }

  #event(source: EntrySource): Event {
    const keys = this.#keys('event', source.source);
    const { values } = keys;
    const body = this.#body(source.source, false);
    const unknown = { value: { start: '', end: '', precision: 'year', text: '' } as const, at: keys.at('date') };
    return {
      kind: 'event',
      ...this.#entry(source, keys, body),
      section: this.#reference(values.section ?? '', keys.at('section'), 'section'),
      date: inTheTextsWords(this.#date(keys, 'date', values.date), body) ?? unknown,
      ...optional('place', located(keys, 'place', values.place)),
      ...optional('topic', located(keys, 'topic', values.topic)),
      ...optional('law', located(keys, 'law', values.law)),
      eventKind: values.kind ?? 'other',
    };
  }

  #duty(source: EntrySource): Duty {
    const keys = this.#keys('duty', source.source);
    const { values } = keys;
    return {
      kind: 'duty',
      ...this.#entry(source, keys, this.#body(source.source, false)),
      section: this.#reference(values.section ?? '', keys.at('section'), 'section'),
      holder: values.holder ?? 'both',
      ...optional('basis', located(keys, 'basis', values.basis)),
      status: values.status ?? 'planned',
      ...optional('due', this.#date(keys, 'due', values.due)),
      evidence: (values.evidence ?? []).map((words, index) => this.#evidence(words, keys.at('evidence', index))),
    };
  }

  #shortcoming(source: EntrySource): Shortcoming {
    const keys = this.#keys('shortcoming', source.source);
    const { values } = keys;
    return {
      kind: 'shortcoming',
      ...this.#entry(source, keys, this.#body(source.source, false)),
      section: this.#reference(values.section ?? '', keys.at('section'), 'section'),
      ...optional('cause', located(keys, 'cause', values.cause)),
      tasks: (values.tasks ?? []).map((id, index) => this.#reference(id, keys.at('tasks', index), 'task')),
    };
  }

  /** A task is for the year after; a day without a year is one of that. */
  #task(source: EntrySource): Task {
    const keys = this.#keys('task', source.source);
    const { values } = keys;
    const result = values.result;
    return {
      kind: 'task',
      ...this.#entry(source, keys, this.#body(source.source, false, this.#year + 1)),
      section: this.#reference(values.section ?? '', keys.at('section'), 'section'),
      ...optional('due', this.#date(keys, 'due', values.due, { year: this.#year + 1 })),
      addresses: (values.addresses ?? []).map((id, index) =>
        this.#reference(id, keys.at('addresses', index), 'shortcoming'),
      ),
      ...(result === undefined
        ? {}
        : {
            result: {
              id: result,
              at: keys.at('result'),
              ...optional('target', this.#findResult(result)),
            },
          }),
    };
  }

  #findResult(id: string): EntryTarget | undefined {
    return this.#outside.findResult(folderOf(this.#source.path), this.#year + 1, id);
  }

  /** What every entry has. */
  #entry(source: EntrySource, keys: Keys<Exclude<FileKind, 'site' | 'terms' | 'report'>>, body: Body): Entry {
    const { title, office, figures, date } = keys.values;
    return {
      id: source.id,
      title: chineseText(title ?? source.id),
      offices: this.#officeRefs(keys, office),
      ...optional('date', this.#date(keys, 'date', date, { isReported: source.kind !== 'event' })),
      figures: figuresOf(keys, figures),
      body,
      at: startOf(source.source.path),
      spans: spansOf(keys),
      values: passagesOfValues(source.source.data),
    };
  }

  /** Parsing takes longest; a body is kept as long as its file is the same and its addresses lead where they led. */
  #body(source: TextSource, mayMark: boolean, year = this.#year): Body {
    const resolve = (url: string): Target | undefined => resolveAddress(url, source.path, this.#source, this.#outside);
    const { body, diagnostics } = this.#keep.of(
      `body ${source.path}`,
      [source, mayMark, year],
      () => {
        const { path: file, body: text, bodyLine: line } = source;
        return parseBody({ file, text, line, year, mayMark, resolve });
      },
      ({ body: { links, images } }) =>
        [...links, ...images].every(({ url, target }) => isDeepStrictEqual(resolve(url), target)),
    );
    if (!source.broken) this.#diagnostics.push(...diagnostics);
    return body;
  }

  /** Words that name an entry of this report; it must be of one of the kinds. */
  #reference(id: string, at: Span, ...kinds: EntrySource['kind'][]): Reference {
    return { id, at, ...optional('target', findEntry(this.#source, id, kinds)) };
  }

  /** An id, or a relative link when the words look like a path. */
  #evidence(words: string, at: Span): Evidence {
    if (!/[/.#]/.test(words)) return this.#reference(words, at, 'event', 'section');
    const target = resolveAddress(words, `${this.#source.path}/duties/`, this.#source, this.#outside);
    return { id: words, at, link: { url: words, text: words, at, ...optional('target', target) } };
  }

  #officeRefs(keys: Pick<Keys<FileKind>, 'at'>, names: readonly string[] | undefined): OfficeRef[] {
    return (names ?? []).map((written, index) => {
      const name = chineseText(written);
      const office = this.#offices.find((one) => one.name === name || one.aliases.includes(name));
      return { name, at: keys.at('office', index), ...optional('office', office?.id) };
    });
  }

  #date(
    keys: Pick<Keys<FileKind>, 'at'>,
    key: string,
    words: string | undefined,
    { year = this.#year, isReported = true } = {},
  ): Located<DateSpan> | undefined {
    if (words === undefined) return undefined;
    const at = keys.at(key);
    const read = readDate(words, year);
    if ('date' in read) return { value: read.date, at };
    if (!isReported) return undefined;
    this.#diagnostics.push(
      read.problem === 'impossible'
        ? diagnose(rules.dateImpossible, { at, found: words })
        : diagnose(rules.dateUnreadable, { at, found: words, fix: guessDate(words, year) }),
    );
    return undefined;
  }

  /** A report is adopted after its year; the year has to be written. */
  #adopted(keys: Keys<'report'>): Located<DateSpan> | undefined {
    const words = keys.values.adopted;
    if (words !== undefined && !/\d{4}|[〇零○一二三四五六七八九]{4}/.test(words.normalize('NFKC'))) {
      this.#diagnostics.push(diagnose(rules.dateNoYear, { at: keys.at('adopted'), found: words }));
      return undefined;
    }
    return this.#date(keys, 'adopted', words);
  }

  #published(keys: Keys<'report'>): Report['published'] {
    const words = keys.values.published;
    if (words === undefined) return undefined;
    const at = keys.at('published');
    const value = readPublished(words);
    if (value) return { value, at };
    this.#diagnostics.push(diagnose(rules.publishedUnreadable, { at, found: words, fix: guessPublished(words) }));
    return undefined;
  }
}

/** What a report says of itself, as far as it is known before its other files are read. */
export interface ReportHead {
  path: string;
  /** The folder the town's reports of all years share. */
  town: string;
  /** 0 when it cannot be read. */
  year: number;
  title: string;
  organ: string;
  /** It says when it was published. */
  isPublished: boolean;
}

/** `source` is the report's `report.md`. */
export function headOf({ path }: ReportPlace, source: TextSource): ReportHead {
  const { values } = readKeys('report', source.path, source.data);
  return {
    path,
    town: folderOf(path),
    year: readYear(values.year) ?? 0,
    title: titleOf(values.title, path),
    organ: chineseText(values.organ ?? ''),
    isPublished: values.published !== undefined && readPublished(values.published) !== undefined,
  };
}

function titleOf(title: string | undefined, path: string): string {
  return chineseText(title ?? path);
}

/** `2022`, `２０２２` and `2022年度`; `undefined` for anything else. */
function readYear(words: string | undefined): number | undefined {
  const digits = /^([12]\d{3})(?:年度?)?$/.exec(words?.normalize('NFKC').trim() ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Parents before children, siblings by file name, each with its level and number. */
function inTextOrder(sections: readonly Section[]): Section[] {
  const ordered = new Set<Section>();
  const add = (siblings: readonly Section[], level: number): void => {
    siblings.forEach((section, index) => {
      if (ordered.has(section)) return;
      ordered.add(section);
      section.level = level;
      section.number = headingNumber(level, index + 1);
      add(
        sections.filter((one) => one !== section && one.parent?.target?.id === section.id),
        level + 1,
      );
    });
  };
  add(
    sections.filter((section) => section.parent?.target === undefined),
    1,
  );
  // A circle of sections has no top; it is kept, and `check` says so.
  return [...ordered, ...sections.filter((section) => !ordered.has(section))];
}

/** A link that only one of the two files gives holds for the other as well. */
function joinBothWays(shortcomings: readonly Shortcoming[], tasks: readonly Task[], report: string): void {
  const add = (list: Reference[], id: string, at: Span): void => {
    if (list.some((reference) => reference.target?.id === id)) return;
    const target: EntryTarget = { kind: 'entry', report, id };
    list.push({ id, at, target });
  };
  for (const task of tasks) {
    for (const { target, at } of [...task.addresses]) {
      const shortcoming = shortcomings.find((one) => one.id === target?.id);
      if (shortcoming) add(shortcoming.tasks, task.id, at);
    }
  }
  for (const shortcoming of shortcomings) {
    for (const { target, at } of [...shortcoming.tasks]) {
      const task = tasks.find((one) => one.id === target?.id);
      if (task) add(task.addresses, shortcoming.id, at);
    }
  }
}

/** The date in the words of the text, where the clerk wrote the same date in others: `6月26号` for 6月26日. */
function inTheTextsWords(date: Located<DateSpan> | undefined, body: Body): Located<DateSpan> | undefined {
  if (!date || body.text.includes(date.value.text)) return date;
  const { start, end, precision } = date.value;
  const same = body.dates.find((one) => one.start === start && one.end === end && one.precision === precision);
  return same ? { ...date, value: same } : date;
}

function byDate(a: Event, b: Event): number {
  return (
    byCodeUnit(a.date.value.start, b.date.value.start) ||
    byCodeUnit(a.date.value.end, b.date.value.end) ||
    byCodeUnit(a.at.file, b.at.file)
  );
}

function figuresOf(
  keys: Pick<Keys<FileKind>, 'at'>,
  figures: { label: string; value: string; unit?: string | undefined }[] = [],
) {
  return figures.map(({ label, value, unit = '' }, index) => ({
    label: chineseText(label),
    value,
    unit,
    labelAt: keys.at('figures', index, 'label'),
    at: keys.at('figures', index, 'value'),
  }));
}

function spansOf(keys: Keys<FileKind>): Record<string, Span> {
  return Object.fromEntries(keys.keys.map((key) => [key, keys.at(key)]));
}

function located(
  keys: Pick<Keys<FileKind>, 'at'>,
  key: string,
  words: string | undefined,
): Located<string> | undefined {
  return words === undefined ? undefined : { value: chineseText(words), at: keys.at(key) };
}

/** `{ [key]: value }`, or nothing when there is no value: optional properties are absent, not undefined. */
function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]: Value });
}
