import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

import { foldersOf } from '../model/paths.js';

/**
 * Removes files of earlier builds, and folders that are empty thereafter; returns the files that were there.
 * A link on the way is not followed, and a folder where the file was is not ours: both stay.
 */
export function remove(root: string, paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const folders = foldersOf(path);
    const strange = folders.findIndex((folder) => !kindOf(join(root, folder))?.isDirectory());
    const reachable = strange === -1 ? folders : folders.slice(0, strange);
    const found = strange === -1 ? kindOf(join(root, path)) : undefined;
    const isFile = found !== undefined && !found.isDirectory();
    if (isFile) unlinkSync(join(root, path));
    removeEmpty(root, reachable);
    return isFile;
  });
}

function removeEmpty(root: string, folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return; // It has other files, or cannot be removed: an empty folder does no harm.
    }
  }
}

function kindOf(path: string) {
  return lstatSync(path, { throwIfNoEntry: false });
}
