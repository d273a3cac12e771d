/**
 * Write: makes a folder equal to the pages, touching only what changed.
 *
 * In:  the pages, one after the other, and the folder `out`, which is empty, missing, or was written here before.
 * Out: what was written and removed. Every file is whole at every moment, and no file that is not ours is touched.
 * Not here: what the pages say.
 *
 * The order is what makes a build safe to kill, and a full disk harmless:
 *   1. lock the folder; learn which files are ours from `manifest.json` and from the journal of a build cut off;
 *   2. stage every changed file as it comes, and the new manifest, in the working folder: until here nobody sees a change;
 *   3. write the journal: from here on, every file this build may make is known to be ours;
 *   4. rename the staged files into place, remove what is no longer made, rename the manifest;
 *   5. remove the journal, the working folder, the lock.
 * A build cut off in 1 to 3 has changed nothing. One cut off in 4 or 5 leaves a journal, and the next build compares
 * everything again, by bytes: neither dates nor recorded sums are trusted for that. (A power cut is another matter:
 * the system may lose what it had accepted. The next build mends short pages too, and refuses a short manifest.)
 */
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { byCodeUnit } from '../model/by-code-unit.js';
import { isPagePath, listPieces, MANIFEST, WORK, type ListedFile } from '../model/manifest.js';
import type { Page } from '../model/page.js';
import { alike, foldersOf } from '../model/paths.js';
import { findStale } from '../model/stale.js';
import { comparer, type Difference } from './differences.js';
import { makeFolder } from './folders.js';
import { lock, unlock } from './lock.js';
import { journalPieces, listedPaths } from './manifest.js';
import { JOURNAL, STAGED } from './paths.js';
import { inTheWay, inWords, noFolder, notOurs } from './refusals.js';
import { remove } from './remove.js';
import { bytesOf, isManifest, listed, putInPlace, stageBytes, stageText } from './stage.js';
import type { StagedFile } from './stage.js';

/** Paths are relative to the folder and sorted by code unit; the manifest is in none of them. */
export interface Written {
  written: string[];
  unchanged: number;
  removed: string[];
}

/**
 * Makes `out` equal to `pages`.
 *
 * Errors: `EnvironmentError` where the disk, the folder or another build does not allow it; the earlier site is then
 *         as it was or, if the disk failed in step 4, made of whole files that the next build completes.
 *         A plain `Error` for pages that cannot stand side by side: a bug of the caller.
 */
export function write(pages: readonly Page[], out: string): Written {
  const sorted = pages.toSorted((a, b) => byCodeUnit(a.path, b.path));
  insistOnPaths(sorted.map((page) => page.path));
  const writer = new Writer(out);
  for (const page of sorted) writer.put(page);
  return writer.commit().written;
}

/** Takes the pages one by one, so that they need not be in memory together. Errors: as `write`, from every method. */
export class Writer {
  readonly #out: string;
  /** Absent until the first page has come: without one, nothing at all is touched. */
  #open: Open | undefined;
  readonly #files: ListedFile[] = [];
  readonly #staged: StagedFile[] = [];
  readonly #obstacles = new Set<string>();

  /** `out` is the folder's name for people as well. */
  constructor(out: string) {
    this.#out = out;
  }

  /** A file of the site; returns what the manifest will say of it. */
  put(page: Page): ListedFile {
    return this.#attempt(() => {
      this.#opened();
      const bytes = bytesOf(page);
      return this.#take(listed(page.path, bytes), bytes);
    });
  }

  /** A file whose bytes somebody has made and summed up already. */
  putBytes({ path, bytes, sha256 }: { path: string; bytes: Uint8Array; sha256: string }): ListedFile {
    return this.#attempt(() =>
      this.#take({ path, size: bytes.length, sha256 }, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
    );
  }

  #take(file: ListedFile, bytes: Buffer): ListedFile {
    const { path } = file;
    const { root, compare, respelt } = this.#opened();
    this.#files.push(file);
    const difference = compare(path, bytes);
    if (typeof difference === 'object') this.#obstacles.add(difference.inTheWay);
    else if (difference === 'different' || respelt(path))
      this.#staged.push({ path, from: stageBytes(root, String(this.#staged.length), bytes) });
    return file;
  }

  /** A file of the site that stands in the folder as it should: somebody has just made sure of it. */
  leave(file: ListedFile): void {
    this.#files.push(file);
  }

  /** The real path of the folder. */
  get root(): string {
    return this.#attempt(() => this.#opened().root);
  }

  /** Puts everything in place; tells besides what the manifest itself is. */
  commit(): { written: Written; manifest: ListedFile } {
    return this.#attempt(() => {
      const files = this.#files.toSorted((a, b) => byCodeUnit(a.path, b.path));
      const paths = files.map(({ path }) => path);
      insistOnPaths(paths);
      const { root, owned } = this.#opened();
      if (this.#obstacles.size > 0) throw inTheWay(this.#out, [...this.#obstacles].toSorted(byCodeUnit));
      const stale = findStale(owned, paths);
      const { from: manifest, ...told } = stageText(root, 'manifest', listPieces(files));
      const removed: string[] = [];
      if (this.#staged.length + stale.first.length + stale.last.length > 0) {
        const { from: journal } = stageText(root, 'journal', journalPieces(new Set([...owned, ...paths])));
        renameSync(journal, join(root, JOURNAL));
        removed.push(...remove(root, stale.first));
        putInPlace(root, this.#staged);
        removed.push(...remove(root, stale.last));
      }
      if (!isManifest(root, told)) renameSync(manifest, join(root, MANIFEST));
      rmSync(join(root, JOURNAL), { force: true });
      const written = this.#staged.map(({ path }) => path).toSorted(byCodeUnit);
      tidy(root);
      this.#open = undefined;
      return {
        written: { written, unchanged: paths.length - written.length, removed: removed.toSorted() },
        manifest: { path: MANIFEST, ...told },
      };
    });
  }

  /** Leaves the folder as it was found; one that is no longer held is left alone. */
  abandon(): void {
    if (!this.#open) return;
    const { root, made } = this.#open;
    tidy(root);
    for (const folder of made) removeEmpty(folder);
    this.#open = undefined;
  }

  #opened(): Open {
    this.#open ??= open(this.#out);
    return this.#open;
  }

  #attempt<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      const root = this.#open?.root ?? this.#out;
      const hasBegun = existsSync(join(root, JOURNAL));
      if (this.#open) tidy(root);
      // The lock may be another build's by now.
      this.#open = undefined;
      throw inWords(error, placeOf(error) ?? this.#out, hasBegun);
    }
  }
}

