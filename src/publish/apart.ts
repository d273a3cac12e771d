import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { overlapping } from './refusals.js';

/**
 * Makes sure that a target on this machine is none of the folders that the site comes from, nor within one, nor, for a
 * folder, around one: else it would be read as content, or built over.
 * Errors: `EnvironmentError` that names both.
 */
export async function insistApart(
  { kind, path }: { kind: 'folder' | 'zip'; path: string },
  others: readonly string[],
): Promise<void> {
  const target = await wholePath(resolve(path));
  for (const other of others) {
    const folder = await wholePath(resolve(other));
    if (isWithin(target, folder) || (kind === 'folder' && isWithin(folder, target))) throw overlapping(path, other);
  }
}

/** As the system names it, as far as it is there. */
async function wholePath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(await wholePath(parent), basename(path));
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
