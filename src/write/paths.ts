/** Paths inside the site's folder: relative, with `/`, as pages and `manifest.json` name them. */
import { alike, isFilePath } from '../model/paths.js';

/** The list of the site's files, itself the one file not listed. */
export const MANIFEST = 'manifest.json';
/** Where a build keeps its lock, its journal and the files it is about to put in place; gone when it is done. */
export const WORK = '.fazhi';
export const JOURNAL = `${WORK}/journal.json`;
export const STAGED = `${WORK}/staged`;

/** True for a path that leads to a file inside the folder, on every system, and is not one that `write` keeps itself. */
export function isPagePath(path: string): boolean {
  return isFilePath(path) && alike(path.split('/')[0] ?? '') !== WORK && !`${alike(path)}/`.startsWith(`${MANIFEST}/`);
}
