/** Which files must go when a site follows another one in its folder. */
import { alike, foldersOf } from './paths.js';

/** Files of earlier builds that this one does not make. */
export interface Stale {
  /** They stand where a page or its folder must go, so they are removed before the pages are put in place. */
  first: string[];
  /** Removed after that, so that nobody following a link meanwhile meets a hole. */
  last: string[];
}

/** Sorts out which owned files must go, by name alone: whether they are still there is for the removal to see. */
export function findStale(owned: ReadonlySet<string>, pages: readonly string[]): Stale {
  const made = new Set(pages);
  const gone = [...owned].filter((path) => !made.has(path)).toSorted();
  if (gone.length === 0) return { first: [], last: [] };
  const files = new Set(pages.map(alike));
  const folders = new Set(pages.flatMap(foldersOf).map(alike));
  const stale: Stale = { first: [], last: [] };
  for (const path of gone) {
    const key = alike(path);
    const isInTheWay = files.has(key) || folders.has(key) || foldersOf(key).some((folder) => files.has(folder));
    stale[isInTheWay ? 'first' : 'last'].push(path);
  }
  return stale;
}
