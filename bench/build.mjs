// @ts-check
/**
 * `npm run bench`: how long builds take beside those of other generators on the same work, and how they grow.
 *
 * In:  the compiled program. `--sizes S,M,L` (of S, M, L, XL, XXL), `--rounds N` (5), `--peers hugo,eleventy,hexo,astro`
 *      (`--peers ''` for none), `--wait S` (60) for the most seconds that a run waits for an idle machine,
 *      `--skip-scale` to leave out what `npm run bench:scale` measures.
 * Out: a section of bench/RESULTS.md with the sizes of this run, and of earlier runs those that this one leaves out.
 *
 * Peers are installed once, outside the project. Everything else lies in a folder in memory that is removed at the end.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fazhi } from './fazhi.mjs';
import { loadFigures, rounded, saveFigures } from './figures.mjs';
import { machine, quantile, saveSection } from './machine.mjs';
import { BARE_NODE, peerSection } from './peer-tables.mjs';
import { installAstro } from './peers/astro.mjs';
import { installEleventy } from './peers/eleventy.mjs';
import { installHexo } from './peers/hexo.mjs';
import { installHugo } from './peers/hugo.mjs';
import { timed, waitAtMost } from './run.mjs';
import { measureScale } from './scale.mjs';
import { filesWithSizes, inMemory, makeSite, MODES } from './site.mjs';
import { SIZES } from './sizes.mjs';
import { verifyPages } from './verify.mjs';

/** @typedef {import('./figures.mjs').Mode} Mode */

const PEERS = Object.freeze({ hugo: installHugo, eleventy: installEleventy, hexo: installHexo, astro: installAstro });

/** Who takes minutes for a large site is not asked as often, or not at all. */
const MOST_ROUNDS = Object.freeze({
  L: { Hexo: 1, Astro: 1 },
  XL: { fazhi: 3, Hugo: 3, Eleventy: 3, Hexo: 0, Astro: 0 },
  XXL: { fazhi: 1, Hugo: 1, Eleventy: 0, Hexo: 0, Astro: 0 },
});

/**
 * One line of the table: it is run in each round and mode, or gives nothing in a mode that means nothing to it.
 * @typedef {{ name: string, rounds: number, build: (mode: Mode) => Promise<import('./run.mjs').Run | undefined> }} Entry
 */

/**
 * @param {string} name @param {readonly import('./peers/subject.mjs').Subject[]} subjects @param {number} rounds @param {string} folder
 * @returns {Promise<import('./figures.mjs').SizeFigures>}
 */
async function measureSize(name, subjects, rounds, folder) {
  const size = SIZES[name];
  if (size === undefined) throw new Error(`There is no size ${name}, only ${Object.keys(SIZES).join(', ')}.`);
  const content = join(folder, 'content');
  const files = size.write(content);
  const limits = /** @type {Record<string, Record<string, number>>} */ (MOST_ROUNDS)[name] ?? {};
  /** @type {Entry[]} */
  const entries = [];
  for (const subject of subjects) {
    const own = Math.min(rounds, limits[subject.name] ?? rounds);
    if (own === 0) continue;
    const site = makeSite(subject, content, join(folder, subject.name), size);
    await site.build('cold');
    verifyPages(subject, site.folder, size);
    entries.push({ name: subject.name, rounds: own, build: (mode) => site.build(mode) });
  }
  entries.push(...floors(content, join(folder, fazhi.name, fazhi.output), join(folder, 'floors'), rounds));

  const runs = await inTurn(entries, name);
  const all = Object.values(runs).flatMap((of) => Object.values(of).flat());
  return {
    reports: size.reports,
    files,
    machine: machine(),
    busyRuns: all.filter(({ onBusyMachine }) => onBusyMachine).length,
    runs: all.length,
    subjects: subjects
      .filter((subject) => entries.some((entry) => entry.name === subject.name))
      .map((subject) => `${subject.name} ${subject.version}: ${subject.about}`),
    modes: Object.fromEntries(MODES.map((mode) => [mode, figuresOf(runs[mode])])),
  };
}

/** @typedef {Record<string, import('./run.mjs').Run[]>} Runs By name, one a round. */

