/**
 * Write: makes a folder equal to the pages, touching only what changed.
 *
 * In:  the pages, and the folder `out`, which is empty, missing, or was written here before.
 * Out: what was written and removed. Every file is whole at every moment, and no file that is not ours is touched.
 * Not here: what the pages say.
 *
 * The order is what makes a build safe to kill, and a full disk harmless:
 *   1. lock the folder; learn which files are ours from `manifest.json` and from the journal of a build cut off;
 *   2. stage every changed file, and the new manifest, in the working folder: until here nobody sees a change;
 *   3. write the journal: from here on, every file this build may make is known to be ours;
 *   4. rename the staged files into place, remove what is no longer made, rename the manifest;
 *   5. remove the journal, the working folder, the lock.
 * A build cut off in 1 to 3 has changed nothing. One cut off in 4 or 5 leaves a journal, and the next build compares
 * everything again, by bytes: neither dates nor recorded sums are trusted for that. (A power cut is another matter:
 * the system may lose what it had accepted. The next build mends short pages too, and refuses a short manifest.)
 */
import { existsSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { byCodeUnit } from '../model/by-code-unit.js';
import { isPagePath, MANIFEST, WORK } from '../model/manifest.js';
import type { Page } from '../model/page.js';
import { alike, foldersOf } from '../model/paths.js';
import { findStale } from '../model/stale.js';
import { comparer } from './differences.js';
import { makeFolder } from './folders.js';
import { lock, unlock } from './lock.js';
import { journalText, listedPaths } from './manifest.js';
import { JOURNAL, STAGED } from './paths.js';
import { inWords, noFolder, notOurs } from './refusals.js';
import { remove } from './remove.js';
import { putInPlace, stage, stageText } from './stage.js';

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
  let root = out;
  try {
    root = folderAt(out);
    // Looked at before locking as well, so that nothing at all is put into somebody else's folder.
    ownedIn(root, out);
    lock(root, out);
    try {
      return writeLocked(sorted, root, out);
    } finally {
      tidy(root);
    }
  } catch (error) {
    throw inWords(error, placeOf(error) ?? out, existsSync(join(root, JOURNAL)));
  }
}

function writeLocked(pages: readonly Page[], root: string, out: string): Written {
  const owned = ownedIn(root, out);
  const paths = pages.map((page) => page.path);
  const stale = findStale(owned, paths);
  const { staged, manifest } = stage(pages, { root, out, compare: comparer(root, owned), stale });

  const removed: string[] = [];
  if (staged.length + stale.first.length + stale.last.length > 0) {
    const journal = stageText(root, 'journal', journalText(new Set([...owned, ...paths])));
    renameSync(journal, join(root, JOURNAL));
    removed.push(...remove(root, stale.first));
    putInPlace(root, staged);
    removed.push(...remove(root, stale.last));
  }
  if (manifest !== undefined) renameSync(manifest, join(root, MANIFEST));
  rmSync(join(root, JOURNAL), { force: true });

  const written = staged.map((file) => file.path);
  return { written, unchanged: pages.length - written.length, removed: removed.toSorted() };
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
  for (const path of paths) {
    const file = foldersOf(alike(path)).find((folder) => files.has(folder));
    if (file !== undefined)
      throw new Error(`A page stands where another needs a folder: ${files.get(file)} and ${path}`);
  }
}
