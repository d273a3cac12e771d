/**
 * Compares a site that is to be published with what stands where it goes, by name and list alone.
 *
 * In:  the files that are wanted; the lists of what earlier publishes put there; everything that is there now.
 * Out: what must be put, what stays, what must go, what is not ours, and what of that is in the way.
 * Not here: the place. Paths are relative to the site's folder, all of them.
 */
import { byCodeUnit } from '../model/by-code-unit.js';
import type { ListedFile } from '../model/manifest.js';
import { alike, foldersOf } from '../model/paths.js';
import { isPart, type PlaceEntry } from './place.js';

export interface Comparison {
  /** Files that are not there, or are not known to be the ones that are wanted. */
  changed: ListedFile[];
  unchanged: ListedFile[];
  /** Files of ours that are no longer wanted. */
  removed: string[];
  /** What no publish put there, folders first. */
  foreign: PlaceEntry[];
}

/**
 * @param lists What each publish that may have left files there put. A file is unchanged when every list says so.
 * @param isTrusted False where the lists may be wrong about the bytes, whatever the names and sizes are.
 */
export function compare(
  wanted: readonly ListedFile[],
  { lists, entries, isTrusted }: { lists: readonly ListedFile[][]; entries: readonly PlaceEntry[]; isTrusted: boolean },
): Comparison {
  const owned = new Set(lists.flat().map(({ path }) => path));
  const ownedFolders = new Set([...owned].flatMap(foldersOf));
  const there = byPath(entries);
  const sums = lists.map((list) => new Map(list.map(({ path, sha256 }) => [path, sha256])));
  const isUnchanged = (file: ListedFile): boolean =>
    isTrusted && isWhole(file, there) && sums.length > 0 && sums.every((sum) => sum.get(file.path) === file.sha256);
  const paths = new Set(wanted.map(({ path }) => path));
  return {
    changed: wanted.filter((file) => !isUnchanged(file)),
    unchanged: wanted.filter(isUnchanged),
    removed: [...owned].filter((path) => !paths.has(path) && isLeaf(there.get(path))).toSorted(byCodeUnit),
    foreign: entries.filter(
      ({ path, kind }) => !(kind === 'folder' ? ownedFolders.has(path) : owned.has(path)) && !isPart(path),
    ),
  };
}

/** What is not ours and stands where a file or a folder of ours must go, on any disk, also one that ignores case. */
export function inTheWay(wanted: readonly ListedFile[], foreign: readonly PlaceEntry[]): PlaceEntry[] {
  const files = new Set(wanted.map(({ path }) => alike(path)));
  const folders = new Set(wanted.flatMap(({ path }) => foldersOf(path)).map(alike));
  return foreign.filter(({ path, kind }) => {
    const key = alike(path);
    if (files.has(key) || foldersOf(key).some((folder) => files.has(folder))) return true;
    return kind !== 'folder' && folders.has(key);
  });
}

export function byPath(entries: readonly PlaceEntry[]): Map<string, PlaceEntry> {
  return new Map(entries.map((entry) => [entry.path, entry]));
}

/** True for a file that is there with all its bytes; whether they are the right ones, no list can tell. */
export function isWhole({ path, size }: Pick<ListedFile, 'path' | 'size'>, there: ReadonlyMap<string, PlaceEntry>) {
  const entry = there.get(path);
  return entry?.kind === 'file' && entry.size === size;
}

function isLeaf(entry: PlaceEntry | undefined): boolean {
  return entry !== undefined && entry.kind !== 'folder';
}

/** What is below a folder, relative to it. */
export function below(folder: string, entries: readonly PlaceEntry[]): PlaceEntry[] {
  return entries
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .map((entry) => ({ ...entry, path: entry.path.slice(folder.length + 1) }));
}

/** What pages use comes first, then the pages, then the list of them all: so nobody meets a page before its parts. */
export function inOrderOfUse<File extends { path: string }>(files: readonly File[], last: string): File[] {
  const rank = ({ path }: File): number => (path === last ? 2 : path.endsWith('.html') ? 1 : 0);
  return files.toSorted((a, b) => rank(a) - rank(b));
}
