/** What a build leaves for the next one. Plain data. */
import type { ReportHead, Told } from '../assemble/assemble.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Counts } from '../model/counts.js';
import type { TownDigest } from '../model/digest.js';
import type { ListedFile as BuiltFile } from '../model/manifest.js';
import type { FileRecord } from './marks.js';

/** A town, and all it was made from. */
export interface TownEntry {
  /** Its files; others than these were not listed. */
  files: FileRecord[];
  /** Of what its pages were told of the rest of the site, beside `told`. */
  stamp: string;
  told: Told[];
  heads: ReportHead[];
  digest: TownDigest;
  diagnostics: Diagnostic[];
  /** Absent where nothing was rendered. */
  pages?: BuiltFile[];
}

/** The site as a whole after a build that was not refused. */
export interface SiteEntry {
  /** Tells which files there are, and how large those are that are not read. */
  listing: string;
  /** Of style sheet and scripts. */
  theme: string;
  /** What was read for the site as a whole, and the attachments. */
  files: FileRecord[];
  /** In the order of the site, with the sums of their entries. */
  towns: { town: string; sum: string; pages: number }[];
  /** About the site as a whole. */
  diagnostics: Diagnostic[];
  counts: Counts;
  /** Those that are none of a town's, the manifest among them. */
  pages: BuiltFile[];
  /** Where the site was written, absolute. */
  out: string;
  /** Of all files: town by town, then those of the site. */
  marks: number[];
}

export const SITE = 'site';

export function townName(town: string): string {
  return `town ${town}`;
}
