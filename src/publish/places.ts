/** From a target to the place that holds it, opened. */
import { basename, dirname, resolve } from 'node:path';
import { openFolder } from './folder-place.js';
import type { Place } from './place.js';
import { noName } from './refusals.js';
import type { Target } from './target.js';

export interface OpenOptions {
  /** Instead of ~/.ssh/config. */
  sshConfig?: string;
}

/** Errors: `EnvironmentError` where the place cannot be reached. */
export async function openPlace(
  target: Exclude<Target, { kind: 'zip' }>,
  options: OpenOptions = {},
): Promise<{ place: Place; name: string }> {
  if (target.kind === 'folder') {
    const folder = resolve(target.path);
    if (dirname(folder) === folder) throw noName(target.path);
    return { place: await openFolder(dirname(folder)), name: basename(folder) };
  }
  // Who publishes to a folder needs none of what speaks with servers.
  const way = { target: target.server, ...options };
  const { by, name } = target.server;
  const place =
    by === 'sftp'
      ? await (await import('./sftp-place.js')).openSftpPlace(way)
      : await (await import('./rsync-place.js')).openRsyncPlace(way);
  return { place, name };
}
