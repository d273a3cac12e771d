/**
 * One build at a time per folder: a lock file that tells which process on which computer holds it.
 *
 * The file is created exclusively, so of two builds one gets it. The lock of a process that died on this computer is
 * taken over: it is first renamed, which of several takers only one can do, and then read again; if a third build had
 * taken over in between, what was renamed is that build's good lock, and is given back. Within the moment that this
 * takes, a fourth build could slip in: four builds at once in the same millisecond after a killed one are not worth
 * more. A process of another computer cannot be asked whether it lives, so its lock stands until someone deletes it.
 */
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { WORK } from '../model/manifest.js';
import { alreadyBuilding, buildingElsewhere, inTheWay } from './refusals.js';

const LOCK = join(WORK, 'lock');
/** A lock is empty for the instant between being created and being filled; after this long its maker is dead. */
const EMPTY_FOR_MS = 1000;
const LOOK_AGAIN_MS = 20;

interface Holder {
  pid: number;
  host: string;
}

/**
 * Makes the working folder of `root` and takes the lock in it; `shown` is the name of `root` for people.
 * Errors: `EnvironmentError` when another build holds it; those of the file system, with nothing left behind.
 */
export function lock(root: string, shown: string): void {
  const file = join(root, LOCK);
  let emptyMs = 0;
  while (!create(root, shown)) {
    const text = textOf(file);
    if (text === undefined) continue;
    const holder = holderIn(text);
    if (holder === undefined && emptyMs < EMPTY_FOR_MS) {
      wait(LOOK_AGAIN_MS);
      emptyMs += LOOK_AGAIN_MS;
    } else if (holder === undefined || (holder.host === hostname() && !isAlive(holder.pid))) {
      takeAway(file, text);
    } else {
      const { pid, host } = holder;
      throw host === hostname()
        ? alreadyBuilding(shown, join(shown, LOCK), pid)
        : buildingElsewhere(shown, join(shown, LOCK), host);
    }
  }
  sweep(join(root, WORK));
}

/** Removes dead locks whose takers were killed before they could. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith('lock.')) rmSync(join(folder, name), { force: true });
}

/** Gives the lock back, and removes the working folder unless something is left in it. */
export function unlock(root: string): void {
  rmSync(join(root, LOCK), { force: true });
  removeIfEmpty(join(root, WORK));
}

/** False when there is a lock already, or a build that just ended took the working folder away. */
function create(root: string, shown: string): boolean {
  const folder = join(root, WORK);
  makeFolder(folder);
  let descriptor: number;
  try {
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) throw inTheWay(shown, [WORK]);
    descriptor = openSync(join(root, LOCK), 'wx');
  } catch (error) {
    if (isCode(error, 'EEXIST') || isCode(error, 'ENOENT')) return false;
    removeIfEmpty(folder);
    throw error;
  }
  try {
    writeSync(descriptor, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder));
  } catch (error) {
    unlock(root);
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return true;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

/** Only tidies up: where it fails, an empty folder stays until the next build. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

/** Removes a dead build's lock, unless it has become another build's. */
function takeAway(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  if (!rename(file, aside)) return;
  if (textOf(aside) === text) rmSync(aside, { force: true });
  else rename(aside, file);
}

/** False when there is nothing to rename. */
function rename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    const { pid, host } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && pid > 0 && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  // Writing never waits for anything, so this process holds no lock but the one it is taking: the number was another's.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}

function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
