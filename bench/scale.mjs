// @ts-check
/**
 * `npm run bench:scale`: how time, memory and output grow from one report to thousands.
 *
 * In:  the compiled program. `--reports 1,50,500,1000` (1, or multiples of five), `--large` to add 10,000, `--rounds N`
 *      (3; one for 10,000), `--shards N` (4) for counts of at least five hundred, where the program can build in
 *      parts, `--wait S` (60) for the most seconds that a run waits for an idle machine.
 * Out: a section of bench/RESULTS.md with the counts of this run, and of earlier runs those that this one leaves out.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FAZHI, fazhi } from './fazhi.mjs';
import { loadFigures, rounded, saveFigures } from './figures.mjs';
import { machine, quantile, saveSection } from './machine.mjs';
import { timed, waitAtMost } from './run.mjs';
import { scaleSection } from './scale-tables.mjs';
import { filesWithSizes, inMemory, makeSite, MODES } from './site.mjs';
import { county } from './sizes.mjs';
import { verifyPages } from './verify.mjs';

const SAMPLE_MS = 100;
/** A file that was written just before it is listed has to be opened by the next build; content hardly ever is. */
const SETTLED_MS = 4000;
const POINTS = 10;
const COUNTS = [1, 50, 500, 1000];
const LARGE = 10_000;
/** From here on building in parts is tried. */
const WORTH_PARTS = 500;
/** What a browser loads of a site, and the bytes that no such file may pass. */
const LOADED = /\.(?:html|js|xml)$/;
const MOST_BYTES = 1_000_000;

/** @param {{ counts?: readonly number[], rounds?: number, shards?: number }} [options] */
export async function measureScale({ counts = COUNTS, rounds = 3, shards = 4 } = {}) {
  for (const reports of counts) {
    await inMemory(async (folder) => {
      const figures = await measureCount(reports, reports >= LARGE ? 1 : rounds, shards, folder);
      saveFigures('scale', { ...loadFigures('scale', {}), [reports]: figures });
    });
    saveSection(scaleSection(Object.values(loadFigures('scale', {}))));
  }
}

/**
 * @param {number} reports @param {number} rounds @param {number} shards @param {string} folder
 * @returns {Promise<import('./scale-tables.mjs').ScaleFigures>}
 */
async function measureCount(reports, rounds, shards, folder) {
  const size = county(reports);
  const content = join(folder, 'content');
  const files = size.write(content);
  const about = { reports, files, machine: machine() };
  const site = makeSite(fazhi, content, join(folder, 'site'), size);
  await setTimeout(SETTLED_MS);
  /** @type {Record<string, import('./run.mjs').Run[]>} */
  const runs = { cold: [], same: [], one: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const mode of MODES) {
        const run = await site.build(mode, { sampleMs: SAMPLE_MS });
        if (round === 0 && mode === 'cold') verifyPages(fazhi, site.folder, size);
        runs[mode]?.push(run);
        console.error(`${reports} ${mode} ${round + 1}: ${run.ms.toFixed(0)} ms, ${run.mb.toFixed(0)} MB`);
      }
    }
  } catch (error) {
    // The limit that was found is a result too: what there is of a larger site would tell less.
    const why = error instanceof Error ? error.message : String(error);
    console.error(why);
    return { ...about, failed: /heap out of memory|SIGKILL|null/.test(why) ? 'out of memory or time' : 'failed' };
  }
  const output = join(site.folder, fazhi.output);
  const made = filesWithSizes(output).filter(([path]) => path !== 'manifest.json');
  const [largest, largestBytes] = made.reduce((most, one) => (one[1] > most[1] ? one : most));
  return {
    ...about,
    rounds,
    modes: Object.fromEntries(MODES.map((mode) => [mode, mediansOf(runs[mode] ?? [])])),
    busyRuns: Object.values(runs)
      .flat()
      .filter(({ onBusyMachine }) => onBusyMachine).length,
    outputFiles: made.length,
    outputBytes: made.reduce((sum, [, bytes]) => sum + bytes, 0),
    largest: { path: largest, bytes: largestBytes },
    tooLarge: made.filter(([path, bytes]) => LOADED.test(path) && bytes > MOST_BYTES).map(([path]) => path),
    curve: tenths(runs['cold']?.[0]?.curve ?? []),
    ...(reports >= WORTH_PARTS && canMerge() ? { parts: await measureParts(site.folder, shards, folder) } : {}),
  };
}

