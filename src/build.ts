/**
 * A site in memory, as a whole: for serving, for trying out new files, for Word and PDF. `build-site.ts` has the one on
 * disk; the order of the stages is that of `flow.ts` in both.
 *
 * A rebuild is the same call with the `Keep` of the last one: what its files have not changed is not made again.
 */
export { chineseText } from './assemble/chinese.js';
export { findDates, readDate, readPublished } from './assemble/date.js';
export { headingNumber } from './assemble/ordinals.js';
import { inOrder, isRefused, type Diagnostic } from './diagnostics/diagnostic.js';
import {
  copiesOf,
  elsewhere,
  judgeDigests,
  makeTown,
  renderMade,
  survey,
  type Content,
  type MadeTown,
} from './flow.js';
import { Keep } from './keep.js';
import { countsOf, type Counts } from './model/counts.js';
import type { TownDigest } from './model/digest.js';
import type { Page, Theme } from './model/page.js';
import type { Report, Site } from './model/site.js';
import { countTexts, list, readFile, readLine, readTheme, type ListedFile } from './read/read.js';
import { documentsOf, type NamedDocument } from './render/documents.js';
import { addressOf } from './render/frame.js';
import { renderSite } from './render/render.js';

export { isIgnored, THEME_FILES } from './read/read.js';
export { isRefused } from './diagnostics/diagnostic.js';
export { manifestOf } from './write/stage.js';

/** How a build follows the one before it. */
export interface Rebuild {
  /** What earlier builds of the same folder made. */
  keep?: Keep;
  /** The only files and folders that can have changed since the last build with this `keep`, absolute; absent: any. */
  changed?: readonly string[];
}

export interface CheckResult {
  /** In order of place. */
  diagnostics: Diagnostic[];
  /** Files of the content folder that are texts. */
  files: number;
  /** How much there is of what. */
  counts: Counts;
  /** A line of a content file as it stands on disk, to show what a diagnostic is about. */
  lineOf: (file: string, line: number) => string | undefined;
}

export interface WholeResult extends CheckResult {
  /** Everything in memory at once. */
  site: Site;
}

export interface PreviewResult extends WholeResult {
  /** Absent when the content has errors. A page that is the same as last time is the same object. */
  pages?: Page[];
}

/** Everything but the writing. */
export function preview(
  content: string,
  { strict = false, ...rebuild }: Rebuild & { strict?: boolean } = {},
): PreviewResult {
  const reports: Report[] = [];
  const pages: Page[] = [];
  const {
    isRefused: isStopped,
    common,
    ...checked
  } = run(content, {
    strict,
    theme: readTheme(),
    take: (made) => {
      for (const report of made.reports ?? []) reports.push(report);
      for (const page of made.pages ?? []) pages.push(page);
    },
    ...rebuild,
  });
  return { ...checked, site: { ...common, reports }, ...(!isStopped && { pages }) };
}

export interface DocumentsResult extends WholeResult {
  /** Absent when the content has errors. */
  documents?: NamedDocument[];
}

/** The reports as documents by themselves, for formats that are no part of the site. */
export function documents(content: string, { strict = false }: { strict?: boolean } = {}): DocumentsResult {
  const checked = check(content);
  return isRefused(checked.diagnostics, strict) ? checked : { ...checked, documents: documentsOf(checked.site) };
}

export interface PrintableResult extends PreviewResult {
  /** Absent when the content has errors; so is `pages`. */
  documents?: NamedDocument[];
  /** Where the site is published, ending in `/`, when somebody has said it. */
  address?: string;
}

/** The pages, and which of them are the reports as documents: for formats that are made of pages. */
export function printable(content: string, { strict = false }: { strict?: boolean } = {}): PrintableResult {
  const previewed = preview(content, { strict });
  if (!previewed.pages) return previewed;
  const address = addressOf('', previewed.site.portal);
  return { ...previewed, documents: documentsOf(previewed.site), ...(address !== undefined && { address }) };
}

/** Everything before the pages, in memory as a whole. */
export function check(content: string, rebuild: Rebuild = {}): WholeResult {
  const reports: Report[] = [];
  const {
    common,
    isRefused: _,
    ...checked
  } = run(content, {
    take: (made) => {
      for (const report of made.reports ?? []) reports.push(report);
    },
    ...rebuild,
  });
  return { ...checked, site: { ...common, reports } };
}

interface Run extends Rebuild {
  strict?: boolean;
  /** Given when there are to be pages. */
  theme?: Theme;
  /** Is handed the reports of each town, and the pages of each town and of the site. */
  take: (made: { reports?: readonly Report[]; pages?: readonly Page[] }) => void;
}

/** Everything but the writing, town by town; pages are made as long as nothing stands against them. */
function run(folder: string, { strict = false, theme, take, keep, changed }: Run) {
  const whole = keep ?? new Keep();
  const content = contentOf(folder, whole, changed);
  const surveyed = survey(content, whole);
  const around = theme && elsewhere(surveyed, theme, whole);
  const diagnostics: Diagnostic[] = [];
  let isStopped = false;
  const say = (said: readonly Diagnostic[]): void => {
    isStopped ||= isRefused(said, strict);
    for (const diagnostic of said) diagnostics.push(diagnostic);
  };
  say(surveyed.diagnostics);
  const render = (made: MadeTown, within: Keep): TownDigest => {
    if (!around || isStopped) return made.digest;
    const { digest, pages } = renderMade(made, around, within);
    take({ pages });
    return digest;
  };
  const made = surveyed.towns.map((place): [TownDigest, MadeTown?] => {
    // Without a `Keep` from outside, a town is let go when it is made.
    const within = keep ?? new Keep();
    const town = makeTown(place, surveyed, surveyed.places, content, within);
    say(town.diagnostics);
    take({ reports: town.reports });
    return keep ? [town.digest, town] : [render(town, within)];
  });
  say(
    judgeDigests(
      made.map(([digest]) => digest),
      surveyed.suspects,
      surveyed.common,
    ),
  );
  const towns = made.map(([digest, town]) => (town ? render(town, whole) : digest));
  if (theme && around && !isStopped) {
    const rendering = whole.part('render');
    take({ pages: [...renderSite(towns, around, theme, rendering), ...copiesOf(towns, content, rendering)] });
    rendering.forget();
  }
  for (const stage of ['read', 'assemble', 'check']) whole.part(stage).forget();
  return {
    diagnostics: inOrder(diagnostics),
    isRefused: isStopped,
    common: surveyed.common,
    files: countTexts([...content.files.values()]),
    counts: countsOf(towns),
    lineOf: (file: string, line: number) => readLine(folder, file, line),
  };
}

function contentOf(folder: string, keep: Keep, changed: readonly string[] | undefined): Content {
  const listed = list(folder, keep.part('list'), changed);
  return {
    files: new Map(listed.map((file) => [file.path, file])),
    read: (file, within) => readFile(file as ListedFile, within),
  };
}
