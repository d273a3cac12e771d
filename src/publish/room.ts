/** Makes sure that nothing of others stands where a file of the site must go. */
import { createHash } from 'node:crypto';
import type { ListedFile } from '../model/manifest.js';
import { inTheWay } from './compare.js';
import type { Place, PlaceEntry } from './place.js';
import { somethingInTheWay } from './refusals.js';

interface Where {
  place: Place;
  /** That the paths are relative to. */
  folder: string;
  /** Of the target. */
  name: string;
}

/**
 * What is foreign and stays. A file that has the very bytes of the wanted one was copied there by hand: it counts as ours.
 * Errors: `EnvironmentError` that names everything that is in the way.
 */
export async function roomFor(
  files: readonly ListedFile[],
  foreign: readonly PlaceEntry[],
  { place, folder, name }: Where,
): Promise<PlaceEntry[]> {
  const sums = new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const sizes = new Map(files.map(({ path, size }) => [path, size]));
  const same = new Set<PlaceEntry>();
  const others: string[] = [];
  for (const entry of inTheWay(files, foreign)) {
    const isAlike = entry.kind === 'file' && sizes.get(entry.path) === entry.size;
    const bytes = isAlike ? await place.read(`${folder}/${entry.path}`) : undefined;
    if (bytes !== undefined && sha256(bytes) === sums.get(entry.path)) same.add(entry);
    else others.push(entry.path);
  }
  if (others.length > 0) throw somethingInTheWay(name, others);
  return foreign.filter((entry) => !same.has(entry));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
