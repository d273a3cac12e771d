/**
 * Model: what a site of reports is. Data only; it knows neither files nor HTML.
 *
 * Every value that a clerk wrote knows `at`, its span. Words are kept as written; what is derived from them (numbers of
 * headings, resolved references, intervals of days) stands beside them, never in their place.
 *
 * A reference that resolves to nothing keeps its words and has no `target`: `check` reports it, and a site with such an
 * error is never rendered.
 */
import type { Root } from 'mdast';
import type { MarkerCall } from './marker-calls.js';
import type { Passage } from './passage.js';
import type { Located, Span } from './span.js';

export interface Site extends SiteSettings {
  /** By town, then year, then folder; the latest year of a town last. */
  reports: Report[];
}

/** What all reports have in common: from `site.yaml`, `terms.yaml` and the portal's own HTML. */
export interface SiteSettings {
  portal: Portal;
  offices: Office[];
  /** Words that are wrong here, from `terms.yaml`. */
  terms: Term[];
  /** How the site wants rules to speak. */
  ruleSettings: RuleSetting[];
  /** What `site.yaml` says in words. */
  values: Passage[];
}

/** How a rule is to speak: `off` keeps it silent. */
export interface RuleSetting {
  rule: string;
  severity: 'off' | 'info' | 'warning' | 'error';
  reason?: string;
  /** Of the rule's name. */
  at: Span;
}

/** Words that one rule is not to speak about: a comment with the rule's name and a reason. */
export interface Silence {
  rule: string;
  reason?: string;
  at: Span;
  /** The lines it is for, both included. */
  covers: { line: number; endLine: number };
}

/** A word of the house list: what is wrong, and what to write instead. */
export interface Term {
  wrong: string;
  right?: string;
  severity: RuleSetting['severity'];
  reason: string;
  /** It is wrong only in a paragraph where one of these stands as well; empty: everywhere. */
  near: string[];
  /** Of the wrong word. */
  at: Span;
}

/** What the portal around the column says of itself; `undefined` is what nobody has told yet. */
export interface Portal {
  /** SiteName, e.g. 随县人民政府. */
  name?: Located<string>;
  /** SiteDomain, e.g. www.zgsuixian.gov.cn. */
  domain?: Located<string>;
  /** The portal's home page, absolute. */
  url?: Located<string>;
  /** SiteIDCode: ten digits, or `bm` and eight. */
  code?: Located<string>;
  column: Column;
  /** From the portal's home page down to the column, the column itself last. */
  breadcrumb: Crumb[];
  footer: Footer;
  /** HTML of the portal's own, placed as it is at the head and the foot of every page. */
  fragments: Partial<Record<FragmentPlace, Located<string>>>;
  /** `site.yaml` could be read; only then can anything be called missing. */
  isWhole: boolean;
  at: Span;
}

export const FRAGMENT_PLACES = ['header', 'footer'] as const;
export type FragmentPlace = (typeof FRAGMENT_PLACES)[number];

/** The portal's column that the site is published as. */
export interface Column {
  name?: Located<string>;
  /** Where the folder is published, absolute, ending in `/`: canonical addresses and the sitemap start with it. */
  url?: Located<string>;
  description?: Located<string>;
  keywords: Located<string>[];
  /** ColumnType, e.g. 信息公开目录. */
  type?: Located<string>;
}

export interface Crumb {
  name: string;
  url?: string;
  at: Span;
}

/** The fields a government page carries at its foot; `'portal'` where the portal's own template supplies the field. */
export type FooterField = 'sponsor' | 'contact' | 'icp' | 'police' | 'badge' | 'complaint' | 'sitemap';
export type Footer = Partial<Record<FooterField, Located<FooterValue>>>;
export type FooterValue = 'portal' | { text: string; url?: string };

/** A body that answers for something: 责任单位. */
export interface Office {
  id: string;
  name: string;
  /** Short names and other spellings a report uses. */
  aliases: string[];
  /** Where the id, the name and each alias stand, by the word. */
  wordsAt: Readonly<Record<string, Span>>;
  /** Of the name. */
  at: Span;
}

/** One town's report on one year. */
export interface Report {
  /** The folder relative to the content folder, which is the report's URL without the last `/`: `2022`, `junchuan/2022`. */
  path: string;
  /** The folder the town's reports of all years share: `''`, `junchuan`. */
  town: string;
  year: number;
  title: string;
  organ: string;
  adopted?: Located<DateSpan>;
  /** `day` is `YYYY-MM-DD`; `time` is `HH:MM` when the clerk gave it. */
  published?: Located<{ day: string; time?: string }>;
  index?: string;
  number?: string;
  summary?: string;
  keywords: string[];
  author?: string;
  offices: OfficeRef[];
  figures: Figure[];
  /** The opening paragraph, before the first heading. */
  lead: Body;
  /** In the order of the text, each parent before its children. */
  sections: Section[];
  /** By start day, then end day, then file name. */
  events: Event[];
  duties: Duty[];
  shortcomings: Shortcoming[];
  tasks: Task[];
  /** Every file of the report could be read; only then can anything be called missing. */
  isWhole: boolean;
  at: Span;
  spans: Spans;
  /** What the keys say in words, as written. */
  values: Passage[];
}

/** The statutory parts of an annual report, and whatever else it says. */
export const PARTS = ['measures', 'shortcomings', 'duties', 'plan', 'other'] as const;
export type Part = (typeof PARTS)[number];

/** Each kind of item by its folder, whose name is also the word of the marker that calls it. */
export const KIND_OF = { events: 'event', duties: 'duty', shortcomings: 'shortcoming', tasks: 'task' } as const;
export type ItemKind = (typeof KIND_OF)[keyof typeof KIND_OF];

