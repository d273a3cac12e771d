/**
 * Threads: many towns are made by several processors.
 *
 * In:  what all towns have in common, and the towns to make.
 * Out: each town as it is done, in any order.
 *
 * `how-many.ts` says how many there should be.
 */
import { Worker } from 'node:worker_threads';
import { ownPath } from '../own-files.js';
import type { Answer, DeliveredTown, Shared, Task } from './messages.js';

/** Megabytes of the heap of one thread: a town needs a tenth of it. */
const HEAP_MB = 192;
/** Half of what V8 would take for what has just been made. */
const YOUNG_MB = 24;
/** Towns that wait for a thread, so that it need not wait for the next. */
const AHEAD = 2;

/** Makes towns in `count` threads. `take` gets each with the index of its task; `next` is asked for one task after the other. */
export async function makeInThreads(
  count: number,
  shared: Shared,
  next: () => { index: number; task: Task } | undefined,
  take: (index: number, made: DeliveredTown) => void,
): Promise<void> {
  const workers = Array.from({ length: count }, () => start(shared));
  try {
    await Promise.all(workers.map((worker) => employ(worker, next, take)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function start(shared: Shared): Worker {
  return new Worker(ownPath('lib/bin/town-worker.js'), {
    workerData: shared,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
}

function employ(
  worker: Worker,
  next: () => { index: number; task: Task } | undefined,
  take: (index: number, made: DeliveredTown) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiting: number[] = [];
    const fill = (): void => {
      while (waiting.length < AHEAD) {
        const one = next();
        if (!one) break;
        waiting.push(one.index);
        worker.postMessage(one.task, []);
      }
      if (waiting.length === 0) resolve();
    };
    worker.on('error', reject);
    worker.on('message', (answer: Answer) => {
      const index = waiting.shift() ?? 0;
      try {
        if ('problem' in answer) throw answer.problem;
        take(index, answer.made);
        fill();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    fill();
  });
}
