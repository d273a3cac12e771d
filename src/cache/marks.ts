/** What tells whether a file is still the one that somebody has looked at, without opening it. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import type { ListedFile as BuiltFile } from '../model/manifest.js';
import type { ListedFile } from '../read/list.js';
import { sumOf } from './sum.js';

/** Of a file of the content folder: its content, and how it was marked by the disk, if that tells of every change. */
export interface FileRecord {
  path: string;
  sha256: string;
  marks?: readonly number[];
}

export function recordOf(file: ListedFile, sha256: string): FileRecord {
  const { isSettled, marks, bytes } = file.status;
  return { path: file.path, sha256, ...(isSettled && { marks: [bytes, ...marks] }) };
}

/** Whether a file still is what it was recorded to be. */
export function isSame(record: FileRecord, file: ListedFile | undefined): boolean {
  if (file === undefined || file.found.kind !== 'file') return false;
  const { bytes, marks } = file.status;
  if (record.marks && isEqual(record.marks, [bytes, ...marks])) return true;
  try {
    return sumOf(readFileSync(file.file)) === record.sha256;
  } catch {
    return false;
  }
}

/** Numbers a built file is told by: `MARKS` of them, all 0 for one that is not there. */
export const MARKS = 3;

export function marksOf(root: string, path: string): number[] {
  const status = lstatSync(`${root}/${path}`, { throwIfNoEntry: false });
  return status?.isFile() ? [status.mtimeMs, status.ctimeMs, status.ino] : [0, 0, 0];
}

/** The marks of a built file, if it stands as it should: by its marks where they are known, else by its bytes. */
export function isBuilt(
  root: string,
  { path, size, sha256 }: BuiltFile,
  known?: readonly number[],
): number[] | undefined {
  const marks = marksOf(root, path);
  if (known && isEqual(known, marks)) return marks[0] === 0 ? undefined : marks;
  try {
    const bytes = readFileSync(`${root}/${path}`);
    return bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256 ? marks : undefined;
  } catch {
    return undefined;
  }
}

function isEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((mark, index) => mark === other[index]);
}