/** @param {readonly import('./run.mjs').Run[]} runs */
function mediansOf(runs) {
  const of = (/** @type {'ms' | 'mb' | 'cpuSeconds'} */ key) =>
    rounded(
      quantile(
        runs.map((run) => run[key]),
        0.5,
      ),
    );
  return { ms: of('ms'), cpuSeconds: of('cpuSeconds'), mb: of('mb') };
}

/** The most of each tenth of the time. @param {readonly number[]} curve */
function tenths(curve) {
  return Array.from({ length: Math.min(POINTS, curve.length) }, (_, point, of = Math.min(POINTS, curve.length)) =>
    Math.round(Math.max(...curve.slice((point * curve.length) / of, ((point + 1) * curve.length) / of))),
  );
}

function canMerge() {
  const [node = '', ...program] = FAZHI;
  try {
    return /\bfazhi merge\b/.test(
      execFileSync(node, [...program, 'merge', '--help'], { encoding: 'utf8' }).split('\n')[0] ?? '',
    );
  } catch {
    return false;
  }
}

/**
 * Builds the parts one after the other, each as a machine of its own would, and merges them.
 *
 * @param {string} site Where the whole was built. @param {number} shards @param {string} folder
 */
async function measureParts(site, shards, folder) {
  const cwd = join(folder, 'parts');
  cpSync(join(site, fazhi.content), join(cwd, fazhi.content), { recursive: true });
  const numbers = Array.from({ length: shards }, (_, index) => index + 1);
  const runs = [];
  for (const number of numbers) {
    // The cache lies beside the content, and another machine would have none.
    rmSync(join(cwd, '.fazhi-cache'), { recursive: true, force: true });
    const options = ['--content', fazhi.content, '--shard', `${number}/${shards}`, '--out', `part-${number}`];
    runs.push(await timed([...FAZHI, 'build', ...options], { cwd }));
  }
  const parts = numbers.map((number) => `part-${number}`);
  const merge = await timed([...FAZHI, 'merge', ...parts, '--out', 'dist'], { cwd });
  return {
    shards,
    slowestMs: rounded(Math.max(...runs.map(({ ms }) => ms))),
    sumMs: rounded(runs.reduce((sum, { ms }) => sum + ms, 0)),
    mb: rounded(Math.max(...runs.map(({ mb }) => mb))),
    mergeMs: rounded(merge.ms),
    mergeMb: rounded(merge.mb),
    differences: differences(join(site, fazhi.output), join(cwd, 'dist')),
  };
}

/** Files that only one folder has or that differ. @param {string} one @param {string} other */
function differences(one, other) {
  const paths = new Set([...filesWithSizes(one), ...filesWithSizes(other)].map(([path]) => path));
  return [...paths].filter((path) => {
    try {
      return !readFileSync(join(one, path)).equals(readFileSync(join(other, path)));
    } catch {
      return true;
    }
  }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      reports: { type: 'string', default: COUNTS.join(',') },
      large: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      shards: { type: 'string', default: '4' },
      wait: { type: 'string', default: '60' },
    },
  });
  waitAtMost(Number(values.wait));
  const counts = [...values.reports.split(',').filter(Boolean).map(Number), ...(values.large ? [LARGE] : [])];
  await measureScale({ counts, rounds: Number(values.rounds), shards: Number(values.shards) });
}