/** @param {readonly Entry[]} entries @param {string} size */
async function inTurn(entries, size) {
  /** @type {Record<Mode, Runs>} */
  const runs = { cold: {}, same: {}, one: {} };
  for (let round = 0; round < Math.max(...entries.map(({ rounds }) => rounds)); round += 1) {
    for (const mode of MODES) {
      for (const { name, build } of entries.filter(({ rounds }) => round < rounds)) {
        const run = await build(mode);
        if (run === undefined) continue;
        (runs[mode][name] ??= []).push(run);
        console.error(`${size} ${mode} ${round + 1} ${name}: ${run.ms.toFixed(0)} ms, ${run.mb.toFixed(0)} MB`);
      }
    }
  }
  return runs;
}

/** @param {Runs} runs */
function figuresOf(runs) {
  const median = (/** @type {number[]} */ values) => rounded(quantile(values, 0.5));
  return Object.fromEntries(
    Object.entries(runs).map(([name, own]) => {
      const times = ['Hugo', 'Eleventy', BARE_NODE].flatMap((other) => {
        const ratios = own.flatMap(({ ms }, round) => {
          const beside = runs[other]?.[round];
          return beside === undefined ? [] : [ms / beside.ms];
        });
        return ratios.length === 0 ? [] : [[other, median(ratios)]];
      });
      const of = (/** @type {'ms' | 'mb' | 'cpuSeconds'} */ key) => median(own.map((run) => run[key]));
      const figure = { rounds: own.length, ms: of('ms'), mb: of('mb'), cpuSeconds: of('cpuSeconds') };
      return [name, { ...figure, times: Object.fromEntries(times) }];
    }),
  );
}

/** @param {string} content @param {string} output What fazhi made of it. @param {string} folder @param {number} rounds @returns {Entry[]} */
function floors(content, output, folder, rounds) {
  mkdirSync(folder, { recursive: true });
  const [sizes, out] = [join(folder, 'sizes.json'), join(folder, 'out')];
  writeFileSync(sizes, JSON.stringify(filesWithSizes(output)));
  const script = (/** @type {string} */ name) => [process.execPath, join(import.meta.dirname, 'floors', name)];
  return [
    { name: BARE_NODE, rounds, build: () => timed([process.execPath, '-e', '0'], { cwd: folder }) },
    {
      name: '*read all, write all*',
      rounds,
      async build(mode) {
        if (mode !== 'cold') return undefined;
        rmSync(out, { recursive: true, force: true });
        return timed([...script('files.mjs'), content, out, sizes], { cwd: folder });
      },
    },
    {
      name: '*bare unified*',
      rounds,
      build: async (mode) =>
        mode === 'cold' ? timed([...script('unified.mjs'), content], { cwd: folder }) : undefined,
    },
  ];
}

async function main() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: 'S,M,L' },
      rounds: { type: 'string', default: '5' },
      peers: { type: 'string', default: Object.keys(PEERS).join(',') },
      wait: { type: 'string', default: '60' },
      'skip-scale': { type: 'boolean', default: false },
    },
  });
  waitAtMost(Number(values.wait));
  const peers = values.peers.split(',').filter(Boolean).map(peerCalled);
  const subjects = [fazhi, ...peers.map((install) => install())];
  for (const name of values.sizes.split(',').filter(Boolean)) {
    await inMemory(async (folder) => {
      const figures = await measureSize(name, subjects, Number(values.rounds), folder);
      saveFigures('sizes', { ...loadFigures('sizes', {}), [name]: figures });
    });
    saveSection(peerSection(inOrder(loadFigures('sizes', {}))));
  }
  if (!values['skip-scale']) await measureScale();
}

/** @param {string} name */
function peerCalled(name) {
  const install = Object.entries(PEERS).find(([one]) => one === name)?.[1];
  if (install === undefined) throw new Error(`There is no peer ${name}, only ${Object.keys(PEERS).join(', ')}.`);
  return install;
}

/** @param {Record<string, import('./figures.mjs').SizeFigures>} sizes */
function inOrder(sizes) {
  return Object.fromEntries(Object.keys(SIZES).flatMap((name) => (sizes[name] ? [[name, sizes[name]]] : [])));
}

await main();
