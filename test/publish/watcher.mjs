// @ts-check
/**
 * Opens the first page of a published site without a pause, until standard input ends: it must always be there.
 *
 *     node test/publish/watcher.mjs FOLDER
 *
 * Prints `seen` once it has begun, and `{ times, missed }` at last.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = join(process.argv[2] ?? '', 'index.html');
const over = new AbortController();
process.stdin.on('data', () => undefined).on('end', () => over.abort());
let [times, missed] = [0, 0];
process.stdout.write('seen\n');
while (!over.signal.aborted) {
  for (let count = 0; count < 200; count += 1) {
    times += 1;
    try {
      readFileSync(page);
    } catch {
      missed += 1;
    }
  }
  await new Promise((resolve) => setImmediate(resolve));
}
process.stdout.write(`${JSON.stringify({ times, missed })}\n`);
