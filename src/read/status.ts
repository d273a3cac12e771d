/** The status of a file: what tells one state of it from another without opening it. */
import { lstatSync, type Stats } from 'node:fs';
import type { FoundFile } from './walk.js';

export interface Status {
  bytes: number;
  /** Where the file is and what its status says: equal as long as nobody has touched it, if `isSettled`. */
  marks: readonly (string | number)[];
  /**
   * Whether any later change will show in the marks. A file written a moment ago may be written again within one tick of
   * the clock that its times are told by, and look as before.
   */
  isSettled: boolean;
}

/** The coarsest tick that a disk tells times by is that of FAT: two seconds. A margin is for a clock not quite our own. */
const SETTLING_MS = 3000;

/** Asked before the file is opened, so that a change in between shows the next time. `undefined`: it is gone by now. */
export function statusOf({ path, file, kind, error }: FoundFile): Status | undefined {
  if (kind !== 'file') return { bytes: 0, marks: [file, kind, codeOf(error)], isSettled: kind !== 'unreadable' };
  const now = Date.now();
  let status: Stats | undefined;
  try {
    status = lstatSync(file, { throwIfNoEntry: false });
  } catch (refused) {
    return { bytes: 0, marks: [file, kind, codeOf(refused)], isSettled: false };
  }
  // A file whose name is no text cannot be asked for; that it is there is worth a word.
  if (status === undefined)
    return path.includes('\ufffd') ? { bytes: 0, marks: [file, kind], isSettled: false } : undefined;
  const { size, mtimeMs, ctimeMs, ino } = status;
  return {
    bytes: size,
    marks: [file, kind, size, mtimeMs, ctimeMs, ino],
    isSettled: Math.max(mtimeMs, ctimeMs) + SETTLING_MS < now,
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
