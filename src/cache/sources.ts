/** What tells source files from what they were at the last build, opening only those whose status does not tell. */
import { readFileSync } from 'node:fs';
import { listingOf, type ListedFile } from '../read/list.js';
import { marksIn } from '../read/status.js';
import { sumOf, sumOfData, sumOfNumbers } from './sum.js';

/** A source file that was written so shortly before it was listed that its status does not tell of every change. */
export interface UnsettledFile {
  /** Its position in the list. */
  index: number;
  /** Of its content; absent for an attachment that nobody has opened: only its size counts, which the list tells. */
  sha256?: string;
}

/** Of all files that something was made from. */
export interface FilesRecord {
  /** Of names and content. */
  contents: string;
  /** Of names and status; absent where that does not tell of every change. */
  sources?: string;
}

/** `sums` has what was read of them, by path. */
export function recordOf(files: readonly ListedFile[], sums: Sums): FilesRecord {
  return { contents: sumOfContents(files, sums), ...(areSettled(files) && { sources: sumOfSources(files, []) }) };
}

/** Whether the status of files tells that they are what they were recorded to be. */
export function isMarked({ sources }: FilesRecord, files: readonly ListedFile[]): boolean {
  return sources !== undefined && areSettled(files) && sources === sumOfSources(files, []);
}

function areSettled(files: readonly ListedFile[]): boolean {
  return files.every(({ status }) => status.isSettled);
}

/** The sums of files whose content is what it was recorded to be. */
export function sumsWhereSame({ contents }: FilesRecord, files: readonly ListedFile[]): Sums | undefined {
  const sums = new Map(files.map((file) => [file.path, contentSum(file)]));
  return contents === sumOfContents(files, sums) ? sums : undefined;
}

/** By path; `undefined` for what could not be read. */
type Sums = ReadonlyMap<string, string | undefined>;

function sumOfContents(files: readonly ListedFile[], sums: Sums): string {
  return sumOfData(files.map(({ path }) => [path, sums.get(path)]));
}

/** The files of a list that are not settled; `sums` has those that were read, by path. */
export function unsettledIn(files: readonly ListedFile[], sums: ReadonlyMap<string, string>): UnsettledFile[] {
  const unsettled: UnsettledFile[] = [];
  for (const [index, { path, status }] of files.entries()) {
    if (status.isSettled) continue;
    const sha256 = sums.get(path);
    unsettled.push({ index, ...(sha256 !== undefined && { sha256 }) });
  }
  return unsettled;
}

/** The sum of names and status of all files; of the unsettled, names alone. */
export function sumOfSources(files: readonly ListedFile[], unsettled: readonly UnsettledFile[]): string {
  const marks = new Float64Array(files.length * MARKS);
  for (const [index, { status }] of files.entries()) marks.set(marksIn(status), index * MARKS);
  for (const { index } of unsettled) marks.fill(0, index * MARKS, (index + 1) * MARKS);
  return sumOf(listingOf(files) + sumOfNumbers(marks));
}

/** Size, two times and a number. */
const MARKS = 4;

/** Whether every unsettled file has the content it had. */
export function areSame(unsettled: readonly UnsettledFile[], files: readonly ListedFile[]): boolean {
  return unsettled.every(({ index, sha256 }) => {
    const file = files[index];
    return sha256 === undefined || (file !== undefined && contentSum(file) === sha256);
  });
}

function contentSum({ file, found }: ListedFile): string | undefined {
  if (found.kind !== 'file') return undefined;
  try {
    return sumOf(readFileSync(file));
  } catch {
    return undefined;
  }
}
