/** What tells all source files from what they were at the last build, opening only those whose status does not tell. */
import { listingOf, type ListedFile } from '../read/list.js';
import { marksIn } from '../read/status.js';
import { hasContent } from './marks.js';
import { sumOf, sumOfNumbers } from './sum.js';

/** A source file that was written so shortly before it was listed that its status does not tell of every change. */
export interface UnsettledFile {
  /** Its position in the list. */
  index: number;
  /** Of its content; absent for an attachment that nobody has opened: only its size counts, which the list tells. */
  sha256?: string;
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
    return sha256 === undefined || (file !== undefined && hasContent(file, sha256));
  });
}
