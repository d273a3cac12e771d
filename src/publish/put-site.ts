/** Puts files of the built site into the folder of a version, those that others use first. */
import { MANIFEST, type ListedFile } from '../model/manifest.js';
import { inOrderOfUse } from './compare.js';
import type { Place } from './place.js';
import type { PublishJob, Site } from './publish.js';

export function putSite(
  files: readonly ListedFile[],
  folder: string,
  { root, place, onPut }: Pick<Site, 'root'> & Pick<PublishJob, 'onPut'> & { place: Place },
): Promise<void> {
  const waiting = inOrderOfUse(files, MANIFEST).map(({ path, size }) => ({
    from: `${root}/${path}`,
    to: `${folder}/${path}`,
    size,
  }));
  let done = 0;
  return place.put(waiting, () => onPut((done += 1), files.length));
}
