/** A thread that makes towns: it is told once what they have in common, then makes one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { layOut, Places, type Answering } from '../assemble/assemble.js';
import { placesOf } from '../flow.js';
import { Keep } from '../keep.js';
import { list } from '../read/read.js';
import { deliver } from './deliver.js';
import type { Answer, Shared, Task } from './messages.js';

const shared = workerData as Shared;
const { heads } = shared.ground;
const years = new Map(heads.map(({ path, year }) => [path, year]));
let whole: Places | undefined;

parentPort?.on('message', (task: Task) => {
  const answer = answerTo(task);
  const pages = 'made' in answer ? (answer.made.pages ?? []) : [];
  parentPort?.postMessage(
    answer,
    pages.map(({ bytes }) => bytes.buffer as ArrayBuffer),
  );
});

function answerTo(task: Task): Answer {
  try {
    return { made: deliver(task, shared, placesAround(task)) };
  } catch (problem) {
    return { problem };
  }
}

/** A town's own reports answer for its results; only who asks for more needs the list of all files. */
function placesAround({ place }: Task): Answering {
  const own = new Places(place.reports, (report) => years.get(report), new Map());
  return {
    findResult: (...question) => own.findResult(...question),
    find: (...question) => everything().find(...question),
  };
}

function everything(): Places {
  if (!whole) {
    const files = list(shared.folder);
    whole = placesOf(files, layOut(files, new Keep()).towns, heads);
  }
  return whole;
}
