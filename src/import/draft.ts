/** Draft: what import makes of a report before it is files: sections and items, with where each stands in the text. */
import type { Words } from '../diagnostics/diagnostic.js';
import type { DateSpan, EventKind, Holder, ItemKind, Part, Status } from '../model/site.js';
import type { Table } from './document.js';

export interface Draft {
  values: ReportValues;
  /** The text before the first heading. */
  lead: Passage[];
  sections: DraftSection[];
  items: DraftItem[];
}

export interface ReportValues {
  title: string;
  year: number;
  organ?: string;
  adopted?: string;
  published?: string;
  index?: string;
  number?: string;
  author?: string;
  keywords: string[];
}

export interface Figure {
  label: string;
  value: string;
  unit: string;
}

/** A paragraph with the items that run in to it, or a table. */
export type Passage = { kind: 'paragraph'; pieces: (string | DraftItem)[] } | Table;

export interface DraftSection {
  id: string;
  /** Its file's name without `.md`: the number that orders it, and the id. */
  name: string;
  /** As the source writes it, '' where it has none. */
  ordinal: string;
  /** With the mark by which it runs in. */
  title: string;
  part?: Part;
  /** The section above. */
  above?: DraftSection;
  offices: string[];
  figures: Figure[];
  passages: Passage[];
  doubts: Words[];
}

interface Item {
  id: string;
  name: string;
  section: DraftSection;
  title: string;
  text: string;
  offices: string[];
  figures: Figure[];
  doubts: Words[];
}

export interface EventItem extends Item {
  kind: 'event';
  /** As front matter has it. */
  date: string;
  when: DateSpan;
  place?: string;
  topic?: string;
  law?: string;
  eventKind: EventKind;
}

export interface DutyItem extends Item {
  kind: 'duty';
  holder: Holder;
  status: Status;
}

export interface ShortcomingItem extends Item {
  kind: 'shortcoming';
  cause?: string;
}

export interface TaskItem extends Item {
  kind: 'task';
}

export type DraftItem = EventItem | DutyItem | ShortcomingItem | TaskItem;

/** The folder of each kind of item, which is also the word of its marker. */
export const FOLDERS = {
  event: 'events',
  duty: 'duties',
  shortcoming: 'shortcomings',
  task: 'tasks',
} as const satisfies Record<ItemKind, string>;