/** A folder that is locked and may be written to. */
interface Open {
  /** Its real path. */
  root: string;
  owned: ReadonlySet<string>;
  compare: (path: string, bytes: Buffer) => Difference;
  /** Whether an earlier build made the same file by another spelling. */
  respelt: (path: string) => boolean;
  /** The folders that were made for it, innermost first. */
  made: string[];
}

function open(out: string): Open {
  const made = missingFolders(out);
  const root = folderAt(out);
  // Looked at before locking as well, so that nothing at all is put into somebody else's folder.
  ownedIn(root, out);
  lock(root, out);
  try {
    const owned = ownedIn(root, out);
    rmSync(join(root, STAGED), { recursive: true, force: true });
    mkdirSync(join(root, STAGED));
    // Of two spellings, one at least is not the common form of both; few are not.
    const spellings = new Map<string, string[]>();
    for (const path of owned) {
      const common = alike(path);
      if (common !== path) spellings.set(common, [...(spellings.get(common) ?? []), path]);
    }
    return {
      root,
      owned,
      compare: comparer(root, owned),
      // Where the disk ignores case, a page renamed from `A` to `a` looks the same until `A` is removed.
      respelt: (path) => {
        const common = alike(path);
        return (
          (common !== path && owned.has(common)) || (spellings.get(common)?.some((other) => other !== path) ?? false)
        );
      },
      made,
    };
  } catch (error) {
    tidy(root);
    throw error;
  }
}

/** What will have to be made for a folder to be there, innermost first. */
function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let above = folder; !existsSync(above) && dirname(above) !== above; above = dirname(above)) missing.push(above);
  return missing;
}

/** Only tidies up: a folder that somebody else has put something into meanwhile stays. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

/** The real path of the folder, made if it is missing; links above it and to it are the webmaster's business. */
function folderAt(out: string): string {
  try {
    makeFolder(out);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' || code === 'ENOTDIR' ? noFolder(out) : error;
  }
  return realpathSync(out);
}

/**
 * The files that earlier builds made or may have made.
 * Errors: `EnvironmentError` for a folder that has files and was not written here.
 */
function ownedIn(root: string, out: string): Set<string> {
  // In this order, what another build does meanwhile cannot look like a folder that is not ours: its journal is there
  // before its pages, and goes only when its manifest has come.
  const isEmpty = readdirSync(root).every((name) => name === WORK);
  const journal = listedPaths(root, JOURNAL, out);
  const manifest = listedPaths(root, MANIFEST, out);
  if (journal === undefined && manifest === undefined && !isEmpty) throw notOurs(out);
  return new Set([...(journal ?? []), ...(manifest ?? [])]);
}

/** What cannot be tidied up is in nobody's way; the next build tries again. */
function tidy(root: string): void {
  try {
    rmSync(join(root, STAGED), { recursive: true, force: true });
    unlock(root);
  } catch {}
}

/** The place that a failed system call was about, unless it was in the working folder, which nobody needs to know. */
function placeOf(error: unknown): string | undefined {
  const { path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const place = dest ?? path;
  return place?.split(/[/\\]/).includes(WORK) ? undefined : place;
}

function insistOnPaths(paths: readonly string[]): void {
  const files = new Map<string, string>();
  for (const path of paths) {
    if (!isPagePath(path)) throw new Error(`Not a path for a page: ${JSON.stringify(path)}`);
    const other = files.get(alike(path));
    if (other !== undefined) throw new Error(`Two pages are one file on some disks: ${other} and ${path}`);
    files.set(alike(path), path);
  }
  const folders = new Set<string>();
  for (const path of paths) {
    const common = alike(path);
    const folder = common.slice(0, Math.max(0, common.lastIndexOf('/')));
    if (folders.has(folder)) continue;
    folders.add(folder);
    const file = foldersOf(common).find((above) => files.has(above));
    if (file !== undefined)
      throw new Error(`A page stands where another needs a folder: ${files.get(file)} and ${path}`);
  }
}
