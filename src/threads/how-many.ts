/**
 * How many threads make towns.
 *
 * A thread has to load and warm up what makes towns, and two that share a core are little more than one: it pays only
 * where there is much to do. There are never more of them than processors, nor than a quarter of the memory has room for.
 */
import { availableParallelism, totalmem } from 'node:os';

/** Files below which a second thread takes longer to start than it saves. */
const FILES_A_THREAD = 4000;
/** Above this many, the leading thread cannot put away what the others make. */
const MOST = 8;
/** Megabytes that a thread takes. */
const MEMORY_MB = 300;

/** How many threads pay for as many files; fewer than two: none. */
export function threadsFor(files: number, { processors = availableParallelism(), memory = memoryMb() } = {}): number {
  return Math.min(MOST, processors, Math.floor(files / FILES_A_THREAD), Math.floor(memory / 4 / MEMORY_MB));
}

function memoryMb(): number {
  // Of the container, where there is one; 0 or an absurd number where there is no limit.
  const limit = process.constrainedMemory();
  const total = totalmem();
  return (limit > 0 && limit < total ? limit : total) / 1024 / 1024;
}
