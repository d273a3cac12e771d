/**
 * Building the site on disk, as quickly as what has changed allows.
 *
 * In:  the content folder, the folder that becomes the site, and the cache of earlier builds.
 * Out: what a build from nothing would say and write.
 *
 * When nothing at all has changed, that is seen from the status of the files alone, and what makes sites is not even
 * loaded. `flow.ts` has the order of the stages.
 */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LAST, type LastBuild } from './cache/entries.js';
import { marksOf } from './cache/marks.js';
import { programOf } from './cache/program.js';
import { areSame, sumOfSources } from './cache/sources.js';
import { Store } from './cache/store.js';
import { sumOfData, sumOfNumbers } from './cache/sum.js';
import { isRefused, type Diagnostic } from './diagnostics/diagnostic.js';
import { EnvironmentError } from './diagnostics/environment-error.js';
import type { Counts } from './model/counts.js';
import { WORK } from './model/manifest.js';
import type { Theme } from './model/page.js';
import type { Shard } from './parts/part.js';
import { list, countTexts, type ListedFile } from './read/list.js';
import { linesIn, placeOfLine, type LineOf } from './read/read-line.js';
import { readTheme } from './read/theme.js';
import type { Written } from './write/write.js';

export { isRefused } from './diagnostics/diagnostic.js';

export interface BuildOptions {
  /** The content folder. */
  content: string;
  /** The folder that becomes the site. */
  out: string;
  /** Warnings stop the build as errors do. */
  strict?: boolean;
  /** False: nothing of earlier builds is used, and nothing is left for later ones. */
  cache?: boolean;
  /** Makes only a share of the towns, for `merge`. */
  shard?: Shard | undefined;
  /** How many threads make towns; absent: as many as pay. 1: none but the leading one. */
  threads?: number | undefined;
}

export interface BuildResult {
  /** In order of place. */
  diagnostics: Diagnostic[];
  /** Files of the content folder that are texts. */
  files: number;
  counts: Counts;
  /** A line of a content file as it stands on disk, to show what a diagnostic is about. */
  lineOf: LineOf;
  /** Files of the cache that were damaged; what they held was made again. */
  damaged: ReadonlySet<string>;
  /** Absent when the content has errors: the earlier site stays as it is. */
  written?: Written;
}

/** Builds the site once. Errors: `EnvironmentError` for folders that cannot be read or written. */
export async function buildSite({
  content,
  out,
  strict = false,
  cache = true,
  shard,
  threads,
}: BuildOptions): Promise<BuildResult> {
  if (out === '') throw new EnvironmentError({ zh: '--out 后面没有写文件夹。', en: 'No folder is given after --out.' });
  const files = list(content);
  const theme = readTheme();
  const store = cache ? storeFor(content) : undefined;
  const same = store && !shard && unchanged(files, theme, store, out);
  if (same && !isRefused(same.diagnostics, strict)) return { ...same, ...aboutRun(content, files, store, same.lines) };
  const about = aboutRun(content, files, store);
  // What makes sites takes its time to load.
  const [{ makeWholeSite }, { Writer }] = await Promise.all([import('./site-maker.js'), import('./write/write.js')]);
  const order = {
    folder: content,
    files,
    strict,
    theme,
    store,
    writer: new Writer(out),
    shard,
    threads,
    program: programOf(),
    lineOf: about.lineOf,
  };
  return { ...(await makeWholeSite(order)), ...about };
}

/** Checks the content, using what builds have left. */
export async function checkSite({
  content,
  strict = false,
  cache = true,
}: Omit<BuildOptions, 'out'>): Promise<Omit<BuildResult, 'written'>> {
  const files = list(content);
  const store = cache ? storeFor(content) : undefined;
  const about = aboutRun(content, files, store);
  const { makeWholeSite } = await import('./site-maker.js');
  const { lineOf } = about;
  return {
    ...(await makeWholeSite({ folder: content, files, strict, theme: readTheme(), store, writer: undefined, lineOf })),
    ...about,
  };
}

/** What is told of every run, whatever it made. */
function aboutRun(
  content: string,
  files: readonly ListedFile[],
  store: Store | undefined,
  lines?: ReadonlyMap<string, string>,
): Pick<BuildResult, 'files' | 'lineOf' | 'damaged'> {
  return {
    files: countTexts(files),
    lineOf: linesIn(content, lines),
    damaged: store?.damaged ?? new Set(),
  };
}

/** Beside the content folder, so that it is found again wherever the program is started from. */
function storeFor(content: string): Store | undefined {
  const program = programOf();
  const folder = resolve(content);
  return program === undefined
    ? undefined
    : new Store(join(dirname(folder), '.fazhi-cache', basename(folder)), program);
}

/** What the last build said, if there is nothing to say or write that it has not. */
function unchanged(
  files: readonly ListedFile[],
  theme: Theme,
  store: Store,
  out: string,
): (Pick<BuildResult, 'diagnostics' | 'counts' | 'written'> & { lines: ReadonlyMap<string, string> }) | undefined {
  const last = store.get<LastBuild>(LAST)?.value;
  if (!last || last.theme !== sumOfData(theme)) return undefined;
  if (!existsSync(out) || realpathSync(out) !== last.out || existsSync(join(out, WORK))) return undefined;
  if (last.sources !== sumOfSources(files, last.unsettled)) return undefined;
  if (!areSame(last.unsettled, files)) return undefined;
  if (last.marks !== sumOfNumbers(marksOf(last.out, last.built))) return undefined;
  settle(last, files, store);
  const { diagnostics, counts, built } = last;
  // The manifest is in no count.
  return {
    diagnostics,
    lines: linesOf(last),
    counts,
    written: { written: [], unchanged: built.length - 1, removed: [] },
  };
}

/** The lines that diagnostics are about, by their places. */
function linesOf({ diagnostics, lines }: LastBuild): Map<string, string> {
  return new Map(
    diagnostics.flatMap(({ at }, index): [string, string][] => {
      const line = lines[index];
      return typeof line === 'string' ? [[placeOfLine(at.file, at.line), line]] : [];
    }),
  );
}

/** Files that have settled since, and are what they were, need not be opened by the next build. */
function settle(last: LastBuild, files: readonly ListedFile[], store: Store): void {
  const unsettled = last.unsettled.filter(({ index }) => files[index]?.status.isSettled !== true);
  if (unsettled.length === last.unsettled.length) return;
  store.set(LAST, { ...last, unsettled, sources: sumOfSources(files, unsettled) } satisfies LastBuild);
}
