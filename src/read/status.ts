/** The status of a file: what tells one state of it from another without opening it. */
import { lstatSync, type Stats } from 'node:fs';
import type { FoundFile } from './walk.js';

export interface Status {
  bytes: number;
  /** The times that the disk notes, and its number for the file. */
  mtimeMs: number;
  ctimeMs: number;
  ino: number;
  /** It was listed, and has gone since. */
  isGone: boolean;
  /**
   * Whether any later change will show. A file written a moment ago may be written again within one tick of the clock
   * that its times are told by, and look as before.
   */
  isSettled: boolean;
}

/** The coarsest tick that a disk tells times by is that of FAT: two seconds. A margin is for a clock not quite our own. */
const SETTLING_MS = 3000;

const UNKNOWN: Status = { bytes: 0, mtimeMs: 0, ctimeMs: 0, ino: 0, isGone: false, isSettled: false };

/** Asked before the file is opened, so that a change in between shows the next time. */
export function statusOf({ path, file, kind }: FoundFile): Status {
  if (kind !== 'file') return UNKNOWN;
  const now = Date.now();
  let stats: Stats | undefined;
  try {
    stats = lstatSync(file, { throwIfNoEntry: false });
  } catch {
    // Opening it will tell why.
    return UNKNOWN;
  }
  // A file whose name is no text cannot be asked for; that it is there is worth a word.
  if (stats === undefined) return { ...UNKNOWN, isGone: !path.includes('\ufffd') };
  const { size, mtimeMs, ctimeMs, ino } = stats;
  return {
    bytes: size,
    mtimeMs,
    ctimeMs,
    ino,
    isGone: false,
    isSettled: Math.max(mtimeMs, ctimeMs) + SETTLING_MS < now,
  };
}

/** What a file is told by, if its status is known. */
export function marksIn({ bytes, mtimeMs, ctimeMs, ino }: Status): [number, number, number, number] {
  return [bytes, mtimeMs, ctimeMs, ino];
}

export function isSameStatus(one: Status, other: Status): boolean {
  return (
    one.bytes === other.bytes &&
    one.mtimeMs === other.mtimeMs &&
    one.ctimeMs === other.ctimeMs &&
    one.ino === other.ino &&
    one.isGone === other.isGone
  );
}
