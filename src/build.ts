/**
 * Build: the whole flow, in one direction.
 *
 * read -> assemble -> check -> render -> write. Every stage but the first and the last is a pure function of what it is
 * given; a site with an error is never written.
 *
 * A rebuild is the same call with the `Keep` of the last one: what its files have not changed is not made again.
 */
export { chineseText } from './assemble/chinese.js';
export { findDates, readDate, readPublished } from './assemble/date.js';
export { headingNumber } from './assemble/ordinals.js';
import { assemble } from './assemble/assemble.js';
import { check as judge } from './check/check.js';
import { settle } from './check/settle.js';
import { hasErrors, inOrder, type Diagnostic } from './diagnostics/diagnostic.js';
import { EnvironmentError } from './diagnostics/environment-error.js';
import { Keep } from './keep.js';
import type { Site } from './model/site.js';
import { read, readLine, readTheme } from './read/read.js';
import type { Page } from './model/page.js';
import { documentsOf, type NamedDocument } from './render/documents.js';
import { addressOf } from './render/frame.js';
import { render } from './render/render.js';
import { RULES } from './rules.js';
import { write, type Written } from './write/write.js';

export { isIgnored, THEME_FILES } from './read/read.js';
export { manifestOf } from './write/stage.js';

export interface BuildOptions {
  /** The content folder. */
  content: string;
  /** The folder that becomes the site. */
  out: string;
  /** Warnings stop the build as errors do. */
  strict?: boolean;
  /** What earlier builds of the same folder made. */
  keep?: Keep;
  /** The only files and folders that can have changed since the last build with this `keep`, absolute; absent: any. */
  changed?: readonly string[];
}

/** How a build follows the one before it. */
export type Rebuild = Pick<BuildOptions, 'keep' | 'changed'>;

export interface CheckResult {
  site: Site;
  /** In order of place. */
  diagnostics: Diagnostic[];
  /** Files of the content folder that were read. */
  files: number;
  /** A line of a content file as it stands on disk, to show what a diagnostic is about. */
  lineOf: (file: string, line: number) => string | undefined;
}

export interface BuildResult extends CheckResult {
  /** Absent when the content has errors: the earlier site stays as it is. */
  written?: Written;
}

export interface PreviewResult extends CheckResult {
  /** Absent when the content has errors. A page that is the same as last time is the same object. */
  pages?: Page[];
}

/** Builds the site once. */
export function build({ content, out, ...options }: BuildOptions): BuildResult {
  if (out === '') throw new EnvironmentError({ zh: '--out 后面没有写文件夹。', en: 'No folder is given after --out.' });
  const { pages, ...checked } = preview(content, options);
  return pages ? { ...checked, written: write(pages, out) } : checked;
}

/** Everything but the writing. */
export function preview(
  content: string,
  { strict = false, keep = new Keep(), ...rebuild }: Rebuild & { strict?: boolean } = {},
): PreviewResult {
  const checked = check(content, { keep, ...rebuild });
  if (isRefused(checked.diagnostics, strict)) return checked;
  return { ...checked, pages: render(checked.site, readTheme(), keep.part('render')) };
}

export interface DocumentsResult extends CheckResult {
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

/** Everything before the pages. */
export function check(content: string, { keep = new Keep(), changed }: Rebuild = {}): CheckResult {
  const { sources, diagnostics: unreadable } = read(content, keep.part('read'), changed);
  const { site, diagnostics: misplaced } = assemble(sources, keep.part('assemble'));
  const diagnostics = inOrder(settle([...unreadable, ...misplaced, ...judge(site, keep.part('check'))], site, RULES));
  return {
    site,
    diagnostics,
    files: sources.filter((source) => source.kind !== 'asset').length,
    lineOf: (file, line) => readLine(content, file, line),
  };
}

/** Whether diagnostics keep a site from being written. */
export function isRefused(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return hasErrors(diagnostics) || (strict && diagnostics.some((diagnostic) => diagnostic.severity === 'warning'));
}
