/**
 * Removes what publishing no longer needs of its own: versions that are neither shown nor kept to go back to, and halves
 * of files. Only what a version's list names goes; what others put there stays, and its folder with it.
 */
import { below } from './compare.js';
import { isPart, type PlaceEntry } from './place.js';
import type { Job } from './publish.js';
import { isVersion } from './records.js';

/**
 * @param entries What the folder of the records holds.
 * @param mayGo Whether something of others may go, since it stands elsewhere.
 */
export async function clear(
  entries: readonly PlaceEntry[],
  { place, records }: Job,
  { keep, mayGo }: { keep: readonly (string | undefined)[]; mayGo: (entry: PlaceEntry) => boolean },
): Promise<void> {
  if (await records.isOvertaken()) return;
  const going = entries.filter(({ path }) => isPart(path)).map(({ path }) => path);
  const names = new Set(entries.map(({ path }) => path.replace(/\.json$/, '')).filter(isVersion));
  for (const name of names) {
    if (keep.includes(name)) continue;
    const listed = new Set((await records.version(name, entries))?.files.map(({ path }) => path));
    const inside = below(name, entries).filter(
      (entry) => entry.kind === 'folder' || listed.has(entry.path) || mayGo(entry),
    );
    // The list goes last: as long as a file of the version is there, it tells whose that is.
    going.push(...inside.map(({ path }) => `${name}/${path}`), name, `${name}.json`);
  }
  if (going.length > 0) await place.remove(going.map((path) => `${records.folder}/${path}`));
}
