// @ts-check
/**
 * `npm run bench:import`: how long a report takes to import, and how much memory a thousand of them need.
 *
 * In:  the compiled program; `--count N` (1000).
 * Out: a table on standard output, and the same in bench/RESULTS.md.
 *
 * Reports are the whole ones among those that the tests measure with, each in turn, and the report of Junchuan as Word
 * saves it. An import is all of it: reading, recognising, composing, comparing with the source, checking; files are not
 * written. The floor beside it reads the same files and nothing more. Heap is what is left after each hundred, once
 * what is not needed is collected.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importFile } from '../lib/src/import/import.js';
import { machine, quantile, saveSection } from './machine.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CASES = join(ROOT, 'test/import/cases');
const WHOLE_CHARACTERS = 750;

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' } } });
const count = Number(values.count);
const texts = readdirSync(CASES)
  .map((name) => join(CASES, name, 'source.txt'))
  .filter((file) => lengthOf(file) >= WHOLE_CHARACTERS);
const word = join(ROOT, 'test/import/docx/junchuan-libreoffice.docx');
const rows = [];
for (const [name, files] of /** @type {const} */ ([
  ['.txt', texts],
  ['.docx', [word]],
])) {
  const { times, floor, heaps } = await measure(files);
  rows.push([
    name,
    count,
    `${quantile(times, 0.5).toFixed(1)} / ${quantile(times, 0.95).toFixed(1)}`,
    (times.reduce((sum, time) => sum + time, 0) / 1000).toFixed(1),
    floor.toFixed(2),
    `${Math.min(...heaps).toFixed(0)}–${Math.max(...heaps).toFixed(0)}`,
    (process.resourceUsage().maxRSS / 1024).toFixed(0),
  ]);
}
const section = [
  '## Importing a report',
  '',
  `${texts.length} different texts in turn, and one Word file. ${machine()}.`,
  '',
  '| source | reports | ms a report, median / p95 | s in all | ms a report only to read it | MB of heap after each hundred | MB at most, whole process |',
  '|---|---:|---:|---:|---:|---:|---:|',
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
].join('\n');
console.log(section);
saveSection(section);

/** @param {readonly string[]} files */
async function measure(files) {
  const times = [];
  const heaps = [];
  for (let index = 0; index < count; index += 1) {
    const file = files[index % files.length] ?? '';
    const start = performance.now();
    // oxlint-disable-next-line eslint/no-await-in-loop -- one after the other is what is measured
    await importFile(file, { out: '2022', year: 2022 });
    times.push(performance.now() - start);
    if ((index + 1) % 100 === 0) {
      globalThis.gc?.();
      heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
  }
  const start = performance.now();
  for (let index = 0; index < count; index += 1) readFileSync(files[index % files.length] ?? '');
  return { times, heaps, floor: (performance.now() - start) / count };
}

/** @param {string} file */
function lengthOf(file) {
  try {
    return readFileSync(file, 'utf8').length;
  } catch {
    return 0;
  }
}
