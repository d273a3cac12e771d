/**
 * The lists of files a site's folder carries. `manifest.json` names what the last complete build made; the journal in
 * the working folder, what a build under way may have made so far. Both have one shape.
 */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { listPieces, pathsIn } from '../model/manifest.js';
import { unknownList } from './refusals.js';

/** The text of the journal: the paths alone, since the bytes may be those of the build before or of this one. */
export function journalPieces(paths: Iterable<string>): Iterable<string> {
  return listPieces([...paths].toSorted().map((path) => ({ path })));
}

/** The list that was last read: one is looked at before a folder is locked, and again thereafter. */
let last: { text: string; paths: string[] | undefined } | undefined;

/**
 * The paths a list names; `undefined` where there is none. `shown` is the folder's name for people.
 * Errors: `EnvironmentError` for a list that fazhi did not write so.
 */
export function listedPaths(root: string, name: string, shown: string): string[] | undefined {
  const file = join(root, name);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const paths = stat.isFile() ? pathsOf(readFileSync(file, 'utf8')) : undefined;
  if (paths === undefined) throw unknownList(join(shown, name));
  return paths;
}

function pathsOf(text: string): string[] | undefined {
  const known = last?.text === text ? last : undefined;
  const paths = known ? known.paths : pathsIn(text);
  // Asked twice, it has done its work.
  last = known ? undefined : { text, paths };
  return paths;
}
