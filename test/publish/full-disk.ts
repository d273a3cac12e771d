/** Disks that are full: a real one where this machine lets the tests mount one, and a limit that any user can set. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { sessionsAfter, type ServerOptions } from './sshd.js';

const mounted: string[] = [];
afterAll(() => mounted.forEach((folder) => spawnSync('umount', ['-l', folder])));

/** A folder on a disk of its own that holds so much; `undefined` where nothing can be mounted. */
export function smallDisk(bytes: number, options = ''): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}${options}`, 'fazhi-test', folder]).status !== 0)
    return undefined;
  mounted.push(folder);
  return folder;
}

/** A server whose sessions can write no file beyond a megabyte or half of it (shells count in different blocks). */
export const limitedSessions = (): ServerOptions => sessionsAfter('trap "" XFSZ', 'ulimit -f 1024');
