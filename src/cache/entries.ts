/** What a build leaves for the next one. Plain data. */
import type { ReportHead, Told } from '../assemble/assemble.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Counts } from '../model/counts.js';
import type { TownDigest } from '../model/digest.js';
import type { ListedFile as BuiltFile } from '../model/manifest.js';
import type { FilesRecord, UnsettledFile } from './sources.js';

/** A town, and all it was made from. */
export interface TownEntry {
  /** Its files, report by report. */
  files: FilesRecord;
  /** Of what its pages were told of the rest of the site, beside `told`. */
  stamp: string;
  told: Told[];
  heads: ReportHead[];
  digest: TownDigest;
  diagnostics: Diagnostic[];
  /** Absent where nothing was rendered. */
  pages?: BuiltFile[];
}

/** Where the site was left by a build that was not refused: what tells pages that can be left alone. */
export interface SiteEntry {
  /** Where it was written, absolute. */
  out: string;
  /** In the order of the site, with the sums of their entries. */
  towns: { town: string; sum: string; pages: number }[];
  /** Of the towns' files, town by town: numbers of eight bytes, in base64. */
  marks: string;
}

/** All that it takes to see that there is nothing to say or write that the last build, which was not refused, has not. */
export interface LastBuild {
  /** Of style sheet and scripts. */
  theme: string;
  /** Of all source files: names and status; of those that are not settled, names alone. */
  sources: string;
  /** Those that are not settled. */
  unsettled: UnsettledFile[];
  /** Where the site was written, absolute. */
  out: string;
  /** The paths of all its files, and the sum of their marks. */
  built: string[];
  marks: string;
  /** In order of place. */
  diagnostics: Diagnostic[];
  /** The line that each of them is about; none where it is not there, or too long to be kept. */
  lines: (string | null)[];
  counts: Counts;
}

export const SITE = 'site';
export const LAST = 'last build';

export function townName(town: string): string {
  return `town ${town}`;
}
