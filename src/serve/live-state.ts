/** What the server tells the pages that stand open in a browser: plain JSON, sent as it changes. */
import type { Severity } from '../diagnostics/diagnostic.js';

export interface LiveState {
  /** Of the site as it is served now. */
  version: string;
  /** Files that are not what they were in the version a page came from, a file that is gone among them. */
  changed: string[] | 'all';
  /** Some build has succeeded since the start. */
  hasSite: boolean;
  /** What keeps the content from being looked at, in a sentence or two. */
  problem?: string;
  /** How many there are of each, shown or not. */
  counts: Record<Severity, number>;
  /** Errors first, then warnings, each in order of place; no more than anybody reads. */
  mistakes: Mistake[];
}

/** A diagnostic in one language, with what is needed to show it. */
export interface Mistake {
  rule: string;
  severity: Severity;
  /** As the terminal names it: `content/2022/report.md`. */
  file: string;
  line: number;
  column: number;
  message: string;
  source?: SourceLine;
  /** Opens the file at the line in the clerk's editor. */
  href?: string;
}

/** A line of a content file, cut to what can be read at a glance; `marked` is what the message is about. */
export interface SourceLine {
  before: string;
  marked: string;
  after: string;
}

/** For one page: the anchor of each entry on it, and the link that opens the entry's file. */
export type EntryLinks = Record<string, string>;
