/**
 * Compares the pages with the folder, changing nothing: what must be put in place, and what stands in the way.
 * Bytes on disk are compared, not dates or the manifest's sums, so that damage done by others is repaired too.
 */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { foldersOf } from '../model/paths.js';

/** What to do about one page: nothing, write it, or name what is not ours and stands there. */
export type Difference = 'same' | 'different' | { inTheWay: string };

/** A function that compares one page with what stands in `root`; `owned` are the files that earlier builds made. */
export function comparer(root: string, owned: ReadonlySet<string>): (path: string, bytes: Buffer) => Difference {
  let ownedFolders: ReadonlySet<string> | undefined;
  const knownFolders = new Set<string>();

  return function compare(path, bytes) {
    for (const folder of foldersOf(path)) {
      if (knownFolders.has(folder)) continue;
      const stat = lstatSync(join(root, folder), { throwIfNoEntry: false });
      if (stat === undefined) return 'different';
      // A link to a folder counts as no folder: writing through it could change files outside.
      if (!stat.isDirectory()) return owned.has(folder) ? 'different' : { inTheWay: folder };
      knownFolders.add(folder);
    }
    const file = join(root, path);
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return 'different';
    if (stat.isDirectory()) {
      const foreign = foreignIn(path);
      return foreign === undefined ? 'different' : { inTheWay: foreign };
    }
    if (stat.isFile() && stat.size === bytes.length && readFileSync(file).equals(bytes)) return 'same';
    return owned.has(path) ? 'different' : { inTheWay: path };
  };

  /** The first thing in a folder, or the folder itself, that no build of ours made. */
  function foreignIn(folder: string): string | undefined {
    ownedFolders ??= new Set([...owned].flatMap(foldersOf));
    if (!ownedFolders.has(folder)) return folder;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      const foreign = entry.isDirectory() ? foreignIn(path) : owned.has(path) ? undefined : path;
      if (foreign !== undefined) return foreign;
    }
    return undefined;
  }
}
