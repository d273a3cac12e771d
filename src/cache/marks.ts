/** What tells whether a built file is still the one that was written, without opening it. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import type { ListedFile as BuiltFile } from '../model/manifest.js';

/** Numbers a built file is told by: `MARKS` of them, all 0 for one that is not there. */
export const MARKS = 3;

/** The marks of built files, one after the other. */
export function marksOf(root: string, paths: readonly string[]): Float64Array {
  const marks = new Float64Array(paths.length * MARKS);
  for (const [index, path] of paths.entries()) mark(marks, index, root, path);
  return marks;
}

/** The marks of built files, if each stands as it should: by its marks where they are known, else by its bytes. */
export function marksWhereBuilt(
  root: string,
  files: readonly BuiltFile[],
  known: Float64Array | undefined,
): Float64Array | undefined {
  const marks = new Float64Array(files.length * MARKS);
  for (const [index, file] of files.entries()) {
    mark(marks, index, root, file.path);
    const start = index * MARKS;
    const isKnown =
      known !== undefined && isEqual(known.subarray(start, start + MARKS), marks.subarray(start, start + MARKS));
    if (isKnown ? marks[start] === 0 : !hasBytes(root, file)) return undefined;
  }
  return marks;
}

/** Several lists of marks as one. */
export function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const list of lists) {
    all.set(list, start);
    start += list.length;
  }
  return all;
}

/** Notes the marks of the file at its place among those of others. */
function mark(marks: Float64Array, index: number, root: string, path: string): void {
  const status = lstatSync(`${root}/${path}`, { throwIfNoEntry: false });
  if (!status?.isFile()) return;
  const start = index * MARKS;
  marks[start] = status.mtimeMs;
  marks[start + 1] = status.ctimeMs;
  marks[start + 2] = status.ino;
}

function hasBytes(root: string, { path, size, sha256 }: BuiltFile): boolean {
  try {
    const bytes = readFileSync(`${root}/${path}`);
    return bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256;
  } catch {
    return false;
  }
}

function isEqual(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