/** What sections and items have in common. */
export interface Entry {
  /** Unique within the report; an anchor on the pages. */
  id: string;
  title: string;
  offices: OfficeRef[];
  date?: Located<DateSpan>;
  figures: Figure[];
  body: Body;
  /** Where the file begins. */
  at: Span;
  spans: Spans;
  /** What the keys say in words, as written. */
  values: Passage[];
}

/** Where each key's value stands, by the key's English name. */
export type Spans = Readonly<Partial<Record<string, Span>>>;

/** The place of a key's value, or the file's first character when the key is absent. */
export function spanOf(entry: { at: Span; spans: Spans }, key: string): Span {
  return entry.spans[key] ?? entry.at;
}

/** A heading of the report and what stands under it. */
export interface Section extends Entry {
  kind: 'section';
  part?: Part;
  /** The section above; absent at the top. */
  parent?: Reference;
  /** 1 for a part of the report, 2 below it, … */
  level: number;
  /** From the tree: 一、 (一) 1. (1), full-width where Chinese is. */
  number: string;
  /** The mark that ended the title as written, when the heading runs in to its first paragraph: `。`, `，` or ``. */
  runIn: string;
  /** The body with the section's items run in: what the full text shows. */
  composed: Root;
  /** `composed` as plain text, heading not included. */
  text: string;
}

/** What the items that hang on a section have in common. */
export interface Item extends Entry {
  kind: ItemKind;
  section: Reference;
}

export const EVENT_KINDS = ['campaign', 'meeting', 'training', 'lecture', 'inspection', 'online', 'other'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface Event extends Item {
  kind: 'event';
  date: Located<DateSpan>;
  place?: Located<string>;
  /** What the event was about in a few words; short enough to stand on the year strip. */
  topic?: Located<string>;
  law?: Located<string>;
  eventKind: EventKind;
}

export const HOLDERS = ['party', 'government', 'both'] as const;
export type Holder = (typeof HOLDERS)[number];
export const STATUSES = ['done', 'ongoing', 'planned', 'missed'] as const;
export type Status = (typeof STATUSES)[number];

export interface Duty extends Item {
  kind: 'duty';
  holder: Holder;
  basis?: Located<string>;
  status: Status;
  due?: Located<DateSpan>;
  evidence: Evidence[];
}

export interface Shortcoming extends Item {
  kind: 'shortcoming';
  cause?: Located<string>;
  /** The tasks that answer it, whichever of the two files names the other. */
  tasks: Reference[];
}

export interface Task extends Item {
  kind: 'task';
  due?: Located<DateSpan>;
  /** The shortcomings it answers, whichever of the two files names the other. */
  addresses: Reference[];
  /** A section or event of the next year's report. */
  result?: Reference;
}

/** An item of any kind; `kind` tells which. */
export type AnyItem = Event | Duty | Shortcoming | Task;
export type AnyEntry = Section | AnyItem;

/** The words that name an entry, and the entry when there is one. */
export interface Reference {
  id: string;
  at: Span;
  target?: EntryTarget;
}

/** What a duty rests on: an entry of the report, or a relative link with the words to show. */
export interface Evidence extends Reference {
  link?: Link;
}

export interface OfficeRef {
  /** As the clerk wrote it: a name, short name or alias. */
  name: string;
  at: Span;
  /** The registered office's id. */
  office?: string;
}

/** A number the report states: `12` `起`, `三分之二`. */
export interface Figure {
  label: string;
  /** As written, digits or words. */
  value: string;
  unit: string;
  labelAt: Span;
  /** Of the value. */
  at: Span;
}

export type Precision = 'day' | 'range' | 'part-of-month' | 'month' | 'part-of-year' | 'year';

/**
 * A date, never more exact than the words.
 *
 * Units: calendar days `YYYY-MM-DD`, both ends included. `text` is what to show.
 */
export interface DateSpan {
  start: string;
  end: string;
  precision: Precision;
  text: string;
}

/** A text as a clerk wrote it in Markdown. */
export interface Body {
  /** Parsed, with punctuation and line breaks made right for Chinese; link nodes carry their `Target` in `data.target`. */
  tree: Root;
  /** Plain text, one line a block. */
  text: string;
  links: Link[];
  images: Link[];
  /** Raw HTML tags, which no page shows. */
  rawHtml: Located<string>[];
  /** Where the items of the section run in. */
  markers: Located<MarkerCall>[];
  /** Somebody left a note here, which no page shows. */
  hasRemarks: boolean;
  /** Every date that the text names, as exact as it names it. */
  dates: DateSpan[];
  /** Its words as written. */
  passages: Passage[];
  silences: Silence[];
  at: Span;
}

/** A link or image in a body. */
export interface Link {
  /** As written. */
  url: string;
  /** The words shown; of an image, its alternative text. */
  text: string;
  at: Span;
  /** Absent when the address leads nowhere inside the site. */
  target?: Target;
}

export interface EntryTarget {
  kind: 'entry';
  /** The report's path. */
  report: string;
  id: string;
}

export type Target =
  | EntryTarget
  /** A page of the site, by its URL relative to the site's folder, e.g. `2022/timeline/`. */
  | { kind: 'page'; url: string }
  /** An attachment or image, by its path relative to the content folder, which is its URL. */
  | { kind: 'asset'; path: string; bytes: number; hash?: string }
  /** `http:`, `https:`, `mailto:` and `tel:` addresses. */
  | { kind: 'outside'; url: string }
  /** `javascript:` and other schemes that no page may carry. */
  | { kind: 'unsafe'; url: string };
