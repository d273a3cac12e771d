/**
 * Digests: what the site as a whole knows of its reports.
 *
 * A report is read, judged, made into pages and let go; what remains of it is this. The pages that list reports, find
 * them or tell when they came out are made from digests alone, so that a site of ten thousand reports needs the memory
 * of ten thousand digests and of one town's reports. Plain data: it goes into the cache, to other threads and into the
 * parts of a divided build as it is.
 */
import type { Span } from './span.js';
import type { ReportPage } from './urls.js';

/** All years of one town. */
export interface TownDigest {
  /** The folder that the town's reports share: `''`, `junchuan`. */
  town: string;
  /** By year, then folder. */
  reports: ReportDigest[];
  /** The scripts that hand the words of these reports to the search page, in the order of their names. */
  texts: TextsDigest[];
}

export interface ReportDigest {
  /** The folder, which is the report's URL without the last `/`. */
  path: string;
  year: number;
  title: string;
  organ: string;
  /** What it is called where it stands among others. */
  name: string;
  /** `day` is `YYYY-MM-DD`; `time` is `HH:MM` when the clerk gave it. */
  published?: { day: string; time?: string };
  /** Its first words, at most 120 characters. */
  summary: string;
  /** Its pages that have something on them, the overview first. */
  pages: ReportPage[];
  /** The attachments it refers to, by path, and the first place that does. */
  assets: { path: string; at: Span }[];
  /** How much there is of what. */
  counts: { events: number; duties: number; shortcomings: number; tasks: number };
  /** Where the report begins. */
  at: Span;
  /** Where its year stands. */
  yearAt: Span;
}

export interface TextsDigest {
  /** The file, relative to the site's folder. */
  path: string;
  /** Of its content, as it stands behind its address: `?v=0a1b2c3d`. */
  version: string;
  bytes: number;
}
